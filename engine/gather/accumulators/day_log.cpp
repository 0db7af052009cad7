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
  if (kind == AggregateKind::average_gap) {
    return Number::ratio(std::accumulate(gaps.begin(), gaps.end(), std::int64_t{0}),
                         static_cast<std::int64_t>(gaps.size()));
  }
  return *std::max_element(gaps.begin(), gaps.end());
}

constexpr std::uint32_t day_zero = 1u << 31;

/// A day of a group in one number, in the order of groups and of days within each.
std::uint64_t group_and_day(const DayLog::Entry& entry) {
  return std::uint64_t{entry.group} << 32 | (static_cast<std::uint32_t>(entry.day) ^ day_zero);
}

std::int64_t day_in(std::uint64_t group_and_day) {
  return std::int64_t{static_cast<std::uint32_t>(group_and_day)} - day_zero;
}

/// The gaps between the distinct days of each group; sorts `days`. With `ends`, those up to the first and from the last
/// day count as well.
void gaps_between(std::span<std::uint64_t> days, const DayRange* ends, std::vector<std::int64_t>& gaps) {
  gaps.clear();
  if (days.empty() && ends != nullptr) gaps.push_back(std::int64_t{ends->last} - ends->first);
  std::sort(days.begin(), days.end());
  for (std::size_t i = 0; i < days.size(); ++i) {
    const bool is_first = i == 0 || days[i - 1] >> 32 != days[i] >> 32;
    const bool is_last = i + 1 == days.size() || days[i + 1] >> 32 != days[i] >> 32;
    if (!is_last && days[i + 1] != days[i]) gaps.push_back(static_cast<std::int64_t>(days[i + 1] - days[i]));
    if (ends == nullptr) continue;
    if (is_first) gaps.push_back(day_in(days[i]) - ends->first);
    if (is_last) gaps.push_back(ends->last - day_in(days[i]));
  }
}

}  // namespace

void DayLog::write(const AggregatePlan& plan, Tally&, Column& result) const {
  const DayRange* window_ends = plan.kind == AggregateKind::longest_gap_with_ends ? &window : nullptr;
  // Owner by owner: few days lie together, and are quick to sort.
  std::vector<std::size_t> ends(owner_count + 1);
  for (const Entry& entry : entries) ++ends[entry.owner + 1];
  std::partial_sum(ends.begin(), ends.end(), ends.begin());
  std::vector<std::uint64_t> days(entries.size());
  std::vector<std::size_t> next(ends.begin(), ends.end() - 1);
  for (const Entry& entry : entries) days[next[entry.owner]++] = group_and_day(entry);

  std::vector<std::int64_t> gaps;
  for (std::uint32_t owner = 0; owner < owner_count; ++owner) {
    gaps_between(std::span(days).subspan(ends[owner], ends[owner + 1] - ends[owner]), window_ends, gaps);
    if (!gaps.empty()) result.set(owner, Value::of(gap_number(plan.kind, gaps)));
  }
}

}  // namespace nilai::engine
