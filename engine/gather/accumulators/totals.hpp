#pragma once

#include <vector>

#include "engine/gather/accumulators/taken_row.hpp"

namespace nilai::engine {

/// Exact sums: `sum`, `average`.
struct Totals {
  static constexpr bool takes_unknown = false;

  explicit Totals(std::size_t owners) : sums(owners) {}
  void take(const TakenRow& row) { sums[row.owner] += row.value->number(row.row); }
  void write(const AggregatePlan& plan, Tally& tally, Column& result) const;

  std::vector<Number> sums;
};

}  // namespace nilai::engine
