#include "engine/gather/accumulators/day_log.hpp"

#include <algorithm>
#include <numeric>
#include <span>

namespace nilai::engine {
namespace {

Number median_of(std::vector<std::int64_t>& gaps) {
  std::sort(gaps.begin(), gaps.end());
  const std::size_t middle = gaps.size() / 2;
  if (gaps.size() % 2 == 1) return gaps[middle];
  return Number::ratio(gaps[middle - 1] + gaps[middle], 2);
}

/// What the gaps of one owner come to. Requires: at least one.
Number gap_number(AggregateKind kind, std::vector<std::int64_t>& gaps) {
  if (kind == AggregateKind::median_gap) return median_of(gaps);
  if (kind == AggregateKind::longest_gap) return *std::max_element(gaps.begin(), gaps.end());
  return Number::ratio(std::accumulate(gaps.begin(), gaps.end(), std::int64_t{0}),
                       static_cast<std::int64_t>(gaps.size()));
}

/// In the order of groups, and of days within each.
std::uint64_t group_and_day(const DayLog::Entry& entry) {
  constexpr std::uint32_t before_all_days = 1u << 31;
  return std::uint64_t{entry.group} << 32 | (static_cast<std::uint32_t>(entry.day) ^ before_all_days);
}

/// The gaps between the distinct days of each group; sorts `days`.
void gaps_between(std::span<std::uint64_t> days, std::vector<std::int64_t>& gaps) {
  gaps.clear();
  std::sort(days.begin(), days.end());
  for (std::size_t i = 1; i < days.size(); ++i) {
    const bool is_same_group = days[i] >> 32 == days[i - 1] >> 32;
    if (is_same_group && days[i] != days[i - 1]) gaps.push_back(static_cast<std::int64_t>(days[i] - days[i - 1]));
  }
}

}  // namespace

void DayLog::write(const AggregatePlan& plan, Tally&, Column& result) const {
  // Owner by owner: few days lie together, and are quick to sort.
  std::vector<std::size_t> ends(owner_count + 1);
  for (const Entry& entry : entries) ++ends[entry.owner + 1];
  std::partial_sum(ends.begin(), ends.end(), ends.begin());
  std::vector<std::uint64_t> days(entries.size());
  std::vector<std::size_t> next(ends.begin(), ends.end() - 1);
  for (const Entry& entry : entries) days[next[entry.owner]++] = group_and_day(entry);

  std::vector<std::int64_t> gaps;
  for (std::uint32_t owner = 0; owner < owner_count; ++owner) {
    gaps_between(std::span(days).subspan(ends[owner], ends[owner + 1] - ends[owner]), gaps);
    if (!gaps.empty()) result.set(owner, Value::of(gap_number(plan.kind, gaps)));
  }
}

}  // namespace nilai::engine
