#pragma once

#include <cstdint>
#include <vector>

#include "engine/gather/accumulators/taken_row.hpp"
#include "engine/gather/windows.hpp"

namespace nilai::engine {

/// Every day of every group, for the days between them: `median_gap`, `average_gap`, `longest_gap`, and with the
/// first and the last day of the window among them `longest_gap_with_ends`.
struct DayLog {
  static constexpr bool takes_unknown = false;

  struct Entry {
    std::uint32_t owner = 0;
    std::uint32_t group = 0;
    std::int32_t day = 0;
  };

  DayLog(std::size_t owners, const DayRange& days) : owner_count(owners), window(days) {}
  void take(const TakenRow& row) { entries.push_back({row.owner, row.group, row.day}); }
  void write(const AggregatePlan& plan, Tally& tally, Column& result) const;

  std::size_t owner_count;
  DayRange window;
  std::vector<Entry> entries;
};

}  // namespace nilai::engine
