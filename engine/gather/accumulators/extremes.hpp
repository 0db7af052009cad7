#pragma once

#include "engine/gather/accumulators/taken_row.hpp"

namespace nilai::engine {

/// The least or the greatest value, of any kind that has an order: `min`, `max`.
struct Extremes {
  static constexpr bool takes_unknown = false;

  Extremes(std::size_t owners, Kind kind, bool is_greatest) : best(Column::of(kind, owners)), is_max(is_greatest) {}
  void take(const TakenRow& row);
  void write(const AggregatePlan& plan, Tally& tally, Column& result) const;

  Column best;
  bool is_max;
};

}  // namespace nilai::engine
