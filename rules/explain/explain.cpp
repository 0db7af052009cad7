#include <algorithm>

#include "grammar/keywords.hpp"
#include "grammar/wording.hpp"
#include "rules/explain/shown.hpp"
#include "rules/explain/terms.hpp"
#include "rules/explanation.hpp"
#include "rules/parts.hpp"

namespace nilai::rules {

namespace {

using engine::Value;
using text::Language;
using text::Phrase;

/// How far measures are taken apart: deeper than any rulebook that people can follow.
constexpr int max_depth = 8;

/// Explains one subject, a part of the explanation after the other.
class Explainer {
 public:
  Explainer(const Compiled& compiled, const engine::Gathered& gathered, const engine::Judgements& judgements,
            std::size_t subject, Language language)
      : compiled_(compiled),
        model_(compiled.model),
        gathered_(gathered),
        judgements_(judgements),
        subject_(subject),
        language_(language),
        terms_(compiled, gathered, judgements, subject, language) {}

  Explanation explain() {
    Explanation explanation;
    explanation.score_word = grammar::spelt("score", model_.book->language);
    explanation.key = gathered_.keys[subject_];
    const auto& last = gathered_.periods.back();
    if (last.period) explanation.period = last.period->name();
    explanation.is_evaluated = last.is_evaluated[subject_];
    if (!explanation.is_evaluated) return explanation;
    explain_outcome(explanation);
    for (std::uint32_t i = 0; i < model_.criteria.size(); ++i) explanation.criteria.push_back(criterion_line(i));
    for (std::uint32_t i = 0; i < model_.scores.size(); ++i) explanation.scores.push_back(score_line(i));
    for (std::size_t i = 0; i < model_.measures.size(); ++i) {
      explanation.measures.push_back(
          terms_.of_measure(model_.measures[i], compiled_.plan.measures[i].value, max_depth));
    }
    explain_past(explanation);
    return explanation;
  }

 private:
  // --- outcome ----------------------------------------------------------------------------------------------------

  void explain_outcome(Explanation& explanation) {
    if (model_.decisions.empty()) return;
    const std::uint32_t decided = judgements_.decision[subject_];
    explanation.reason = reason_text(compiled_, gathered_, judgements_, subject_, language_);
    if (decided == engine::Judgements::undecided) {
      explanation.outcome = undecided_outcome;
      explanation.outcome_label = phrase_in(Phrase::outcome_undecided, {}, language_);
      explanation.code = undecided_code;
    } else {
      const syntax::Outcome& outcome = outcome_of(decided);
      explanation.outcome = outcome.name.text;
      explanation.outcome_label = label_text(outcome.label, outcome.name.text, language_);
      explanation.code = code_text(model_.decisions[decided]);
      explanation.is_confirmed_by_a_person = outcome.is_confirmed_by_a_person;
    }
    bool is_settled = false;
    for (std::uint32_t i = 0; i < model_.decisions.size(); ++i) {
      explanation.cases.push_back(decision_case(i, is_settled));
      const CaseState state = explanation.cases.back().state;
      is_settled = is_settled || state == CaseState::holds || state == CaseState::not_known;
      if (state == CaseState::holds) explanation.cases.back().reason = explanation.reason;
    }
  }

  const syntax::Outcome& outcome_of(std::uint32_t decision) const {
    return model_.outcomes[compiled_.plan.decisions[decision].outcome];
  }

  DecisionCase decision_case(std::uint32_t index, bool is_settled) {
    const syntax::Decision& decision = model_.decisions[index];
    const syntax::Outcome& outcome = outcome_of(index);
    DecisionCase shown;
    shown.outcome = outcome.name.text;
    shown.outcome_label = label_text(outcome.label, shown.outcome, language_);
    shown.code = code_text(decision);
    if (!decision.condition.is_none()) shown.condition = source_text(model_, decision.condition);
    if (is_settled) {
      shown.state = CaseState::not_reached;
      return shown;
    }
    shown.state = CaseState::holds;
    if (decision.condition.is_none()) return shown;
    const Value value = terms_.value(*compiled_.plan.decisions[index].condition);
    shown.state = !value.is_present() ? CaseState::not_known
                  : value.is_yes()    ? CaseState::holds
                                      : CaseState::does_not_hold;
    shown.terms = terms_.behind(decision.condition, 0);
    return shown;
  }

  // --- parts of scores --------------------------------------------------------------------------------------------

