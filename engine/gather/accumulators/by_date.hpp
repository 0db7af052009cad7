#pragma once

#include <cstdint>
#include <vector>

#include "engine/gather/accumulators/taken_row.hpp"

namespace nilai::engine {

/// The value at the last or the first day: `latest`, `first`. Rows of that day that differ leave it missing. What a row
/// of another day holds, missing or withheld, does not matter.
struct ByDate {
  static constexpr bool takes_unknown = true;

  ByDate(std::size_t owners, Kind kind, bool is_last)
      : days(owners), rows_of_day(owners), differs(owners), values(Column::of(kind, owners)), is_latest(is_last) {}
  void take(const TakenRow& row);
  void write(const AggregatePlan& plan, Tally& tally, Column& result) const;

  std::vector<std::int32_t> days;
  std::vector<std::uint32_t> rows_of_day;
  std::vector<bool> differs;
  Column values;
  bool is_latest;
};

}  // namespace nilai::engine
