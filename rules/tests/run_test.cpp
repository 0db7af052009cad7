#include "rules/tests/run_test.hpp"

#include <algorithm>

#include "grammar/keywords.hpp"
#include "rules/tests/test_world.hpp"

namespace nilai::rules {

namespace {

using engine::Value;
using Expected = ExpectedValue::Kind;

/// The row of a test that *gather* had to set aside, reported where the test makes it.
void report(const engine::Refusal& refusal, const RowGroup& group, text::Diagnostics& problems) {
  const bool is_orphan = refusal.kind == engine::RefusalKind::orphan;
  problems.add(is_orphan ? text::Code::test_row_orphan : text::Code::test_row_twice, group.span, {refusal.text});
}

std::string number_text(const Number& number, bool is_percent) {
  const std::string decimals = is_percent ? (number * 100).to_text() + "%" : number.to_text();
  return number.terminates() ? decimals : decimals + " (" + number.to_ratio_text() + ")";
}

/// A value as the rulebook would write it; empty where it is not there.
std::string written_value(const Model& model, const Value& value, const ExpectedValue& expected) {
  if (!value.is_present()) return {};
  switch (value.kind) {
    case Kind::number:
      return number_text(value.number(), expected.is_percent);
    case Kind::flag:
      return std::string(
          grammar::written(value.is_yes() ? grammar::Keyword::yes : grammar::Keyword::no, model.book->language));
    case Kind::date:
      return value.date().to_iso();
    case Kind::span:
      return std::to_string(value.code());
    case Kind::text:
      return '"' + value.text() + '"';
    case Kind::choice:
      break;
  }
  return model.choices[expected.type.choice].values[static_cast<std::size_t>(value.code())].name.text;
}

/// Compares what a test expects with what came of it.
void compare(const Compiled& compiled, const TestPlan& plan, TestResult& result) {
  const std::uint32_t decision = result.judgements.decision[result.subject];
  const bool is_decided = decision != engine::Judgements::undecided;
  for (std::size_t i = 0; i < plan.expected.size(); ++i) {
    const ExpectedValue& expected = plan.expected[i];
    std::string got;
    bool is_met = false;
    switch (expected.kind) {
      case Expected::outcome:
        if (is_decided) got = compiled.plan.outcomes[compiled.plan.decisions[decision].outcome];
        is_met = got == expected.text;
        break;
      case Expected::code:
        if (is_decided) got = code_text(compiled.model.decisions[decision]);
        is_met = got == expected.text;
        break;
      case Expected::value:
      case Expected::points: {
        const Value value = result.judgements.value(expected.slot, result.subject);
        got = written_value(compiled.model, value, expected);
        is_met = value == expected.value;
        break;
      }
    }
    if (!is_met) result.failed.push_back({i, std::move(got)});
  }
}

}  // namespace

TestResult run_test(const Compiled& compiled, std::size_t index) {
  const TestPlan& plan = compiled.tests[index];
  const TestWorld world = make_world(compiled.plan, plan);
  TestResult result;
  engine::GatherOptions options;
  options.watch = [&](TableIndex table, const std::vector<engine::Column>& slots, std::size_t rows) {
    const engine::RowPlan& of_rows = compiled.plan.rows[table];
    std::vector<engine::Slot> formulas;
    for (const engine::FormulaPlan& formula : of_rows.formulas) formulas.push_back(formula.value);
    for (std::size_t row = 0; row < rows; ++row) {
      add_taken_ways(of_rows.program, slots, row, formulas, result.ways_of_rows);
    }
  };
  engine::GatherResult data = engine::gather(compiled.plan, world.inputs, world.periods, options);
  for (TableIndex table = 0; table < data.refusals.size(); ++table) {
    for (const engine::Refusal& refusal : data.refusals[table]) {
      if (refusal.is_value_only) continue;  // rows that clash: what comes of that may be what is tested
      report(refusal, plan.groups[world.group_of[table][refusal.row - 1]], result.problems);
    }
  }
  result.gathered = std::move(data.gathered);
  if (!result.problems.all().empty()) return result;
  const auto& keys = result.gathered.keys;
  result.subject = static_cast<std::size_t>(std::find(keys.begin(), keys.end(), world.key) - keys.begin());
  result.judgements = engine::judge(compiled.plan, result.gathered, overrides_of(plan, world.periods, result.subject));
  compare(compiled, plan, result);
  return result;
}

}  // namespace nilai::rules
