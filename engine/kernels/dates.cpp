#include <algorithm>
#include <cstdint>

#include "engine/kernels/kernels.hpp"
#include "engine/working_days.hpp"

namespace nilai::engine::kernels {
namespace {

/// `count` days after `date`; a count that leaves the calendar stops at its edge, as months do.
std::int32_t days_later(std::int32_t date, const Number& count) {
  static const std::int64_t first_day = Date::from_ymd(1, 1, 1)->days;
  static const std::int64_t last_day = Date::from_ymd(9999, 12, 31)->days;
  const auto days = count.whole_part().to_int64();
  const std::int64_t span = last_day - first_day;
  const std::int64_t far = count.sign() < 0 ? -span : span;
  const std::int64_t steps = std::clamp(days.value_or(far), -span, span);
  return static_cast<std::int32_t>(std::clamp(date + steps, first_day, last_day));
}

}  // namespace

Column add_days(const Call& call) {
  return each_present(call, [&call](std::size_t row) { return days_later(call[0].code(row), call[1].number(row)); });
}

Column add_months(const Call& call) {
  return each_present(call,
                      [&call](std::size_t row) { return Date{call[0].code(row)}.plus_months(call[1].code(row)).days; });
}

Column days_between(const Call& call) {
  return each_present(call, [&call](std::size_t row) {
    return Number(std::int64_t{call[1].code(row)} - std::int64_t{call[0].code(row)});
  });
}

Column working_days_between(const Call& call) {
  static const WorkingDays weekdays;
  const WorkingDays& days = call.loads.working_days != nullptr ? *call.loads.working_days : weekdays;
  return each_present(
      call, [&](std::size_t row) { return Number(days.between(Date{call[0].code(row)}, Date{call[1].code(row)})); });
}

Column year_of(const Call& call) {
  return each_present(call, [&call](std::size_t row) { return Number(Date{call[0].code(row)}.year()); });
}

Column month_of(const Call& call) {
  return each_present(call, [&call](std::size_t row) { return Number(Date{call[0].code(row)}.month()); });
}

}  // namespace nilai::engine::kernels
