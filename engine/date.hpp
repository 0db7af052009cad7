#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace nilai::engine {

/// A day of the proleptic Gregorian calendar: no clock, no zone. Years 0001 to 9999.
struct Date {
  std::int32_t days = 0;  ///< since 1970-01-01

  static std::optional<Date> from_ymd(int year, int month, int day);  ///< empty when there is no such day
  static std::optional<Date> parse_iso(std::string_view text);        ///< `2017-03-09`, nothing else

  [[nodiscard]] int year() const;
  [[nodiscard]] int month() const;  ///< 1..12
  [[nodiscard]] int day() const;    ///< 1..31

  [[nodiscard]] Date plus_days(std::int64_t count) const { return {static_cast<std::int32_t>(days + count)}; }
  /// The same day of another month, clamped to that month's end: 31 August minus 6 months is 28 or 29 February.
  [[nodiscard]] Date plus_months(std::int64_t count) const;

  [[nodiscard]] std::string to_iso() const;

  friend auto operator<=>(const Date&, const Date&) = default;
};

enum class PeriodUnit : std::uint8_t { day, month, quarter, half_year, year };

/// Months in a unit; 0 for a day.
int months_in(PeriodUnit unit);

/// A stretch of the calendar that evaluations run over: `2017-Q3`, `2017-03`, `2017-S1`, `2017`, `2017-03-09`.
///
/// `number` counts periods of this unit from year 0 (quarter: 4 * year + quarter - 1; day: days since 1970-01-01), so
/// that neighbours differ by one. A year that starts in another month than January is named after the calendar year in
/// which it starts, and its quarters and half years count from that month (`starting_month` 1..12).
struct Period {
  PeriodUnit unit = PeriodUnit::quarter;
  std::int32_t number = 0;
  std::uint8_t starting_month = 1;

  static Period containing(Date date, PeriodUnit unit, int starting_month = 1);

  /// Reads the name of a period of `unit`: the forms above, `2017Q3`, `2017 Q3`, `Q3 2017`, a roman or arabic
  /// `Triwulan III 2021`, `TW3 2021`, `Semester 2 2021`, `Tahun 2021`; letter case and blanks do not matter.
  /// Empty when `text` names no period of that unit.
  static std::optional<Period> parse(std::string_view text, PeriodUnit unit, int starting_month = 1);

  [[nodiscard]] Date start() const;
  [[nodiscard]] Date end() const;  ///< the last day, inclusive
  [[nodiscard]] bool contains(Date date) const { return start() <= date && date <= end(); }
  [[nodiscard]] Period plus(int count) const { return {unit, number + count, starting_month}; }
  [[nodiscard]] std::string name() const;  ///< the canonical form above

  friend auto operator<=>(const Period&, const Period&) = default;
};

}  // namespace nilai::engine
