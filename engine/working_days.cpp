#include "engine/working_days.hpp"

#include <algorithm>

namespace nilai::engine {
namespace {

constexpr std::int64_t days_of_week = 7;
constexpr std::int64_t weekdays_of_week = 5;

/// Days since a Monday, 1969-12-29.
std::int64_t since_monday(Date date) {
  return std::int64_t{date.days} + 3;
}

std::int64_t floor_quotient(std::int64_t a, std::int64_t b) {
  return a >= 0 ? a / b : -((-a + b - 1) / b);
}

/// Days from Monday to Friday up to and including `date`, counted from that Monday.
std::int64_t weekdays_to(Date date) {
  const std::int64_t days = since_monday(date);
  const std::int64_t weeks = floor_quotient(days, days_of_week);
  return weeks * weekdays_of_week + std::min(days - weeks * days_of_week + 1, weekdays_of_week);
}

bool is_weekend(Date date) {
  const std::int64_t days = since_monday(date);
  return days - floor_quotient(days, days_of_week) * days_of_week >= weekdays_of_week;
}

}  // namespace

WorkingDays::WorkingDays(std::vector<Date> holidays) : holidays_(std::move(holidays)) {
  holidays_.erase(std::remove_if(holidays_.begin(), holidays_.end(), is_weekend), holidays_.end());
  std::sort(holidays_.begin(), holidays_.end());
  holidays_.erase(std::unique(holidays_.begin(), holidays_.end()), holidays_.end());
}

std::int64_t WorkingDays::between(Date from, Date to) const {
  const auto holidays_to = [this](Date date) {
    return std::upper_bound(holidays_.begin(), holidays_.end(), date) - holidays_.begin();
  };
  return weekdays_to(to) - weekdays_to(from) - (holidays_to(to) - holidays_to(from));
}

}  // namespace nilai::engine
