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

/// The gaps between the days of each group. Requires: the entries of one owner in order, each once.
std::vector<std::int64_t> gaps_between(std::span<const DayLog::Entry> days, const DayRange* ends) {
  std::vector<std::int64_t> gaps;
  if (days.empty() && ends != nullptr) gaps.push_back(std::int64_t{ends->last} - ends->first);
  for (std::size_t i = 0; i < days.size(); ++i) {
    const bool is_first = i == 0 || days[i - 1].group != days[i].group;
    const bool is_last = i + 1 == days.size() || days[i + 1].group != days[i].group;
    if (!is_last) gaps.push_back(std::int64_t{days[i + 1].day} - days[i].day);
    if (ends == nullptr) continue;
    if (is_first) gaps.push_back(std::int64_t{days[i].day} - ends->first);
    if (is_last) gaps.push_back(std::int64_t{ends->last} - days[i].day);
  }
  return gaps;
}

}  // namespace

void DayLog::write(const AggregatePlan& plan, Tally&, Column& result) const {
  std::vector<Entry> days = entries;
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  const DayRange* ends = plan.kind == AggregateKind::longest_gap_with_ends ? &window : nullptr;
  auto begin = days.cbegin();
  for (std::uint32_t owner = 0; owner < owner_count; ++owner) {
    const auto end = std::find_if(begin, days.cend(), [owner](const Entry& entry) { return entry.owner != owner; });
    std::vector<std::int64_t> gaps = gaps_between({begin, end}, ends);
    if (!gaps.empty()) result.set(owner, Value::of(gap_number(plan.kind, gaps)));
    begin = end;
  }
}

}  // namespace nilai::engine