  /// What a part comes to in the sum of its score.
  PartLine part_line(const Definition& part) const {
    PartLine line;
    if (part.kind == Definition::Kind::score) {
      const Score& score = model_.scores[part.index];
      const engine::ScorePlan& plan = compiled_.plan.scores[part.index];
      line.name = score.name;
      line.label = label_text(score.label, score.name, language_);
      fill_sum(line, plan.value, plan.part->weight, plan.part->part_weight);
      line.points = terms_.shown(terms_.value(plan.value), score.type, plan.places);
    } else {
      const Criterion& criterion = model_.criteria[part.index];
      const engine::CriterionPlan& plan = compiled_.plan.criteria[part.index];
      line.name = criterion.name;
      line.label = label_text(criterion.label, criterion.name, language_);
      fill_sum(line, plan.points, plan.weight, plan.part_weight);
      for (const Heir& heir : criterion.heirs) {
        if (line.is_assessed || line.is_withheld) break;
        line.weight_to.push_back({model_.criteria[heir.criterion].name, terms_.shown(Value::of(heir.share), Type{})});
      }
    }
    return line;
  }

  void fill_sum(PartLine& line, engine::Slot points_slot, engine::Slot weight, engine::Slot part_weight_slot) const {
    const Value points = terms_.value(points_slot);
    const Value part_weight = terms_.value(part_weight_slot);
    line.is_assessed = points.is_present();
    line.is_withheld = points.presence == engine::Presence::withheld;
    line.points = terms_.shown(points, Type{});
    line.weight = terms_.shown(terms_.value(weight), Type{});
    line.part_weight = terms_.shown(part_weight, Type{});
    const bool counts = points.is_present() && part_weight.is_present();
    line.product =
        terms_.shown(counts ? Value::of(points.number() * part_weight.number()) : Value::missing(Kind::number), Type{});
  }

  // --- criteria ---------------------------------------------------------------------------------------------------

  CriterionLine criterion_line(std::uint32_t index) {
    const Criterion& criterion = model_.criteria[index];
    const engine::CriterionPlan& plan = compiled_.plan.criteria[index];
    CriterionLine line{part_line({Definition::Kind::criterion, index, 0}), {}, {}, {}, {}, {}, {}, {}, {}, {}};
    if (criterion.in) line.score = model_.scores[*criterion.in].name;
    line.measured_by = source_text(model_, criterion.measured_by);
    const Value value = terms_.value(plan.value);
    const Value points = terms_.value(plan.points);
    const auto measured = terms_.value_of(criterion.measured_by);
    line.value = terms_.shown(measured.value_or(value), criterion.value_type, places_of(model_, criterion.measured_by));
    terms_.say_reason(criterion.measured_by, line.value);
    line.rule = rule_text(criterion, value, points);
    if (!criterion.weight.is_none() && !constant_value(model_, criterion.weight)) {
      line.weight_formula = source_text(model_, criterion.weight);
      line.weight_terms = terms_.behind(criterion.weight, max_depth);
    }
    if (!criterion.assessed_when.is_none()) {
      line.evidence = source_text(model_, criterion.assessed_when);
      line.evidence_terms = terms_.behind(criterion.assessed_when, 0);
    }
    line.terms = terms_.behind(criterion.measured_by, max_depth);
    return line;
  }

  /// The case, or the stretch of the scale, that gave the points.
  std::string rule_text(const Criterion& criterion, const Value& value, const Value& points) const {
    if (!points.is_present()) return {};
    if (!value.is_present() && criterion.if_missing && criterion.if_missing->points) {
      return phrase_in(Phrase::rule_if_missing, {in_decimals(points.number().to_text(), language_)}, language_);
    }
    const auto& node = model_.at(criterion.points).node;
    if (const auto* cases = std::get_if<syntax::Cases>(&node)) return case_text(*cases);
    const auto* scale = std::get_if<syntax::Scale>(&node);
    if (scale != nullptr && value.is_present()) return stretch_text(*scale, value.number());  // a test may fix points
    return source_text(model_, criterion.points);
  }

  std::string case_text(const syntax::Cases& cases) const {
    for (const syntax::Case& c : cases.cases) {
      const auto holds = terms_.value_of(c.condition);
      if (c.condition.is_none() || (holds && holds->is_yes())) return source_text(model_, c.span);
    }
    return {};
  }

  std::string stretch_text(const syntax::Scale& scale, const Number& value) const {
    const auto span_of = [&](std::size_t from, std::size_t to) {
      return Span{model_.at(scale.points[from].points).span.begin, model_.at(scale.points[to].at).span.end};
    };
    for (std::size_t i = 0; i < scale.points.size(); ++i) {
      const auto at = terms_.value_of(scale.points[i].at);
      if (!at || !at->is_present() || value > at->number()) continue;
      const bool is_inside = i > 0 && value < at->number();
      return source_text(model_, span_of(is_inside ? i - 1 : i, i));
    }
    return source_text(model_, span_of(scale.points.size() - 1, scale.points.size() - 1));
  }

  // --- score ------------------------------------------------------------------------------------------------------

