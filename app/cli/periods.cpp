#include "app/cli/periods.hpp"

#include <algorithm>

#include "app/words.hpp"

namespace nilai::app {

namespace {

using engine::Period;

/// A period of the plan's unit, to show how one is written: the first that the rulebook can be run for.
Period first_period(const engine::Plan& plan) {
  const engine::Date day = plan.in_force_from.value_or(*engine::Date::from_ymd(2017, 1, 1));
  const Period containing = Period::containing(day, *plan.every, plan.starting_month);
  return containing.start() < day ? containing.plus(1) : containing;
}

std::vector<Period> with_earlier(const engine::Plan& plan, const Period& asked) {
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

}  // namespace

AskedPeriods asked_periods(const engine::Plan& plan, const std::optional<std::string>& name, text::Language language) {
  if (!plan.every) return {{}, name ? say(Word::no_periods, language, {*name}) : std::string()};
  const std::string example = first_period(plan).name();
  if (!name) return {{}, say(Word::period_needed, language, {example})};
  const auto asked = Period::parse(*name, *plan.every, plan.starting_month);
  if (!asked) return {{}, say(Word::not_a_period, language, {*name, example})};
  if (plan.in_force_from && asked->start() < *plan.in_force_from) {
    return {{}, say(Word::before_in_force, language, {asked->name(), plan.in_force_from->to_iso(), example})};
  }
  if (plan.in_force_to && asked->start() > *plan.in_force_to) {
    return {{}, say(Word::after_in_force, language, {asked->name(), plan.in_force_to->to_iso()})};
  }
  return {with_earlier(plan, *asked), {}};
}

}  // namespace nilai::app
