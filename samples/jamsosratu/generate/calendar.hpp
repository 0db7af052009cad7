#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace jamsosratu {

using Day = std::chrono::sys_days;
using std::chrono::days;

/// A calendar quarter.
struct Quarter {
  int year;
  int number;  ///< 1 to 4

  [[nodiscard]] Day first_day() const;
  [[nodiscard]] Day last_day() const;
  [[nodiscard]] int day_count() const;
  /// The quarter `count` quarters later.
  [[nodiscard]] Quarter plus(int count) const;
};

/// Reads `2017-Q3`. Errors: nothing for any other spelling.
std::optional<Quarter> read_quarter(std::string_view text);

/// `2017-Q3`.
std::string to_text(Quarter quarter);

/// `2017-03-09`.
std::string to_text(Day day);

/// The same day `count` months earlier, or the last of that month where it has no such day.
Day months_before(Day day, int count);

}  // namespace jamsosratu
