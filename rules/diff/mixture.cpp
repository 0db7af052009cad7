#include "rules/diff/mixture.hpp"

#include <algorithm>

#include "grammar/print/expression.hpp"

namespace nilai::rules {

namespace {

using engine::Instruction;
using engine::Operation;
using engine::Slot;

/// A measure or a score that is another definition by a second name.
template <class Definition>
bool is_alias(const Model& model, const Definition& definition) {
  if (definition.rounding || !definition.assessed_when.is_none()) return false;
  const Reference& reference = model.reference(definition.body);
  return std::holds_alternative<MeasureReference>(reference) || std::holds_alternative<ScoreReference>(reference);
}

/// Whether choices of one name have the same values; that of the criteria follows those.
bool choices_agree(const Model& before, const Model& after) {
  for (std::size_t i = 0; i < before.choices.size(); ++i) {
    if (before.choice_of_criteria == i) continue;
    for (const Choice& other : after.choices) {
      if (other.name != before.choices[i].name) continue;
      const auto& values = before.choices[i].values;
      const bool is_same = std::equal(values.begin(), values.end(), other.values.begin(), other.values.end(),
                                      [](const auto& a, const auto& b) { return a.name.text == b.name.text; });
      if (!is_same) return false;
    }
  }
  return true;
}

}  // namespace

Mixer::Mixer(const Compiled& before, const Compiled& after, const std::vector<Pair>& pairs)
    : pairs_(pairs), choices_agree_(choices_agree(before.model, after.model)) {
  book(Side::before).compiled = &before;
  book(Side::after).compiled = &after;
  for (const Side side : {Side::before, Side::after}) {
    find_roots(side);
    find_aggregates(side);
  }
}

std::optional<std::size_t> Mixer::pair_of(Side side, Change::Kind kind, std::uint32_t index) const {
  const auto found = std::find_if(pairs_.begin(), pairs_.end(), [&](const Pair& pair) {
    return pair.kind == kind && (side == Side::before ? pair.before : pair.after) == index;
  });
  if (found == pairs_.end()) return std::nullopt;
  return static_cast<std::size_t>(found - pairs_.begin());
}

void Mixer::find_roots(Side side) {
  Book& in = book(side);
  const Model& model = in.compiled->model;
  const engine::Plan& plan = in.compiled->plan;
  const auto add = [&](Change::Kind kind, std::uint32_t index, Role role, Slot slot, bool is_owner = true) {
    const Root root{*pair_of(side, kind, index), role};
    in.slot_of_root.emplace(root, slot);
    if (is_owner) in.root_of_slot.emplace(slot, root);
  };
  // What is named by others comes first: a criterion measured by a measure does not own the measure's slot.
  const std::vector<Definition> columns = formula_columns(model);
  for (std::uint32_t i = 0; i < columns.size(); ++i) {
    const ExpressionId formula = model.tables[columns[i].index].columns[columns[i].column].formula;
    if (const auto& slot = in.compiled->slots[formula.index]) add(Change::Kind::column, i, Role::value, *slot);
  }
  for (std::uint32_t id = 0; id < model.book->expressions.size(); ++id) {
    const auto* parameter = std::get_if<ParameterReference>(&model.facts.reference[id]);
    if (parameter == nullptr || !in.compiled->slots[id]) continue;
    add(Change::Kind::parameter, parameter->index, Role::value, *in.compiled->slots[id]);
  }
  for (std::uint32_t i = 0; i < model.measures.size(); ++i) {
    add(Change::Kind::measure, i, Role::value, plan.measures[i].value, !is_alias(model, model.measures[i]));
  }
  for (std::uint32_t i = 0; i < model.scores.size(); ++i) {
    add(Change::Kind::score, i, Role::value, plan.scores[i].value, !is_alias(model, model.scores[i]));
    if (plan.scores[i].part) add(Change::Kind::score, i, Role::weight, plan.scores[i].part->weight);
  }
  for (std::uint32_t i = 0; i < model.criteria.size(); ++i) {
    add(Change::Kind::criterion, i, Role::value, plan.criteria[i].value);
    add(Change::Kind::criterion, i, Role::points, plan.criteria[i].points);
    add(Change::Kind::criterion, i, Role::weight, plan.criteria[i].weight);
  }
}

std::string Mixer::name_of_score(Side side, std::uint32_t index) const {
  const Model& model = book(side).compiled->model;
  return model.scores.empty() || index == model.main_score ? "" : model.scores[index].name;
}

std::optional<std::string> Mixer::part_of(std::size_t pair, Side side) const {
  const Pair& of = pairs_[pair];
  const auto& index = side == Side::before ? of.before : of.after;
  if (!index) return std::nullopt;
  const Model& model = book(side).compiled->model;
  if (of.kind == Change::Kind::criterion) return name_of_score(side, model.criteria[*index].in.value_or(0));
  if (of.kind != Change::Kind::score || !model.scores[*index].in) return std::nullopt;
  return name_of_score(side, *model.scores[*index].in);
}

void Mixer::find_aggregates(Side side) {
  Book& in = book(side);
  const Model& model = in.compiled->model;
  in.aggregate_texts.resize(in.compiled->plan.aggregates.size());
  in.rests_on.resize(in.compiled->plan.aggregates.size());
  for (std::uint32_t id = 0; id < model.book->expressions.size(); ++id) {
    const auto& aggregate = in.compiled->aggregates[id];
    if (!aggregate || in.compiled->plan.aggregates[*aggregate].owner != in.compiled->plan.subject) continue;
    std::string text = grammar::printed(*model.book, ExpressionId{id}, grammar::KeywordLanguage::english);
    in.aggregate_of_text.emplace(text, *aggregate);
    in.aggregate_texts[*aggregate] = std::move(text);
    collect(side, ExpressionId{id}, in.rests_on[*aggregate]);
  }
}

void Mixer::collect(Side side, ExpressionId id, std::vector<std::size_t>& found) const {
  if (id.is_none()) return;
  const Model& model = book(side).compiled->model;
  const auto add = [&](Change::Kind kind, std::uint32_t index) {
    const std::size_t pair = *pair_of(side, kind, index);
    const bool is_known = std::find(found.begin(), found.end(), pair) != found.end();
    if (pairs_[pair].is_changed && !is_known) found.push_back(pair);
  };
  const Reference& reference = model.reference(id);
  if (const auto* parameter = std::get_if<ParameterReference>(&reference))
    add(Change::Kind::parameter, parameter->index);
  if (const auto* column = std::get_if<ColumnReference>(&reference)) {
    const ExpressionId formula = model.column(*column).formula;
    if (!formula.is_none()) {
      const std::vector<Definition> columns = formula_columns(model);
      const Definition wanted{Definition::Kind::column, column->table, column->column};
      add(Change::Kind::column,
          static_cast<std::uint32_t>(std::find(columns.begin(), columns.end(), wanted) - columns.begin()));
      collect(side, formula, found);
    }
  }
  for (const ExpressionId part : children(*model.book, id)) collect(side, part, found);
}

bool Mixer::reads_records(std::size_t pair) const {
  const Book& in = book(Side::after);
  const engine::Plan& plan = in.compiled->plan;
  std::vector<Slot> open;
  for (const Role role : {Role::value, Role::points, Role::weight}) {
    const auto slot = in.slot_of_root.find({pair, role});
    if (slot != in.slot_of_root.end()) open.push_back(slot->second);
  }
  if (pairs_[pair].kind == Change::Kind::decision_case && pairs_[pair].after) {
    if (const auto& condition = plan.decisions[*pairs_[pair].after].condition) open.push_back(*condition);
  }
  while (!open.empty()) {
    const Slot slot = open.back();
    open.pop_back();
    const auto root = in.root_of_slot.find(slot);
    if (root != in.root_of_slot.end() && root->second.first != pair) continue;
    const Instruction& instruction = plan.judge.instructions[slot];
    if (instruction.operation == Operation::aggregate || instruction.operation == Operation::column) return true;
    open.insert(open.end(), instruction.operands.begin(), instruction.operands.end());
  }
  return false;
}

}  // namespace nilai::rules
