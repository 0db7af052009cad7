#include "engine/gather/accumulators/day_log.hpp"

#include <algorithm>
#include <bit>
#include <numeric>
#include <span>
#include <vector>

#include "engine/gather/accumulators/gaps.hpp"

namespace nilai::engine {

DayLog::DayLog(std::size_t owners, const DayRange& days)
    : owner_count_(owners),
      window_(days),
      day_bits_(
          static_cast<unsigned>(std::bit_width(static_cast<std::uint64_t>(std::int64_t{days.last} - days.first)))),
      is_short_(static_cast<unsigned>(std::bit_width(owners)) + day_bits_ <= 32) {}

void DayLog::take(const TakenRow& row) {
  if (!is_short_) {
    long_.push_back({row.owner, row.group, row.day});
    return;
  }
  const auto day = static_cast<std::uint32_t>(row.day - window_.first);
  short_.push_back(std::uint64_t{row.group} << 32 | row.owner << day_bits_ | day);
}

template <class Act>
void DayLog::for_each(Act act) const {
  for (const Entry& entry : long_) act(entry);
  for (const std::uint64_t bits : short_) {
    const auto owner_and_day = static_cast<std::uint32_t>(bits);
    const std::uint32_t day = owner_and_day & ((1u << day_bits_) - 1);
    act(Entry{owner_and_day >> day_bits_, static_cast<std::uint32_t>(bits >> 32),
              window_.first + static_cast<std::int32_t>(day)});
  }
}

void DayLog::write(const AggregatePlan& plan, Tally&, Column& result) const {
  // Owner by owner: few days lie together, and are quick to sort.
  std::vector<std::size_t> ends(owner_count_ + 1);
  for_each([&](const Entry& entry) { ++ends[entry.owner + 1]; });
  std::partial_sum(ends.begin(), ends.end(), ends.begin());
  std::vector<std::uint64_t> days(ends.back());
  std::vector<std::size_t> next(ends.begin(), ends.end() - 1);
  for_each([&](const Entry& entry) { days[next[entry.owner]++] = group_and_day(entry.group, entry.day); });

  Gaps gaps(plan.kind, window_);
  for (std::uint32_t owner = 0; owner < owner_count_; ++owner) {
    const std::span own = std::span(days).subspan(ends[owner], ends[owner + 1] - ends[owner]);
    std::sort(own.begin(), own.end());
    result.set(owner, gaps.over(own));
  }
}

}  // namespace nilai::engine
