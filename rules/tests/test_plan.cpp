#include "rules/tests/test_plan.hpp"

#include <algorithm>

#include "engine/evaluated_periods.hpp"
#include "rules/compile.hpp"
#include "rules/lower/lower.hpp"
#include "rules/resolve/resolve.hpp"

namespace nilai::rules {

namespace {

using engine::Period;
using engine::Value;
using syntax::Known;
using text::Code;
using text::Diagnostics;

template <class Definitions>
std::optional<std::size_t> index_of(const Definitions& definitions, const std::string& name) {
  const auto found =
      std::find_if(definitions.begin(), definitions.end(), [&](const auto& d) { return d.name == name; });
  if (found == definitions.end()) return std::nullopt;
  return static_cast<std::size_t>(found - definitions.begin());
}

bool is_percent(const Model& model, const Known& known) {
  if (known.kind != Known::Kind::value) return false;
  const auto* negated = std::get_if<syntax::Negate>(&model.at(known.value).node);
  const auto* number = std::get_if<syntax::NumberLiteral>(&model.at(negated ? negated->operand : known.value).node);
  return number != nullptr && number->is_percent;
}

/// Brings one test into the form that is run.
class TestPlanner {
 public:
  TestPlanner(const Compiled& compiled, const syntax::Test& test, Diagnostics& diagnostics)
      : compiled_(compiled), model_(compiled.model), test_(test), diagnostics_(diagnostics) {}

  TestPlan plan() {
    plan_.period = period();
    plan_.groups = plan_rows(compiled_, test_, plan_, diagnostics_);
    for (const syntax::Given& given : test_.given) {
      if (given.fixed) {
        fix(given);
      } else if (!find_table(model_, given.of.text)) {
        diagnostics_.add(Code::unknown_table, given.of.span, {given.of.text});  // a measure without its value
      }
    }
    for (const syntax::Expectation& expectation : test_.expect) expect(expectation);
    return std::move(plan_);
  }

 private:
  std::optional<Period> period() {
    const engine::Plan& plan = compiled_.plan;
    if (!plan.every) {
      if (test_.period) diagnostics_.add(Code::period_without_every, test_.period->span, {test_.label.text});
      return std::nullopt;
    }
    if (!test_.period) return engine::first_period(plan);
    const auto period = Period::parse(test_.period->text, *plan.every, plan.starting_month);
    if (!period) return std::nullopt;  // reported by resolve
    const bool is_before = plan.in_force_from && period->start() < *plan.in_force_from;
    const bool is_after = plan.in_force_to && period->start() > *plan.in_force_to;
    if (is_before || is_after) {
      diagnostics_.add(Code::period_not_in_force, test_.period->span, {period->name()});
    }
    return period;
  }

  /// A slot that holds one value a subject, and what that value is of.
  struct Place {
    engine::Slot slot = 0;
    Type type;
  };

  /// Where what a test says of `name` is worked out. Empty, and reported, where it is said of something that has none.
  std::optional<Place> place_of(const syntax::Name& name, const Known& known) {
    const bool is_of_points = known.kind == Known::Kind::points || known.kind == Known::Kind::not_assessed;
    if (const auto index = index_of(model_.criteria, name.text)) {
      const engine::CriterionPlan& criterion = compiled_.plan.criteria[*index];
      if (is_of_points) return Place{criterion.points, Type{}};
      return Place{criterion.value, model_.criteria[*index].value_type};
    }
    if (is_of_points) {
      diagnostics_.add(Code::no_points, name.span, {name.text});
      return std::nullopt;
    }
    if (const auto index = index_of(model_.measures, name.text)) {
      return Place{compiled_.plan.measures[*index].value, model_.measures[*index].type};
    }
    if (const auto index = index_of(model_.scores, name.text)) {
      return Place{compiled_.plan.scores[*index].value, Type::of(Kind::number)};
    }
    diagnostics_.add(Code::unknown_name, name.span, {name.text});  // a table, which has no value
    return std::nullopt;
  }

  std::optional<Value> value_of(const syntax::Name& name, const Known& known, const Type& type) {
    if (known.kind == Known::Kind::points) return constant_value(model_, known.value);
    if (known.kind == Known::Kind::not_assessed) return Value::missing(Kind::number);
    return known_value(compiled_, known, type, name, diagnostics_);
  }

  void fix(const syntax::Given& given) {
    const auto place = place_of(given.of, *given.fixed);
    if (!place) return;
    auto value = value_of(given.of, *given.fixed, place->type);
    if (!value) return;
    FixedValue fixed{place->slot, std::move(*value), std::nullopt};
    if (given.window && !compiled_.plan.every) {
      const std::string written = source_text(model_, given.window->window_span);
      diagnostics_.add(Code::history_without_period, given.window->window_span, {written});
    } else if (given.window) {
      fixed.window = window_of(model_, *given.window);
    }
    plan_.fixed.push_back(std::move(fixed));
  }

  void expect(const syntax::Expectation& expectation) {
    ExpectedValue expected;
    switch (expectation.kind) {
      case syntax::Expectation::Kind::outcome:
        expected.kind = ExpectedValue::Kind::outcome;
        expected.text = expectation.name.text;
        break;
      case syntax::Expectation::Kind::code:
        expected.kind = ExpectedValue::Kind::code;
        expected.text = expectation.code.text;
        break;
      case syntax::Expectation::Kind::known:
        expect_known(expectation, expected);
        break;
    }
    plan_.expected.push_back(std::move(expected));
  }

  void expect_known(const syntax::Expectation& expectation, ExpectedValue& expected) {
    const Known& known = expectation.known;
    const bool is_of_points = known.kind == Known::Kind::points || known.kind == Known::Kind::not_assessed;
    expected.kind = is_of_points ? ExpectedValue::Kind::points : ExpectedValue::Kind::value;
    expected.text = expectation.name.text;
    expected.is_percent = is_percent(model_, known);
    const auto place = place_of(expectation.name, known);
    if (!place) return;
    expected.slot = place->slot;
    expected.type = place->type;
    if (auto value = value_of(expectation.name, known, place->type)) expected.value = std::move(*value);
  }

  const Compiled& compiled_;
  const Model& model_;
  const syntax::Test& test_;
  Diagnostics& diagnostics_;
  TestPlan plan_;
};

}  // namespace

std::vector<TestPlan> plan_tests(const Compiled& compiled, Diagnostics& diagnostics) {
  std::vector<TestPlan> plans;
  for (const syntax::Test& test : compiled.book.tests) plans.push_back(TestPlanner(compiled, test, diagnostics).plan());
  return plans;
}

}  // namespace nilai::rules
