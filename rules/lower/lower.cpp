#include "rules/lower/lower.hpp"

#include <algorithm>

#include "rules/lower/history.hpp"
#include "rules/lower/program_builder.hpp"

namespace nilai::rules {

namespace {

using engine::Operation;
using engine::Slot;
using engine::Value;

engine::ChoicePlan choice_plan(const Choice& choice) {
  engine::ChoicePlan plan;
  plan.name = choice.name;
  plan.is_ordered = choice.is_ordered;
  for (const auto& value : choice.values) plan.items.push_back({value.name.text, value.label.text});
  return plan;
}

/// Writes definitions into the judge program, each after those it uses.
class JudgeWriter {
 public:
  JudgeWriter(const Model& model, engine::Plan& plan, ProgramBuilder& builder)
      : model_(model), plan_(plan), builder_(builder) {
    plan_.criteria.resize(model.criteria.size());
    plan_.measures.resize(model.measures.size());
    plan_.scores.resize(model.scores.size());
  }

  void write(const Definition& definition) {
    switch (definition.kind) {
      case Definition::Kind::measure:
        return write_measure(definition);
      case Definition::Kind::criterion:
        return write_criterion(definition.index);
      case Definition::Kind::score:
        return write_score(definition);
      case Definition::Kind::decide:
        return write_decisions();
      case Definition::Kind::column:
      case Definition::Kind::parameter:
        return;  // written where they are used
    }
  }

  /// Once all definitions are there: what is said of the parts of every score, whoever reads it.
  void write_scoring() {
    if (model_.scores.empty()) write_parts(std::nullopt);
    for (std::uint32_t i = 0; i < model_.scores.size(); ++i) {
      write_parts(i);
      // A score without parts rests on no weights: nothing was assessed by weight, and nothing is said of it.
      plan_.scores[i].assessed_weight = parts_of(model_, i).empty() ? builder_.emit(Operation::constant, Kind::number,
                                                                                    {}, Value::missing(Kind::number))
                                                                    : builder_.assessed_weight(i);
    }
  }

 private:
  Slot guarded(Slot value, Kind kind, ExpressionId assessed_when) {
    if (assessed_when.is_none()) return value;
    return builder_.emit(Operation::only_when, kind, {value, builder_.lower(assessed_when)});
  }

  Slot lowered(ExpressionId body, const std::optional<syntax::Rounding>& rounding) {
    return rounding ? builder_.rounded(body, *rounding) : builder_.lower(body);
  }

  void write_measure(const Definition& definition) {
    const Measure& measure = model_.measures[definition.index];
    Slot slot = lowered(measure.body, measure.rounding);
    slot = guarded(slot, measure.type.kind, measure.assessed_when);
    builder_.define(definition, slot);
    plan_.measures[definition.index] = {measure.name, slot};
  }

  void write_criterion(std::uint32_t index) {
    const Criterion& criterion = model_.criteria[index];
    engine::CriterionPlan& plan = plan_.criteria[index];
    plan.name = criterion.name;
    for (const Heir& heir : criterion.heirs) plan.heirs.push_back({heir.criterion, heir.share});
    plan.value = guarded(builder_.lower(criterion.measured_by), criterion.value_type.kind, criterion.assessed_when);
    builder_.set_subject(plan.value);
    // Points without a reading of the value would be given to people who were never measured.
    const Slot given = builder_.lower(criterion.points);
    builder_.set_subject(std::nullopt);
    const Slot measured =
        builder_.emit(Operation::invert, Kind::flag, {builder_.emit(Operation::is_missing, Kind::flag, {plan.value})});
    plan.points = builder_.emit(Operation::only_when, Kind::number, {given, measured});
    if (criterion.if_missing && criterion.if_missing->points) {
      const Number points = number_of(*criterion.if_missing->points);
      const Value value = Value::of(criterion.if_missing->is_negative ? -points : points);
      const Slot instead = builder_.emit(Operation::constant, Kind::number, {}, value);
      plan.points = builder_.emit(Operation::if_missing, Kind::number, {plan.points, instead});
    }
    plan.weight = criterion.weight.is_none()
                      ? builder_.emit(Operation::constant, Kind::number, {}, Value::of(Number(1)))
                      : builder_.lower(criterion.weight);
    builder_.define_part({Definition::Kind::criterion, index, 0}, plan.points, plan.weight, plan.value);
  }

  void write_score(const Definition& definition) {
    const Score& score = model_.scores[definition.index];
    Slot slot = lowered(score.body, score.rounding);
    engine::ScorePlan& plan = plan_.scores[definition.index];
    if (score.rounding && score.rounding->places) plan.places = static_cast<int>(*score.rounding->places);
    slot = guarded(slot, Kind::number, score.assessed_when);
    builder_.define(definition, slot);
    plan.name = score.name;
    plan.value = slot;
    if (!score.in) return;
    plan.part = engine::ScorePartPlan{builder_.lower(score.weight), 0};
    builder_.define_part(definition, slot, plan.part->weight);
  }

