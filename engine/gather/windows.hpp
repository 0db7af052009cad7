#pragma once

#include <cstdint>
#include <limits>
#include <optional>

#include "engine/date.hpp"
#include "engine/plan.hpp"

namespace nilai::engine {

/// Days from `first` to `last`, both included, since 1970-01-01. Without bounds: every day that a row can have.
struct DayRange {
  std::int32_t first = std::numeric_limits<std::int32_t>::min() + 1;
  std::int32_t last = std::numeric_limits<std::int32_t>::max() - 1;

  friend bool operator==(const DayRange&, const DayRange&) = default;
};

/// The days that a row speaks of: one for a dated row, those of its period, or one of the two extremes.
struct RowDays {
  std::int32_t first = 0;
  std::int32_t last = 0;

  static constexpr std::int32_t least = std::numeric_limits<std::int32_t>::min();
  static constexpr std::int32_t greatest = std::numeric_limits<std::int32_t>::max();

  static RowDays of(Date date) { return {date.days, date.days}; }
  static RowDays of(const Period& period) { return {period.start().days, period.end().days}; }
  static RowDays always() { return {greatest, least}; }  ///< its table has no dates: it counts in every period
  static RowDays never() { return {least, greatest}; }   ///< its date is missing: it counts in none

  [[nodiscard]] bool is_always() const { return first > last; }
  [[nodiscard]] bool lie_in(const DayRange& range) const { return first >= range.first && last <= range.last; }

  friend bool operator==(const RowDays&, const RowDays&) = default;
};

/// The days whose rows count for `period`. None of them is after the period's end, so that what is said of a period
/// never changes with later records. Without a period all days count, but those before a `since`.
[[nodiscard]] DayRange days_of(const Window& window, const std::optional<Period>& period);

}  // namespace nilai::engine
