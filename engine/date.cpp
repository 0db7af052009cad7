#include "engine/date.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>

namespace nilai::engine {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr int first_year = 1;
constexpr int last_year = 9999;

year_month_day calendar_day(Date date) {
  return sys_days(std::chrono::days(date.days));
}

Date date_of(const year_month_day& ymd) {
  return {static_cast<std::int32_t>(sys_days(ymd).time_since_epoch().count())};
}

year_month_day from_parts(int year, int month, int day) {
  return {std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
          std::chrono::day(static_cast<unsigned>(day))};
}

/// The value of two or four digits, or -1.
int digits_value(std::string_view digits) {
  int value = 0;
  for (const char digit : digits) {
    if (digit < '0' || digit > '9') return -1;
    value = value * 10 + (digit - '0');
  }
  return value;
}

}  // namespace

std::optional<Date> Date::from_ymd(int year, int month, int day) {
  if (year < first_year || year > last_year || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
  const year_month_day ymd = from_parts(year, month, day);
  if (!ymd.ok()) return std::nullopt;
  return date_of(ymd);
}

std::optional<Date> Date::parse_iso(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  return from_ymd(digits_value(text.substr(0, 4)), digits_value(text.substr(5, 2)), digits_value(text.substr(8, 2)));
}

int Date::year() const {
  return static_cast<int>(calendar_day(*this).year());
}
int Date::month() const {
  return static_cast<int>(static_cast<unsigned>(calendar_day(*this).month()));
}
int Date::day() const {
  return static_cast<int>(static_cast<unsigned>(calendar_day(*this).day()));
}

Date Date::plus_months(std::int64_t count) const {
  const year_month_day from = calendar_day(*this);
  const std::int64_t from_month = 12 * static_cast<int>(from.year()) + static_cast<int>(unsigned{from.month()}) - 1;
  // A span that leaves the calendar stops at its edge: rules may say `ended_on + 9000 years` of any date.
  constexpr std::int64_t calendar_months = 12 * (last_year + 1);
  const std::int64_t to_month = from_month + std::clamp(count, -calendar_months, calendar_months);
  if (to_month < 12 * first_year) return date_of(from_parts(first_year, 1, 1));
  if (to_month >= 12 * (last_year + 1)) return date_of(from_parts(last_year, 12, 31));

  const std::chrono::year year(static_cast<int>(to_month / 12));
  const std::chrono::month month(static_cast<unsigned>(to_month % 12 + 1));
  const year_month_day to(year, month, from.day());
  return date_of(to.ok() ? to : year_month_day(year / month / std::chrono::last));
}

std::string Date::to_iso() const {
  const year_month_day ymd = calendar_day(*this);
  char text[32];
  const int length = std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(ymd.year()),
                                   unsigned{ymd.month()}, unsigned{ymd.day()});
  return {text, static_cast<std::size_t>(length)};
}

}  // namespace nilai::engine
