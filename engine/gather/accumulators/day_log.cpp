#include "engine/gather/accumulators/day_log.hpp"

#include <algorithm>
#include <numeric>

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

}  // namespace

void DayLog::write(const AggregatePlan& plan, Tally&, Column& result) const {
  std::vector<Entry> days = entries;
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  std::vector<std::int64_t> gaps;
  for (std::size_t i = 0; i < days.size(); ++i) {
    const bool is_last_of_owner = i + 1 == days.size() || days[i + 1].owner != days[i].owner;
    if (!is_last_of_owner && days[i + 1].group == days[i].group) {
      gaps.push_back(std::int64_t{days[i + 1].day} - days[i].day);
    }
    if (!is_last_of_owner) continue;
    if (!gaps.empty()) result.set(days[i].owner, Value::of(gap_number(plan.kind, gaps)));
    gaps.clear();
  }
}

}  // namespace nilai::engine
