#include <algorithm>
#include <map>

#include "grammar/wording.hpp"
#include "rules/resolve/resolve.hpp"
#include "rules/score_name.hpp"

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
                              written.changeable,
                              {},
                              written.name.span});
  }
  for (const syntax::Criterion& written : book.criteria) {
    names.take(written.name.text, written.name.span);
    model.criteria.push_back({written.name.text,
                              written.label,
                              written.weight,
                              {},
                              written.measured_by,
                              written.points,
                              written.assessed_when,
                              written.if_missing,
                              {},
                              written.code ? written.code->text : "",
                              written.basis.text,
                              {},
                              written.name.span});
  }
  for (const syntax::Score& written : book.scores) {
    const std::string name = written.name ? written.name->text : "score";
    const Span span = written.name ? written.name->span : written.head_span;
    names.take(name, span);
    if (!written.name) model.main_score = static_cast<std::uint32_t>(model.scores.size());
    model.scores.push_back(
        {name, written.label, written.weight, {}, written.body, written.rounding, written.assessed_when, {}, span});
  }
}

/// The score that a part says it is `in`.
std::optional<std::uint32_t> find_score(const Model& model, const syntax::Name& name, Diagnostics& diagnostics) {
  std::vector<std::string> names;
  for (std::uint32_t i = 0; i < model.scores.size(); ++i) {
    if (model.scores[i].name == name.text) return i;
    names.push_back(score_name(model, i));
  }
  offer_nearest(diagnostics.add(Code::unknown_score, name.span, {name.text}), name, names);
  return std::nullopt;
}

/// A score that is a part of itself, through however many others, has no value.
void check_circle(const Model& model, std::uint32_t start, Diagnostics& diagnostics) {
  std::string path = score_name(model, start);
  std::uint32_t lowest = start;
  std::optional<std::uint32_t> at = model.scores[start].in;
  for (std::size_t steps = 0; at && *at != start && steps < model.scores.size(); ++steps) {
    path += " → " + score_name(model, *at);
    lowest = std::min(lowest, *at);
    at = model.scores[*at].in;
  }
  if (at != start || lowest != start) return;  // told once, of its first
  path += " → " + score_name(model, start);
  diagnostics.add(Code::cycle, model.scores[start].span, {score_name(model, start), path});
}

std::string percent_text(const Number& share) {
  return (share * 100).to_text() + "%";
}

/// Without shares, to all alike; plain numbers are shares of their sum.
void share_out(Criterion& criterion, Diagnostics& diagnostics) {
  const auto& written = criterion.if_missing->heirs;
  const bool has_shares = std::any_of(written.begin(), written.end(), [](const auto& heir) { return heir.share; });
  const bool has_percent = std::any_of(written.begin(), written.end(),
                                       [](const auto& heir) { return heir.share && heir.share->is_percent; });
  Number sum;
  bool is_complete = true;
  for (std::size_t i = 0; i < written.size(); ++i) {
    const auto& share = written[i].share;
    const syntax::Name& name = written[i].criterion;
    if (has_shares && !share) diagnostics.add(Code::weights_mixed, name.span);
    is_complete = is_complete && (share || !has_shares);
    criterion.heirs[i].share = share ? number_of(*share) : Number(1);
    if (criterion.heirs[i].share.is_zero()) diagnostics.add(Code::weight_not_positive, name.span, {name.text});
    sum += criterion.heirs[i].share;
  }
  if (!is_complete || sum.is_zero()) return;
  if (has_percent && sum != Number(1)) {
    diagnostics.add(Code::heir_shares, criterion.if_missing->span, {criterion.name, percent_text(sum)});
  }
  for (Heir& heir : criterion.heirs) heir.share = heir.share / sum;
}

/// `if missing weight to NAME SHARE, …`
void resolve_heirs(Model& model, std::uint32_t index, Diagnostics& diagnostics) {
  Criterion& criterion = model.criteria[index];
  if (!criterion.if_missing || criterion.if_missing->heirs.empty()) return;
  std::vector<std::string> names;
  for (const Criterion& other : model.criteria) names.push_back(other.name);
  for (const auto& written : criterion.if_missing->heirs) {
    const syntax::Name& name = written.criterion;
    const auto heir = static_cast<std::uint32_t>(std::find(names.begin(), names.end(), name.text) - names.begin());
    const bool is_again = std::any_of(criterion.heirs.begin(), criterion.heirs.end(),
                                      [heir](const Heir& before) { return before.criterion == heir; });
    if (heir == names.size()) {
      offer_nearest(diagnostics.add(Code::unknown_criterion, name.span, {name.text}), name, names);
    } else if (heir == index || model.criteria[heir].in != criterion.in) {
      diagnostics.add(Code::not_an_heir, name.span, {name.text, criterion.name});
    } else if (is_again) {
      diagnostics.add(Code::value_twice, name.span, {name.text});
    }
    criterion.heirs.push_back({heir, {}});
  }
  share_out(criterion, diagnostics);
}

void resolve_parts(Model& model, Diagnostics& diagnostics) {
  for (std::size_t i = 0; i < model.criteria.size(); ++i) {
    const auto& in = model.book->criteria[i].in;
    if (in) {
      model.criteria[i].in = find_score(model, *in, diagnostics);
    } else if (!model.scores.empty()) {
      model.criteria[i].in = model.main_score;
    }
  }
  for (std::size_t i = 0; i < model.scores.size(); ++i) {
    const auto& in = model.book->scores[i].in;
    if (in) model.scores[i].in = find_score(model, *in, diagnostics);
  }
  for (std::uint32_t i = 0; i < model.scores.size(); ++i) check_circle(model, i, diagnostics);
  for (std::uint32_t i = 0; i < model.criteria.size(); ++i) resolve_heirs(model, i, diagnostics);
}

/// A criterion says what it measures and what that is worth.
void check_clauses(const Model& model, Diagnostics& diagnostics) {
  const auto report = [&](const Criterion& criterion, std::string_view keyword) {
    const std::string clause = grammar::spelt(keyword, model.book->language);
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
  resolve_parts(model, diagnostics);
  check_clauses(model, diagnostics);
  resolve_outcomes(model, diagnostics);
  resolve_decisions(model, diagnostics);
  add_choice_of_criteria(model);
  add_choice_of_outcomes(model);
}

}  // namespace nilai::rules
