#include <algorithm>
#include <set>

#include "rules/check.hpp"

namespace nilai::rules {

namespace {

using text::Code;
using text::Phrase;

void check_dates(const Model& model, const Parameter& parameter, text::Diagnostics& diagnostics) {
  for (std::size_t i = 1; i < parameter.values.size(); ++i) {
    if (parameter.values[i - 1].from < parameter.values[i].from) continue;
    auto& diagnostic = diagnostics.add(Code::dates_out_of_order, parameter.values[i].span, {parameter.name});
    diagnostic.labels.push_back({parameter.values[i - 1].span, {Phrase::comes_before, {}}});
  }
  if (!model.in_force_from || parameter.values.empty() || parameter.values.front().from <= *model.in_force_from) return;
  auto& diagnostic =
      diagnostics.add(Code::hole_in_time, parameter.values.front().span,
                      {parameter.name, parameter.values.front().from.to_iso(), model.in_force_from->to_iso()});
  diagnostic.fixes.push_back({{Phrase::begin_earlier, {model.in_force_from->to_iso()}}, std::nullopt, {}});
}

/// Whether any expression names the parameter.
bool is_used(const Model& model, std::uint32_t parameter) {
  const auto& references = model.facts.reference;
  return std::any_of(references.begin(), references.end(), [&](const Reference& reference) {
    const auto* used = std::get_if<ParameterReference>(&reference);
    return used != nullptr && used->index == parameter;
  });
}

/// Whether a column has the choice as its type or for its reasons, or an expression has one of its values.
bool is_choice_used(const Model& model, ChoiceIndex choice) {
  for (const Table& table : model.tables) {
    for (const Column& column : table.columns) {
      if (column.reasons == choice || (column.type.kind == Kind::choice && column.type.choice == choice)) return true;
    }
  }
  const auto& references = model.facts.reference;
  return std::any_of(references.begin(), references.end(), [&](const Reference& reference) {
    const auto* used = std::get_if<ChoiceValueReference>(&reference);
    return used != nullptr && used->choice == choice;
  });
}

/// The tables whose rows are counted or read, and those that their rows belong to.
std::set<TableIndex> used_tables(const Model& model) {
  std::set<TableIndex> used = {model.subject};
  const auto add_path = [&](TableIndex at, const std::vector<LinkIndex>& path) {
    used.insert(at);
    for (const LinkIndex link : path) {
      at = model.tables[at].links[link].parent;
      used.insert(at);
    }
  };
  for (const auto& aggregate : model.facts.aggregate) {
    if (aggregate) add_path(aggregate->source, aggregate->path);
  }
  for (const Reference& reference : model.facts.reference) {
    if (const auto* column = std::get_if<ColumnReference>(&reference)) add_path(column->at_hand, column->path);
  }
  return used;
}

void check_unused(const Model& model, text::Diagnostics& diagnostics) {
  for (std::uint32_t i = 0; i < model.parameters.size(); ++i) {
    const Parameter& parameter = model.parameters[i];
    if (!is_used(model, i)) diagnostics.add(Code::unused_parameter, parameter.span, {parameter.name});
  }
  for (ChoiceIndex i = 0; i < model.choices.size(); ++i) {
    if (model.choice_of_criteria == i || model.choice_of_outcomes == i || is_choice_used(model, i)) continue;
    diagnostics.add(Code::unused_choice, model.choices[i].span, {model.choices[i].name});
  }
  const std::set<TableIndex> used = used_tables(model);
  for (TableIndex i = 0; i < model.tables.size(); ++i) {
    if (used.count(i) == 0) diagnostics.add(Code::unused_table, model.tables[i].span, {model.tables[i].name});
  }
}

}  // namespace

void check_use(const Model& model, text::Diagnostics& diagnostics) {
  for (const Parameter& parameter : model.parameters) check_dates(model, parameter, diagnostics);
  check_unused(model, diagnostics);
}

}  // namespace nilai::rules
