#include "engine/gather/windows.hpp"

#include <algorithm>

namespace nilai::engine {
namespace {

Period unit_holding(Date date, const Window& window, const Period& period) {
  return Period::containing(date, window.unit, period.starting_month);
}

/// How many units before the last one a window begins; no more than there are in the calendar.
int units_back(const Window& window) {
  constexpr std::uint32_t calendar_years = 9999;
  constexpr std::uint32_t calendar_days = 366 * calendar_years;
  const auto months = static_cast<std::uint32_t>(months_in(window.unit));
  const std::uint32_t most = months == 0 ? calendar_days : 12 * calendar_years / months;
  return static_cast<int>(std::min(window.count, most)) - 1;
}

}  // namespace

DayRange days_of(const Window& window, const std::optional<Period>& period) {
  DayRange days;
  if (window.kind == Window::Kind::since) days.first = window.since.days;
  if (!period) return days;
  const Date start = period->start();
  const Date end = period->end();
  days.last = end.days;
  switch (window.kind) {
    case Window::Kind::period:
      days.first = start.days;
      break;
    case Window::Kind::ever:
    case Window::Kind::since:
      break;
    case Window::Kind::last:
      days.first = unit_holding(end, window, *period).plus(-units_back(window)).start().days;
      break;
    case Window::Kind::previous: {
      const Period previous = unit_holding(start, window, *period).plus(-1);
      days = {previous.start().days, previous.end().days};
      break;
    }
    case Window::Kind::current:
      days.first = unit_holding(end, window, *period).start().days;
      break;
  }
  return days;
}

}  // namespace nilai::engine
