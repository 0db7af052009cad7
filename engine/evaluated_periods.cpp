#include "engine/evaluated_periods.hpp"

#include <algorithm>

namespace nilai::engine {

Period first_period(const Plan& plan) {
  const Date day = plan.in_force_from.value_or(*Date::from_ymd(2017, 1, 1));
  const Period containing = Period::containing(day, *plan.every, plan.starting_month);
  return containing.start() < day ? containing.plus(1) : containing;
}

std::vector<Period> evaluated_periods(const Plan& plan, const Period& asked) {
  std::vector<Period> periods = {asked};
  if (!plan.history.is_needed) return periods;
  for (std::uint32_t back = 0; !plan.history.periods_back || back < *plan.history.periods_back; ++back) {
    const Period earlier = periods.back().plus(-1);
    if (!plan.in_force_from || earlier.start() < *plan.in_force_from) break;
    periods.push_back(earlier);
  }
  std::reverse(periods.begin(), periods.end());
  return periods;
}

}  // namespace nilai::engine
