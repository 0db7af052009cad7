#include "rules/explain/terms.hpp"

#include <algorithm>

#include "engine/kernels/peers.hpp"
#include "rules/explain/shown.hpp"
#include "rules/parts.hpp"

namespace nilai::rules {

namespace {

constexpr int shown_places = 4;

/// Whether `id` is the change of a value since the period before.
bool is_change(const syntax::Rulebook& book, ExpressionId id) {
  const auto* call = std::get_if<syntax::Call>(&book.at(id).node);
  return call != nullptr && call->function == syntax::Function::change;
}

/// Of the instruction that reads a cell: the one beside it that reads why the cell is empty.
engine::Slot reason_slot(const engine::Plan& plan, engine::Slot cell) {
  const auto& instructions = plan.judge.instructions;
  const auto& load = std::get<engine::ColumnLoad>(instructions[cell].payload);
  TableIndex table = plan.subject;
  for (const LinkIndex link : load.path) table = plan.tables[table].links[link].parent;
  const auto found = std::find_if(instructions.begin(), instructions.end(), [&](const engine::Instruction& one) {
    const auto* other = std::get_if<engine::ColumnLoad>(&one.payload);
    return other != nullptr && other->path == load.path &&
           plan.tables[table].columns[other->column].reason_of == load.column;
  });
  return static_cast<engine::Slot>(found - instructions.begin());
}

}  // namespace

Terms::Terms(const Compiled& compiled, const engine::Gathered& gathered, const engine::Judgements& judgements,
             std::size_t subject, text::Language language)
    : compiled_(compiled),
      model_(compiled.model),
      gathered_(gathered),
      judgements_(judgements),
      subject_(subject),
      language_(language) {}

std::optional<engine::Value> Terms::value_of(ExpressionId id) const {
  if (id.is_none() || !compiled_.slots[id.index]) return std::nullopt;
  return value(*compiled_.slots[id.index]);
}

ShownValue Terms::shown(const engine::Value& value, const Type& type, std::optional<int> places) const {
  return shown_value(model_, value, type, places, shown_places, language_);
}

void Terms::say_reason(ExpressionId id, ShownValue& shown) const {
  if (const auto* measure = std::get_if<MeasureReference>(&model_.reference(id))) {
    return say_reason(model_.measures[measure->index].body, shown);
  }
  const auto* column = std::get_if<ColumnReference>(&model_.reference(id));
  if (column == nullptr || !model_.column(*column).reasons || !compiled_.slots[id.index]) return;
  const engine::Value reason = value(reason_slot(compiled_.plan, *compiled_.slots[id.index]));
  if (!reason.is_present()) return;
  const Choice& reasons = model_.choices[*model_.column(*column).reasons];
  const syntax::ChoiceValue& said = reasons.values[static_cast<std::size_t>(reason.code())];
  shown.reason_name = said.name.text;
  shown.reason = label_text(said.label, said.name.text, language_);
}

void Terms::count_rows(ExpressionId id, Term& term) const {
  const auto& index = compiled_.aggregates[id.index];
  if (!index) return;
  const engine::GatheredAggregate& aggregate = gathered_.periods.back().aggregates[*index];
  if (aggregate.taken.empty()) return;
  term.counted = aggregate.counted[subject_];
  term.taken = aggregate.taken[subject_];
}

void Terms::find_peers(ExpressionId id, Term& term) const {
  if (call_over(*model_.book, id, syntax::Rows::Of::peers) == nullptr || !compiled_.slots[id.index]) return;
  const engine::Instruction& instruction = compiled_.plan.judge.instructions[*compiled_.slots[id.index]];
  const engine::PeriodJudgement& judged = judgements_.last();
  std::vector<const engine::Column*> operands;
  for (const engine::Slot operand : instruction.operands) operands.push_back(&judged.slots[operand]);
  const auto compared = engine::compare_with_peers(instruction, operands, judged.is_evaluated);
  term.peers = compared.size[subject_];
  const auto& in_same = model_.in_same(id);
  const auto first_common = instruction.operands.end() - static_cast<std::ptrdiff_t>(in_same.size());
  for (std::uint32_t i = 0; i < compared.common_count[subject_]; ++i) {
    const Column& column = model_.column(in_same[i]);
    Term common;
    common.text = common.name = column.name;
    common.label = label_text(column.label, column.name, language_);
    common.value = shown(value(first_common[i]), column.type);
    term.in_same.push_back(std::move(common));
  }
}

void Terms::count_periods(ExpressionId id, Term& term) const {
  if (call_over(*model_.book, id, syntax::Rows::Of::periods) == nullptr || !compiled_.slots[id.index]) return;
  const engine::Instruction& instruction = compiled_.plan.judge.instructions[*compiled_.slots[id.index]];
  term.periods = engine::periods_taken(instruction, gathered_, judgements_).taken[subject_];
}

Term Terms::of(ExpressionId id, int depth) const {
  Term term;
  term.text = source_text(model_, id);
  const Type& type = model_.type(id);
  term.value = shown(value_of(id).value_or(engine::Value::missing(type.kind)), type, places_of(model_, id));
  say_reason(id, term.value);
  count_rows(id, term);
  find_peers(id, term);
  count_periods(id, term);
  if ((term.peers || is_change(*model_.book, id)) && depth > 0) {
    for (const ExpressionId child : children(*model_.book, id)) collect(child, depth - 1, term.parts);
  } else if (const auto* reference = std::get_if<MeasureReference>(&model_.reference(id))) {
    const Measure& measure = model_.measures[reference->index];
    term.name = measure.name;
    term.label = label_text(measure.label, measure.name, language_);
    if (depth > 0) term.parts = behind(measure.body, depth - 1);
  } else if (const auto* score = std::get_if<ScoreReference>(&model_.reference(id))) {
    term.name = model_.scores[score->index].name;
    term.label = label_text(model_.scores[score->index].label, term.name, language_);
  } else if (const auto* parameter = std::get_if<ParameterReference>(&model_.reference(id))) {
    term.name = model_.parameters[parameter->index].name;
    term.label = label_text(model_.parameters[parameter->index].label, term.name, language_);
  } else if (const auto* column = std::get_if<ColumnReference>(&model_.reference(id))) {
    term.name = model_.column(*column).name;
    term.label = label_text(model_.column(*column).label, term.name, language_);
  }
  return term;
}

Term Terms::of_measure(const Measure& measure, engine::Slot slot, int depth) const {
  Term term;
  term.text = source_text(model_, measure.body);
  term.name = measure.name;
  term.label = label_text(measure.label, measure.name, language_);
  std::optional<int> places;
  if (measure.rounding && measure.rounding->places) places = static_cast<int>(*measure.rounding->places);
  term.value = shown(value(slot), measure.type, places);
  say_reason(measure.body, term.value);
  count_rows(measure.body, term);
  find_peers(measure.body, term);
  count_periods(measure.body, term);
  if (!term.counted && !term.peers && !term.periods) term.parts = behind(measure.body, depth);
  if (!measure.assessed_when.is_none()) {
    term.evidence = source_text(model_, measure.assessed_when);
    term.evidence_terms = behind(measure.assessed_when, 0);
  }
  return term;
}

std::vector<Term> Terms::behind(ExpressionId id, int depth) const {
  std::vector<Term> found;
  if (!id.is_none()) collect(id, depth, found);
  return found;
}

void Terms::collect(ExpressionId id, int depth, std::vector<Term>& found) const {
  const auto& node = model_.at(id).node;
  const bool is_value = !std::holds_alternative<std::monostate>(model_.reference(id)) &&
                        !std::holds_alternative<ChoiceValueReference>(model_.reference(id));
  const bool is_look =
      is_look_back(*model_.book, id) || call_over(*model_.book, id, syntax::Rows::Of::peers) != nullptr;
  const auto* call = std::get_if<syntax::Call>(&node);
  const bool is_of_parts = std::holds_alternative<syntax::PhraseUse>(node) ||
                           call_over(*model_.book, id, syntax::Rows::Of::criteria) != nullptr ||
                           (call != nullptr && (named_score(model_, *call) || named_criterion(model_, *call)));
  if (!is_value && !model_.aggregate(id) && !is_look && !is_of_parts) {
    for (const ExpressionId child : children(*model_.book, id)) collect(child, depth, found);
    return;
  }
  const std::string text = source_text(model_, id);
  const bool is_known = std::any_of(found.begin(), found.end(), [&](const Term& term) { return term.text == text; });
  if (!is_known) found.push_back(of(id, depth));
}

}  // namespace nilai::rules
