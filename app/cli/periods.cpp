#include "app/cli/periods.hpp"

#include <utility>

#include "app/words.hpp"
#include "engine/evaluated_periods.hpp"

namespace nilai::app {

using engine::Period;

namespace {

AskedPeriods wrong(std::string mistake) {
  return {{}, 0, std::move(mistake)};
}

}  // namespace

AskedPeriods asked_periods(const engine::Plan& plan, const std::optional<std::string>& name, text::Language language) {
  if (!plan.every) return {{}, 1, name ? say(Word::no_periods, language, {*name}) : std::string()};
  const std::string example = engine::first_period(plan).name();
  if (!name) return wrong(say(Word::period_needed, language, {example}));
  if (name->find("..") != std::string::npos) return wrong(say(Word::range_of_periods, language, {*name}));
  const auto asked = Period::parse(*name, *plan.every, plan.starting_month);
  if (!asked) return wrong(say(Word::not_a_period, language, {*name, example}));
  if (plan.in_force_from && asked->start() < *plan.in_force_from) {
    return wrong(say(Word::before_in_force, language, {asked->name(), plan.in_force_from->to_iso(), example}));
  }
  if (plan.in_force_to && asked->start() > *plan.in_force_to) {
    return wrong(say(Word::after_in_force, language, {asked->name(), plan.in_force_to->to_iso()}));
  }
  return {engine::evaluated_periods(plan, *asked), 1, {}};
}

AskedPeriods asked_range(const engine::Plan& plan, const std::optional<std::string>& name, text::Language language) {
  const std::size_t dots = name ? name->find("..") : std::string::npos;
  if (dots == std::string::npos) return asked_periods(plan, name, language);
  AskedPeriods first = asked_periods(plan, name->substr(0, dots), language);
  const AskedPeriods last = asked_periods(plan, name->substr(dots + 2), language);
  if (!first.mistake.empty()) return first;
  if (!last.mistake.empty()) return last;
  if (last.periods.back() < first.periods.back()) return wrong(say(Word::not_a_range, language, {*name}));
  while (first.periods.back() < last.periods.back()) {
    first.periods.push_back(first.periods.back().plus(1));
    ++first.asked_count;
  }
  return first;
}

}  // namespace nilai::app