  /// What each part of the score counted for.
  void write_parts(OfScore score) {
    const std::vector<Definition> parts = parts_of(model_, score);
    for (std::uint32_t i = 0; i < parts.size(); ++i) {
      const Slot weight = builder_.part_weight(score, i);
      if (parts[i].kind == Definition::Kind::criterion) {
        plan_.criteria[parts[i].index].part_weight = weight;
      } else {
        plan_.scores[parts[i].index].part->part_weight = weight;
      }
    }
  }

  void write_decisions() {
    for (const syntax::Decision& decision : model_.decisions) {
      engine::DecisionPlan plan;
      const auto outcome = std::find_if(model_.outcomes.begin(), model_.outcomes.end(),
                                        [&](const auto& o) { return o.name.text == decision.outcome.text; });
      plan.outcome = static_cast<std::uint32_t>(outcome - model_.outcomes.begin());
      if (!decision.condition.is_none()) plan.condition = builder_.lower(decision.condition);
      plan_.decisions.push_back(plan);
    }
    for (const ExpressionId id : expressions_of(model_, {Definition::Kind::decide, 0, 0})) {
      if (!id.is_none()) builder_.lower(id);
    }
    if (reads_outcome()) write_outcome();
  }

  [[nodiscard]] bool reads_outcome() const {
    const auto& references = model_.facts.reference;
    return std::any_of(references.begin(), references.end(),
                       [](const Reference& r) { return std::holds_alternative<OutcomeReference>(r); });
  }

  /// What the decision comes to, as a value like any other.
  void write_outcome() {
    std::vector<Slot> operands;
    for (const engine::DecisionPlan& decision : plan_.decisions) {
      if (decision.condition) operands.push_back(*decision.condition);
      const Value outcome = Value::choice(static_cast<std::int32_t>(decision.outcome));
      operands.push_back(builder_.emit(Operation::constant, Kind::choice, {}, outcome));
      if (!decision.condition) break;
    }
    builder_.define({Definition::Kind::decide, 0, 0},
                    builder_.emit(Operation::cases, Kind::choice, std::move(operands)));
  }

  const Model& model_;
  engine::Plan& plan_;
  ProgramBuilder& builder_;
};

void write_rows(const Model& model, const Layout& layout, std::vector<ProgramBuilder>& builders, engine::Plan& plan) {
  plan.rows.resize(layout.tables().size());
  for (std::size_t t = 0; t < layout.tables().size(); ++t) {
    const TableIndex table = layout.tables()[t];
    if (table == model.subject) continue;
    for (const Column& column : model.tables[table].columns) {
      if (!column.formula.is_none()) plan.rows[t].formulas.push_back({column.name, builders[t].lower(column.formula)});
    }
  }
  for (std::size_t t = 0; t < layout.tables().size(); ++t) {
    if (layout.tables()[t] != model.subject) plan.rows[t].program = builders[t].take_program();
  }
}

}  // namespace

Lowered lower(const Model& model, const Order& order) {
  Lowered lowered;
  engine::Plan& plan = lowered.plan;
  lowered.slots.resize(model.book->expressions.size());
  lowered.aggregates.resize(model.book->expressions.size());

  const Layout layout(model);
  lowered.model_tables = layout.tables();
  for (const Choice& choice : model.choices) plan.choices.push_back(choice_plan(choice));
  plan.tables = layout.table_plans();
  plan.subject = layout.table(model.subject);
  plan.every = model.every;
  plan.starting_month = static_cast<std::uint8_t>(model.book->evaluates->starting_month);
  plan.in_force_from = model.in_force_from;
  plan.in_force_to = model.in_force_to;
  plan.main_score = model.main_score;
  for (const syntax::Outcome& outcome : model.outcomes) plan.outcomes.push_back(outcome.name.text);

  std::vector<ProgramBuilder> builders;
  const Building building{model, layout, plan, lowered.aggregates, builders};
  for (const TableIndex table : layout.tables()) builders.emplace_back(building, table);

  ProgramBuilder& subject = builders[plan.subject];
  JudgeWriter writer(model, plan, subject);
  for (const Definition& definition : order) writer.write(definition);
  writer.write_scoring();
  subject.write_past();
  write_rows(model, layout, builders, plan);
  for (const auto& [id, slot] : subject.written()) lowered.slots[id.index] = slot;
  plan.judge = subject.take_program();
  plan.history = history_of(plan);
  return lowered;
}

}  // namespace nilai::rules
