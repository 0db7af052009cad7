#pragma once

#include <cstdint>
#include <vector>

#include "engine/gather/accumulators/taken_row.hpp"

namespace nilai::engine {

/// Nothing but the rows taken, which every accumulator counts: `count`, `any`, `none`.
struct RowCount {
  static constexpr bool takes_unknown = false;

  explicit RowCount(std::size_t) {}
  void take(const TakenRow&) {}
  void write(const AggregatePlan& plan, Tally& tally, Column& result) const;
};

/// Rows whose value is yes: `all`, `share`.
struct YesCount {
  static constexpr bool takes_unknown = false;

  explicit YesCount(std::size_t owners) : yes(owners) {}
  void take(const TakenRow& row) { yes[row.owner] += row.value->code(row.row) != 0 ? 1 : 0; }
  void write(const AggregatePlan& plan, Tally& tally, Column& result) const;

  std::vector<std::uint32_t> yes;
};

}  // namespace nilai::engine
