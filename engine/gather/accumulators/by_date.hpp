#pragma once

#include <cstdint>
#include <vector>

#include "engine/gather/accumulators/first_two.hpp"

namespace nilai::engine {

/// The value at the last or the first day: `latest`, `first`. Rows of that day that differ leave it missing; one of
/// them that could not be read leaves it unknown. What a row of another day holds does not matter.
struct ByDate {
  static constexpr bool takes_unknown = true;

  ByDate(std::size_t owners, Kind kind, bool is_last)
      : days(owners),
        rows_of_day(owners),
        has_known(owners),
        has_unknown(owners),
        rows(owners, kind, true),
        is_latest(is_last) {}
  void take(const TakenRow& row);
  void write(const AggregatePlan& plan, Tally& tally, Column& result) const;

  /// Rows of that day that differ.
  [[nodiscard]] std::vector<Clash> clashes() const;

  std::vector<std::int32_t> days;
  std::vector<std::uint32_t> rows_of_day;
  std::vector<bool> has_known, has_unknown;  ///< per owner: of that day a row that could be read, one that could not
  FirstTwo rows;                             ///< of that day, those that could be read
  bool is_latest;
};

}  // namespace nilai::engine
