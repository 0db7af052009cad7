#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/gather/windows.hpp"
#include "engine/plan.hpp"

namespace nilai::engine {

/// A day of a group in one number, in the order of groups and of days within each.
[[nodiscard]] constexpr std::uint64_t group_and_day(std::uint32_t group, std::int32_t day) {
  return std::uint64_t{group} << 32 | (static_cast<std::uint32_t>(day) ^ 1u << 31);
}

/// What the days of one owner come to, for the aggregates over gaps. One is used for many owners.
class Gaps {
 public:
  /// For longest_gap_with_ends those up to the first day and from the last day of `window` count as well.
  Gaps(AggregateKind kind, const DayRange& window) : kind_(kind), window_(window) {}

  /// The gaps between the distinct days of each group, in one value; missing where there are none. Requires: `days` in
  /// order.
  [[nodiscard]] Value over(std::span<const std::uint64_t> days);

 private:
  void collect(std::span<const std::uint64_t> days);

  AggregateKind kind_;
  DayRange window_;
  std::vector<std::int64_t> gaps_;
};

}  // namespace nilai::engine
