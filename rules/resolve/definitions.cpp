#include <algorithm>
#include <map>

#include "rules/resolve/resolve.hpp"

namespace nilai::rules {

namespace {

using text::Code;
using text::Diagnostics;
using text::Phrase;

engine::Date date_of(const syntax::DateLiteral& literal) {
  return engine::Date::from_ymd(literal.year, literal.month, literal.day).value_or(engine::Date{});
}

/// Definitions share one space of names: a name in an expression means one thing.
class NameSpace {
 public:
  explicit NameSpace(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  void take(const std::string& name, Span span) {
    const auto [found, is_new] = taken_.emplace(name, span);
    if (is_new) return;
    auto& diagnostic = diagnostics_.add(Code::defined_twice, span, {name});
    diagnostic.labels.push_back({found->second, {Phrase::first_here, {}}});
    diagnostic.notes.push_back({Phrase::names_must_differ, {}});
  }

 private:
  Diagnostics& diagnostics_;
  std::map<std::string, Span> taken_;
};

void resolve_named(Model& model, NameSpace& names) {
  const syntax::Rulebook& book = *model.book;
  for (const syntax::Parameter& written : book.parameters) {
    if (!written.by.empty()) {
      names.take(written.name.text, written.name.span);
      continue;
    }
    Parameter parameter{written.name.text, written.label, {}, {}, written.name.span};
    for (const syntax::DatedValue& value : written.values) {
      parameter.values.push_back({date_of(value.from), value.value, value.span});
    }
    names.take(parameter.name, parameter.span);
    model.parameters.push_back(std::move(parameter));
  }
  for (const syntax::Measure& written : book.measures) {
    names.take(written.name.text, written.name.span);
    if (!written.inputs.empty()) continue;
    model.measures.push_back({written.name.text,
                              written.label,
                              written.body,
                              written.rounding,
                              written.assessed_when,
                              {},
                              written.name.span});
  }
  for (const syntax::Criterion& written : book.criteria) {
    names.take(written.name.text, written.name.span);
    model.criteria.push_back({written.name.text,
                              written.label,
                              written.weight,
                              written.measured_by,
                              written.points,
                              written.assessed_when,
                              written.if_missing,
                              written.code ? written.code->text : "",
                              written.basis.text,
                              {},
                              written.name.span});
  }
  for (const syntax::Score& written : book.scores) {
    const std::string name = written.name ? written.name->text : "score";
    const Span span = written.name ? written.name->span : written.head_span;
    names.take(name, span);
    model.scores.push_back({name, written.label, written.body, written.rounding, written.assessed_when, {}, span});
  }
}

/// A criterion says what it measures and what that is worth.
void check_clauses(const Model& model, Diagnostics& diagnostics) {
  const auto report = [&](const Criterion& criterion, const char* clause) {
    auto& diagnostic = diagnostics.add(Code::clause_left_out, criterion.span, {criterion.name, clause});
    diagnostic.fixes.push_back({{Phrase::add_clause, {clause}}, std::nullopt, {}});
  };
  for (const Criterion& criterion : model.criteria) {
    if (criterion.measured_by.is_none()) report(criterion, "measured by");
    if (criterion.points.is_none()) report(criterion, "points");
  }
}

void resolve_outcomes(Model& model, Diagnostics& diagnostics) {
  const syntax::Rulebook& book = *model.book;
  for (std::size_t i = 1; i < book.outcomes.size(); ++i) {
    auto& diagnostic = diagnostics.add(Code::second_outcomes, book.outcomes[i].span);
    diagnostic.labels.push_back({book.outcomes.front().span, {Phrase::first_here, {}}});
  }
  if (book.outcomes.empty()) return;
  std::map<std::string, Span> seen;
  for (const syntax::Outcome& outcome : book.outcomes.front().outcomes) {
    const auto [found, is_new] = seen.emplace(outcome.name.text, outcome.name.span);
    if (is_new) {
      model.outcomes.push_back(outcome);
      continue;
    }
    auto& diagnostic = diagnostics.add(Code::defined_twice, outcome.name.span, {outcome.name.text});
    diagnostic.labels.push_back({found->second, {Phrase::first_here, {}}});
  }
}

void resolve_decisions(Model& model, Diagnostics& diagnostics) {
  const syntax::Rulebook& book = *model.book;
  for (std::size_t i = 1; i < book.decides.size(); ++i) {
    auto& diagnostic = diagnostics.add(Code::second_decide, book.decides[i].span);
    diagnostic.labels.push_back({book.decides.front().span, {Phrase::first_here, {}}});
  }
  if (book.decides.empty()) return;
  model.decisions = book.decides.front().decisions;
  if (model.outcomes.empty()) {
    auto& diagnostic = diagnostics.add(Code::decide_without_outcomes, book.decides.front().span);
    diagnostic.fixes.push_back({{Phrase::add_outcomes, {}}, std::nullopt, {}});
    return;
  }
  std::vector<std::string> names;
  for (const syntax::Outcome& outcome : model.outcomes) names.push_back(outcome.name.text);
  for (const syntax::Decision& decision : model.decisions) {
    if (std::find(names.begin(), names.end(), decision.outcome.text) != names.end()) continue;
    auto& diagnostic = diagnostics.add(Code::unknown_outcome, decision.outcome.span, {decision.outcome.text});
    offer_nearest(diagnostic, decision.outcome, names);
  }
}

/// The weakest criterion is a value like any other: of a choice whose values are the criteria.
void add_choice_of_criteria(Model& model) {
  if (model.criteria.empty()) return;
  Choice choice;
  choice.name = "criteria";
  for (const syntax::Criterion& criterion : model.book->criteria) {
    choice.values.push_back({criterion.name, criterion.label});
  }
  model.choice_of_criteria = static_cast<ChoiceIndex>(model.choices.size());
  model.choices.push_back(std::move(choice));
}

/// Likewise what the decision comes to.
void add_choice_of_outcomes(Model& model) {
  if (model.decisions.empty()) return;
  Choice choice;
  choice.name = "outcome";
  for (const syntax::Outcome& outcome : model.outcomes) choice.values.push_back({outcome.name, outcome.label});
  model.choice_of_outcomes = static_cast<ChoiceIndex>(model.choices.size());
  model.choices.push_back(std::move(choice));
}

}  // namespace

void resolve_definitions(Model& model, Diagnostics& diagnostics) {
  NameSpace names(diagnostics);
  resolve_named(model, names);
  check_clauses(model, diagnostics);
  resolve_outcomes(model, diagnostics);
  resolve_decisions(model, diagnostics);
  add_choice_of_criteria(model);
  add_choice_of_outcomes(model);
}

}  // namespace nilai::rules
