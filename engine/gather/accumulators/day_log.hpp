#pragma once

#include <cstdint>
#include <deque>

#include "engine/gather/accumulators/taken_row.hpp"
#include "engine/gather/windows.hpp"

namespace nilai::engine {

/// Every day of every group, for the days between them: `median_gap`, `average_gap`, `longest_gap`, and with the
/// first and the last day of the window among them `longest_gap_with_ends`.
///
/// There may be one for each record: where owner and day fit into 32 bits, an entry takes eight bytes.
struct DayLog {
  static constexpr bool takes_unknown = false;

  DayLog(std::size_t owners, const DayRange& days);
  void take(const TakenRow& row);
  void write(const AggregatePlan& plan, Tally& tally, Column& result) const;

 private:
  struct Entry {
    std::uint32_t owner = 0;
    std::uint32_t group = 0;
    std::int32_t day = 0;
  };

  template <class Act>
  void for_each(Act act) const;

  std::size_t owner_count_;
  DayRange window_;
  unsigned day_bits_;                // of the days of the window, counted from its first
  bool is_short_;                    // whether all are short
  std::deque<std::uint64_t> short_;  // group, owner, day: in pieces, for nothing is to be moved or kept in reserve
  std::deque<Entry> long_;
};

}  // namespace nilai::engine
