#include "engine/gather/windows.hpp"

namespace nilai::engine {
namespace {

Period unit_holding(Date date, const Window& window, const Period& period) {
  return Period::containing(date, window.unit, period.starting_month);
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
      days.first = unit_holding(end, window, *period).plus(1 - static_cast<int>(window.count)).start().days;
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