  ScoreLine score_line(std::uint32_t index) {
    const Score& score = model_.scores[index];
    const engine::ScorePlan& plan = compiled_.plan.scores[index];
    ScoreLine line;
    line.name = score.name;
    line.label = label_text(score.label, score.name, language_);
    line.formula = source_text(model_, score.body);
    line.value = terms_.shown(terms_.value(plan.value), score.type, plan.places);
    line.exact = terms_.shown(terms_.value_of(score.body).value_or(Value::missing(Kind::number)), Type{});
    line.assessed_weight = terms_.shown(terms_.value(plan.assessed_weight), Type{});
    line.weighted_average = terms_.shown(weighted_average(index), Type{});
    for (const Definition& part : parts_of(model_, index)) line.parts.push_back(part_line(part));
    const auto average = written(grammar::Keyword::weighted_average_of_criteria, model_.book->language);
    for (Term& term : terms_.behind(score.body, max_depth)) {
      if (term.text != average) line.terms.push_back(std::move(term));
    }
    if (!score.assessed_when.is_none()) {
      line.evidence = source_text(model_, score.assessed_when);
      line.evidence_terms = terms_.behind(score.assessed_when, 0);
    }
    return line;
  }

  /// The sum of the lines of a score's parts: what an average of them among the instructions gave.
  Value weighted_average(std::uint32_t score) const {
    const auto& instructions = compiled_.plan.judge.instructions;
    for (engine::Slot slot = 0; slot < instructions.size(); ++slot) {
      const engine::Instruction& instruction = instructions[slot];
      const bool is_average = instruction.operation == engine::Operation::weighted_average;
      if (is_average && std::get<std::uint32_t>(instruction.payload) == score) return terms_.value(slot);
    }
    return Value::missing(Kind::number);
  }

  // --- history ----------------------------------------------------------------------------------------------------

  void explain_past(Explanation& explanation) {
    for (std::size_t p = 0; p + 1 < gathered_.periods.size(); ++p) {
      PastPeriod past;
      past.period = gathered_.periods[p].period ? gathered_.periods[p].period->name() : "";
      past.is_evaluated = gathered_.periods[p].is_evaluated[subject_];
      if (past.is_evaluated) {
        past.terms = past_terms(p);
        if (!model_.decisions.empty() && is_decision_known(p)) past.outcome = past_outcome(p);
      }
      explanation.past.push_back(std::move(past));
    }
  }

  std::string past_outcome(std::size_t period) const {
    const std::uint32_t decided = judgements_.past_decisions[period][subject_];
    return decided == engine::Judgements::undecided ? undecided_outcome : outcome_of(decided).name.text;
  }

  /// Whether a result of an earlier period rests on none before the first that was gathered.
  bool is_known(engine::Slot slot, std::size_t period) const {
    const auto& depth = compiled_.plan.history.depth[slot];
    const auto& first = gathered_.periods.front().period;
    const auto& in_force = compiled_.plan.in_force_from;
    const bool has_all = !first || !in_force || first->plus(-1).start() < *in_force;
    return has_all || (depth && *depth <= period);
  }

  bool is_decision_known(std::size_t period) const {
    const auto& decisions = compiled_.plan.decisions;
    return std::all_of(decisions.begin(), decisions.end(), [&](const engine::DecisionPlan& decision) {
      return !decision.condition || is_known(*decision.condition, period);
    });
  }

  /// What the rules that look back read in an earlier period.
  std::vector<Term> past_terms(std::size_t period) const {
    std::vector<Term> found;
    const auto add = [&](ExpressionId id) {
      const auto& slot = compiled_.slots[id.index];
      if (!slot || constant_value(model_, id) || !is_known(*slot, period)) return;
      const engine::Column& column = judgements_.periods[period].slots[*slot];
      if (column.size() == 0) return;
      Term term;
      term.text = source_text(model_, id);
      const bool is_known = std::any_of(found.begin(), found.end(), [&](const Term& t) { return t.text == term.text; });
      if (is_known) return;
      term.value = terms_.shown(column.value(subject_), model_.type(id), places_of(model_, id));
      found.push_back(std::move(term));
    };
    for (std::uint32_t i = 0; i < model_.book->expressions.size(); ++i) {
      if (!compiled_.slots[i] || !is_look_back(*model_.book, {i})) continue;
      for (const ExpressionId read : children(*model_.book, {i})) {
        if (std::holds_alternative<OutcomeReference>(model_.reference(read))) continue;  // it heads the period
        if (model_.type(read).kind == Kind::flag) {
          for (const ExpressionId part : children(*model_.book, read)) add(part);
        }
        add(read);
      }
    }
    return found;
  }

  const Compiled& compiled_;
  const Model& model_;
  const engine::Gathered& gathered_;
  const engine::Judgements& judgements_;
  std::size_t subject_;
  Language language_;
  Terms terms_;
};

}  // namespace

Explanation explain(const Compiled& compiled, const engine::Gathered& gathered, const engine::Judgements& judgements,
                    std::size_t subject, Language language) {
  return Explainer(compiled, gathered, judgements, subject, language).explain();
}

}  // namespace nilai::rules
