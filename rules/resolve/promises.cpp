#include <algorithm>

#include "rules/resolve/resolve.hpp"
#include "rules/score_name.hpp"

namespace nilai::rules {

namespace {

using text::Code;
using text::Diagnostics;

std::vector<std::string> outcome_names(const Model& model) {
  std::vector<std::string> names;
  for (const syntax::Outcome& outcome : model.outcomes) names.push_back(outcome.name.text);
  return names;
}

/// Everything a test can fix or expect by its name.
std::vector<std::string> value_names(const Model& model) {
  std::vector<std::string> names;
  for (const auto& measure : model.measures) names.push_back(measure.name);
  for (const auto& criterion : model.criteria) names.push_back(criterion.name);
  for (const auto& score : model.scores) names.push_back(score.name);
  return names;
}

void check_name(const Model& model, const syntax::Name& name, std::vector<std::string> known, Code code,
                Diagnostics& diagnostics) {
  if (std::find(known.begin(), known.end(), name.text) != known.end()) return;
  for (std::uint32_t i = 0; i < model.scores.size(); ++i) {
    std::replace(known.begin(), known.end(), model.scores[i].name, score_name(model, i));
  }
  offer_nearest(diagnostics.add(code, name.span, {name.text}), name, known);
}

void check_code(const Model& model, const syntax::Code& code, Diagnostics& diagnostics) {
  std::vector<std::string> codes;
  for (const syntax::Decision& decision : model.decisions) {
    if (decision.code) codes.push_back(decision.code->text);
  }
  check_name(model, {code.text, code.span}, codes, Code::unknown_code, diagnostics);
}

void check_guarantee(const Model& model, const syntax::Guarantee& guarantee, Diagnostics& diagnostics) {
  switch (guarantee.kind) {
    case syntax::Guarantee::Kind::raising_score:
    case syntax::Guarantee::Kind::raising_outcome:
      check_name(model, guarantee.raised, value_names(model), Code::unknown_name, diagnostics);
      break;
    case syntax::Guarantee::Kind::missing_data:
    case syntax::Guarantee::Kind::never_outcome:
      check_name(model, guarantee.outcome, outcome_names(model), Code::unknown_outcome, diagnostics);
      break;
    case syntax::Guarantee::Kind::never_code:
      check_code(model, guarantee.code, diagnostics);
      break;
    case syntax::Guarantee::Kind::never:
    case syntax::Guarantee::Kind::always:
      break;
  }
}

void check_given(const Model& model, const syntax::Given& given, Diagnostics& diagnostics) {
  const auto table = find_table(model, given.of.text);
  if (!table) {
    std::vector<std::string> known = value_names(model);
    if (given.row_count > 0 || !given.pairs.empty()) known.clear();
    for (const Table& t : model.tables) known.push_back(t.name);
    check_name(model, given.of, known, given.row_count > 0 ? Code::unknown_table : Code::unknown_name, diagnostics);
    return;
  }
  std::vector<std::string> columns;
  for (const Column& column : model.tables[*table].columns) columns.push_back(column.name);
  for (const auto& pair : given.pairs) {
    if (std::find(columns.begin(), columns.end(), pair.column.text) != columns.end()) continue;
    auto& diagnostic = diagnostics.add(Code::unknown_column, pair.column.span, {pair.column.text, given.of.text});
    offer_nearest(diagnostic, pair.column, columns);
  }
  for (const syntax::Given& row : given.having) check_given(model, row, diagnostics);
}

void check_test(const Model& model, const syntax::Test& test, Diagnostics& diagnostics) {
  if (test.period && model.every) {
    const int month = model.book->evaluates->starting_month;
    if (!engine::Period::parse(test.period->text, *model.every, month)) {
      diagnostics.add(Code::not_a_period, test.period->span, {test.period->text});
    }
  }
  for (const syntax::Given& given : test.given) check_given(model, given, diagnostics);
  for (const syntax::Expectation& expectation : test.expect) {
    switch (expectation.kind) {
      case syntax::Expectation::Kind::outcome:
        check_name(model, expectation.name, outcome_names(model), Code::unknown_outcome, diagnostics);
        break;
      case syntax::Expectation::Kind::code:
        check_code(model, expectation.code, diagnostics);
        break;
      case syntax::Expectation::Kind::known:
        check_name(model, expectation.name, value_names(model), Code::unknown_name, diagnostics);
        break;
    }
  }
}

}  // namespace

void resolve_promises(Model& model, Diagnostics& diagnostics) {
  for (const syntax::Guarantee& guarantee : model.book->guarantees) check_guarantee(model, guarantee, diagnostics);
  for (const syntax::Test& test : model.book->tests) check_test(model, test, diagnostics);
}

}  // namespace nilai::rules
