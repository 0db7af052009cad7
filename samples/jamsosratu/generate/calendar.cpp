#include "calendar.hpp"

#include "digits.hpp"

namespace jamsosratu {
namespace {

using std::chrono::year_month;

year_month first_month(Quarter quarter) {
  return std::chrono::year(quarter.year) / std::chrono::month(static_cast<unsigned>(3 * quarter.number - 2));
}

}  // namespace

Day Quarter::first_day() const {
  return Day(first_month(*this) / 1);
}

Day Quarter::last_day() const {
  return plus(1).first_day() - days(1);
}

int Quarter::day_count() const {
  return static_cast<int>((plus(1).first_day() - first_day()).count());
}

Quarter Quarter::plus(int count) const {
  const int index = 4 * year + (number - 1) + count;
  return {index / 4, index % 4 + 1};
}

std::optional<Quarter> read_quarter(std::string_view text) {
  if (text.size() != 7 || text.substr(4, 2) != "-Q") return std::nullopt;
  const auto year = read_digits(text.substr(0, 4));
  const auto number = read_digits(text.substr(6));
  if (!year || !number || *year < 1900 || *number < 1 || *number > 4) return std::nullopt;
  return Quarter{static_cast<int>(*year), static_cast<int>(*number)};
}

std::string to_text(Quarter quarter) {
  return padded(quarter.year, 4) + "-Q" + padded(quarter.number, 1);
}

std::string to_text(Day day) {
  const std::chrono::year_month_day date(day);
  const auto month = static_cast<unsigned>(date.month());
  const auto day_of_month = static_cast<unsigned>(date.day());
  return padded(static_cast<int>(date.year()), 4) + "-" + padded(month, 2) + "-" + padded(day_of_month, 2);
}

Day months_before(Day day, int count) {
  const auto earlier = std::chrono::year_month_day(day) - std::chrono::months(count);
  return earlier.ok() ? Day(earlier) : Day(earlier.year() / earlier.month() / std::chrono::last);
}

}  // namespace jamsosratu
