#include "rules/explain/terms.hpp"

#include <algorithm>

#include "rules/explain/shown.hpp"

namespace nilai::rules {

namespace {

constexpr int shown_places = 4;

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

void Terms::count_rows(ExpressionId id, Term& term) const {
  const auto& index = compiled_.aggregates[id.index];
  if (!index) return;
  const engine::GatheredAggregate& aggregate = gathered_.periods.back().aggregates[*index];
  if (aggregate.taken.empty()) return;
  term.counted = aggregate.counted[subject_];
  term.taken = aggregate.taken[subject_];
}

Term Terms::of(ExpressionId id, int depth) const {
  Term term;
  term.text = source_text(model_, id);
  const Type& type = model_.type(id);
  term.value = shown(value_of(id).value_or(engine::Value::missing(type.kind)), type, places_of(model_, id));
  count_rows(id, term);
  if (const auto* reference = std::get_if<MeasureReference>(&model_.reference(id))) {
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
  count_rows(measure.body, term);
  if (!term.counted) term.parts = behind(measure.body, depth);
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
  const auto* call = std::get_if<syntax::Call>(&node);
  const bool is_history = call != nullptr && call->function == syntax::Function::streak;
  const bool is_phrase = std::holds_alternative<syntax::PhraseUse>(node);
  if (!is_value && !model_.aggregate(id) && !is_history && !is_phrase) {
    for (const ExpressionId child : children(*model_.book, id)) collect(child, depth, found);
    return;
  }
  const std::string text = source_text(model_, id);
  const bool is_known = std::any_of(found.begin(), found.end(), [&](const Term& term) { return term.text == text; });
  if (!is_known) found.push_back(of(id, depth));
}

}  // namespace nilai::rules
