#include <array>
#include <chrono>
#include <cstdio>

#include "engine/date.hpp"

namespace nilai::engine {
namespace {

int floor_divide(int dividend, int divisor) {
  const int quotient = dividend / divisor;
  return dividend % divisor < 0 ? quotient - 1 : quotient;
}

/// Periods of a unit in a year.
int periods_in_year(PeriodUnit unit) {
  return 12 / months_in(unit);
}

/// Months from the start of the calendar year to the start of the period's year. Months have their calendar's names.
int months_shifted(PeriodUnit unit, int starting_month) {
  return unit == PeriodUnit::month ? 0 : starting_month - 1;
}

/// The first day of a month, counted from January of year 0.
Date first_day(int month_number) {
  const int year = floor_divide(month_number, 12);
  const auto month = static_cast<unsigned>(month_number - 12 * year + 1);
  const std::chrono::sys_days day = std::chrono::year(year) / std::chrono::month(month) / 1;
  return {static_cast<std::int32_t>(day.time_since_epoch().count())};
}

/// Lower-case letters and no blanks, since neither matters in a period's name.
std::string without_case_and_blanks(std::string_view text) {
  std::string plain;
  for (const char c : text) {
    if (c == ' ' || c == '\t') continue;
    plain.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
  }
  return plain;
}

/// Takes the parts of a period's name from the front of a text.
class NameReader {
 public:
  explicit NameReader(std::string_view text) : rest_(text) {}

  [[nodiscard]] bool at_end() const { return rest_.empty(); }

  bool take(std::string_view word) {
    if (!rest_.starts_with(word)) return false;
    rest_.remove_prefix(word.size());
    return true;
  }

  /// Exactly `count` digits.
  std::optional<int> take_digits(std::size_t count) {
    if (rest_.size() < count) return std::nullopt;
    int value = 0;
    for (const char digit : rest_.substr(0, count)) {
      if (digit < '0' || digit > '9') return std::nullopt;
      value = value * 10 + (digit - '0');
    }
    rest_.remove_prefix(count);
    return value;
  }

  std::optional<int> take_year() {
    const auto year = take_digits(4);
    return year && *year > 0 ? year : std::nullopt;
  }

  /// `3` or `iii`, from 1 to `last` (at most 4).
  std::optional<int> take_part(int last) {
    constexpr std::array<std::string_view, 4> romans = {"i", "ii", "iii", "iv"};
    for (int part = last; part >= 1; --part) {  // the longer ones first: `iii` begins with `i`
      if (take(romans[static_cast<std::size_t>(part - 1)])) return part;
    }
    const auto part = take_digits(1);
    return part && *part >= 1 && *part <= last ? part : std::nullopt;
  }

 private:
  std::string_view rest_;
};

/// `2017-q3`, `2017triwulaniii` or `tw32017` as the number of that quarter, or likewise of a half year. `words` are
/// what may stand before the part, longer ones before their beginnings.
std::optional<int> part_of_year(std::string_view text, const std::array<std::string_view, 3>& words, int parts) {
  NameReader reader(text);
  std::optional<int> year = reader.take_year();
  if (year) reader.take("-");
  bool has_word = false;
  for (const std::string_view word : words) has_word = has_word || reader.take(word);
  const auto part = has_word ? reader.take_part(parts) : std::nullopt;
  if (!part) return std::nullopt;
  if (!year) {
    reader.take("-");
    year = reader.take_year();
  }
  if (!year || !reader.at_end()) return std::nullopt;
  return parts * *year + *part - 1;
}

std::optional<int> month_number(std::string_view text) {
  NameReader reader(text);
  const auto year = reader.take_year();
  if (!year || !reader.take("-")) return std::nullopt;
  const auto month = reader.take_digits(2);
  if (!month || *month < 1 || *month > 12 || !reader.at_end()) return std::nullopt;
  return 12 * *year + *month - 1;
}

std::optional<int> year_number(std::string_view text) {
  NameReader reader(text);
  reader.take("tahun");
  const auto year = reader.take_year();
  return reader.at_end() ? year : std::nullopt;
}

std::optional<int> day_number(std::string_view text) {
  const auto date = Date::parse_iso(text);
  if (!date) return std::nullopt;
  return date->days;
}

std::optional<int> number_of_name(std::string_view text, PeriodUnit unit) {
  switch (unit) {
    case PeriodUnit::day:
      return day_number(text);
    case PeriodUnit::month:
      return month_number(text);
    case PeriodUnit::quarter:
      return part_of_year(text, {"triwulan", "tw", "q"}, 4);
    case PeriodUnit::half_year:
      return part_of_year(text, {"semester", "smt", "s"}, 2);
    case PeriodUnit::year:
      return year_number(text);
  }
  return std::nullopt;
}

}  // namespace

int months_in(PeriodUnit unit) {
  switch (unit) {
    case PeriodUnit::day:
      return 0;
    case PeriodUnit::month:
      return 1;
    case PeriodUnit::quarter:
      return 3;
    case PeriodUnit::half_year:
      return 6;
    case PeriodUnit::year:
      return 12;
  }
  return 0;
}

Period Period::containing(Date date, PeriodUnit unit, int starting_month) {
  const auto starting = static_cast<std::uint8_t>(starting_month);
  if (unit == PeriodUnit::day) return {unit, date.days, starting};
  const int month_count = 12 * date.year() + date.month() - 1 - months_shifted(unit, starting_month);
  return {unit, floor_divide(month_count, months_in(unit)), starting};
}

std::optional<Period> Period::parse(std::string_view text, PeriodUnit unit, int starting_month) {
  const auto parsed = number_of_name(without_case_and_blanks(text), unit);
  if (!parsed) return std::nullopt;
  return Period{unit, *parsed, static_cast<std::uint8_t>(starting_month)};
}

Date Period::start() const {
  if (unit == PeriodUnit::day) return {number};
  return first_day(number * months_in(unit) + months_shifted(unit, starting_month));
}

Date Period::end() const {
  return plus(1).start().plus_days(-1);
}

std::string Period::name() const {
  if (unit == PeriodUnit::day) return Date{number}.to_iso();
  const int year = floor_divide(number, periods_in_year(unit));
  const int part = number - year * periods_in_year(unit) + 1;
  char text[32];
  int length = 0;
  switch (unit) {
    case PeriodUnit::day:
      break;
    case PeriodUnit::month:
      length = std::snprintf(text, sizeof text, "%04d-%02d", year, part);
      break;
    case PeriodUnit::quarter:
      length = std::snprintf(text, sizeof text, "%04d-Q%d", year, part);
      break;
    case PeriodUnit::half_year:
      length = std::snprintf(text, sizeof text, "%04d-S%d", year, part);
      break;
    case PeriodUnit::year:
      length = std::snprintf(text, sizeof text, "%04d", year);
      break;
  }
  return {text, static_cast<std::size_t>(length)};
}

}  // namespace nilai::engine
