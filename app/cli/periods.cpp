#include "app/cli/periods.hpp"

#include "app/words.hpp"
#include "engine/evaluated_periods.hpp"

namespace nilai::app {

using engine::Period;

AskedPeriods asked_periods(const engine::Plan& plan, const std::optional<std::string>& name, text::Language language) {
  if (!plan.every) return {{}, name ? say(Word::no_periods, language, {*name}) : std::string()};
  const std::string example = engine::first_period(plan).name();
  if (!name) return {{}, say(Word::period_needed, language, {example})};
  const auto asked = Period::parse(*name, *plan.every, plan.starting_month);
  if (!asked) return {{}, say(Word::not_a_period, language, {*name, example})};
  if (plan.in_force_from && asked->start() < *plan.in_force_from) {
    return {{}, say(Word::before_in_force, language, {asked->name(), plan.in_force_from->to_iso(), example})};
  }
  if (plan.in_force_to && asked->start() > *plan.in_force_to) {
    return {{}, say(Word::after_in_force, language, {asked->name(), plan.in_force_to->to_iso()})};
  }
  return {engine::evaluated_periods(plan, *asked), {}};
}

}  // namespace nilai::app
