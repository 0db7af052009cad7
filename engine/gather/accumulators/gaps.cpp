#include "engine/gather/accumulators/gaps.hpp"

#include <algorithm>
#include <numeric>

namespace nilai::engine {
namespace {

std::int64_t day_in(std::uint64_t group_and_day) {
  return std::int64_t{static_cast<std::uint32_t>(group_and_day)} - (std::int64_t{1} << 31);
}

Number median_of(std::vector<std::int64_t>& gaps) {
  std::sort(gaps.begin(), gaps.end());
  const std::size_t middle = gaps.size() / 2;
  if (gaps.size() % 2 == 1) return gaps[middle];
  return Number::ratio(gaps[middle - 1] + gaps[middle], 2);
}

/// Requires: at least one.
Number number_of(AggregateKind kind, std::vector<std::int64_t>& gaps) {
  if (kind == AggregateKind::median_gap) return median_of(gaps);
  if (kind == AggregateKind::average_gap) {
    return Number::ratio(std::accumulate(gaps.begin(), gaps.end(), std::int64_t{0}),
                         static_cast<std::int64_t>(gaps.size()));
  }
  return *std::max_element(gaps.begin(), gaps.end());
}

}  // namespace

Value Gaps::over(std::span<const std::uint64_t> days) {
  collect(days);
  return gaps_.empty() ? Value::missing(Kind::number) : Value::of(number_of(kind_, gaps_));
}

void Gaps::collect(std::span<const std::uint64_t> days) {
  const bool has_ends = kind_ == AggregateKind::longest_gap_with_ends;
  gaps_.clear();
  if (days.empty() && has_ends) gaps_.push_back(std::int64_t{window_.last} - window_.first);
  for (std::size_t i = 0; i < days.size(); ++i) {
    const bool is_first = i == 0 || days[i - 1] >> 32 != days[i] >> 32;
    const bool is_last = i + 1 == days.size() || days[i + 1] >> 32 != days[i] >> 32;
    if (!is_last && days[i + 1] != days[i]) gaps_.push_back(static_cast<std::int64_t>(days[i + 1] - days[i]));
    if (is_first && has_ends) gaps_.push_back(day_in(days[i]) - window_.first);
    if (is_last && has_ends) gaps_.push_back(window_.last - day_in(days[i]));
  }
}

}  // namespace nilai::engine
