#pragma once

#include <vector>

#include "engine/gather/accumulators/first_two.hpp"

namespace nilai::engine {

/// The value of the one row: `only`. More rows than one are a mistake in the data: which of them is meant is not known.
struct OnlyRow {
  static constexpr bool takes_unknown = true;

  OnlyRow(std::size_t owners, Kind kind) : rows(owners, kind, false), has_row(owners) {}
  void take(const TakenRow& row);
  void write(const AggregatePlan& plan, Tally& tally, Column& result) const;

  FirstTwo rows;
  std::vector<bool> has_row;
};

}  // namespace nilai::engine
