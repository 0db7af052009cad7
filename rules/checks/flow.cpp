#include <set>

#include "rules/check.hpp"

// Followed are all uses of a value: a definition that reads a protected column passes it on to whatever reads the
// definition, through conditions, counts and formulas alike. Of personal columns only the value itself is followed:
// counting people by name gives no name away.

namespace nilai::rules {

namespace {

using text::Code;
using text::Phrase;

/// Looks for a protected column behind a definition, depth first; keeps the way to it.
class ProtectedSearch {
 public:
  explicit ProtectedSearch(const Model& model) : model_(model) {}

  struct Step {
    std::string name;
    Span where;
  };

  /// The way from `definition` down to a protected column, or nothing.
  std::optional<std::vector<Step>> find(const Definition& definition) {
    if (!seen_.insert(definition).second) return std::nullopt;
    for (const ExpressionId id : expressions_of(model_, definition)) {
      if (auto way = find_in(id)) return way;
    }
    for (const Use& use : uses(model_, definition)) {
      auto way = find(use.used);
      if (!way) continue;
      way->push_back({definition_name(model_, use.used), model_.at(use.where).span});
      return way;
    }
    return std::nullopt;
  }

 private:
  std::optional<std::vector<Step>> find_in(ExpressionId id) const {
    if (id.is_none()) return std::nullopt;
    if (const auto* reference = std::get_if<ColumnReference>(&model_.reference(id))) {
      const Column& column = model_.column(*reference);
      if (column.is_protected) {
        return std::vector<Step>{{model_.tables[reference->table].name + "." + column.name, model_.at(id).span}};
      }
    }
    for (const ColumnReference& common : model_.in_same(id)) {
      const Column& column = model_.column(common);
      if (column.is_protected) {
        return std::vector<Step>{{model_.tables[common.table].name + "." + column.name, model_.at(id).span}};
      }
    }
    if (const auto& aggregate = model_.aggregate(id)) {
      for (const ColumnIndex by : aggregate->by) {
        const Column& column = model_.tables[aggregate->source].columns[by];
        if (column.is_protected) {
          return std::vector<Step>{{model_.tables[aggregate->source].name + "." + column.name, model_.at(id).span}};
        }
      }
    }
    for (const ExpressionId child : children(*model_.book, id)) {
      if (auto way = find_in(child)) return way;
    }
    return std::nullopt;
  }

  const Model& model_;
  std::set<Definition> seen_;
};

void check_protected(const Model& model, const Definition& definition, text::Diagnostics& diagnostics) {
  const auto way = ProtectedSearch(model).find(definition);
  if (!way) return;
  std::string path;
  for (const auto& step : *way) path += step.name + " → ";
  path += definition_name(model, definition);
  auto& diagnostic = diagnostics.add(Code::protected_reaches, way->front().where, {way->front().name, path});
  for (std::size_t i = 1; i < way->size(); ++i) diagnostic.labels.push_back({(*way)[i].where, {Phrase::used_here, {}}});
  diagnostic.notes.push_back({Phrase::protected_serves_fairness, {}});
}

/// Looks for a personal column whose value that of an expression is, or can be.
class PersonalSearch {
 public:
  explicit PersonalSearch(const Model& model) : model_(model) {}

  const Column* find(ExpressionId id) {
    if (!seen_.insert(id).second) return nullptr;
    if (const auto* reference = std::get_if<ColumnReference>(&model_.reference(id))) {
      const Column& column = model_.column(*reference);
      return column.is_personal ? &column : column.formula.is_none() ? nullptr : find(column.formula);
    }
    if (const auto* reference = std::get_if<MeasureReference>(&model_.reference(id))) {
      return find(model_.measures[reference->index].body);
    }
    const auto& node = model_.at(id).node;
    if (const auto* cases = std::get_if<syntax::Cases>(&node)) {
      for (const syntax::Case& c : cases->cases) {
        if (const Column* column = find(c.value)) return column;
      }
    }
    if (const auto* binary = std::get_if<syntax::Binary>(&node)) {
      const Column* left = find(binary->left);
      return left != nullptr ? left : find(binary->right);
    }
    const auto* call = std::get_if<syntax::Call>(&node);
    const bool is_past = call != nullptr && call->function == syntax::Function::previous;
    return is_past ? find(call->arguments.front().value) : nullptr;
  }

 private:
  const Model& model_;
  std::set<ExpressionId> seen_;
};

void check_reason(const Model& model, const syntax::ReasonText& reason, text::Diagnostics& diagnostics) {
  for (const auto& piece : reason.pieces) {
    const auto* id = std::get_if<ExpressionId>(&piece);
    const Column* column = id != nullptr ? PersonalSearch(model).find(*id) : nullptr;
    if (column != nullptr) diagnostics.add(Code::personal_leaves, model.at(*id).span, {column->name});
  }
}

}  // namespace

void check_flow(const Model& model, text::Diagnostics& diagnostics) {
  for (std::uint32_t i = 0; i < model.criteria.size(); ++i)
    check_protected(model, {Definition::Kind::criterion, i, 0}, diagnostics);
  for (std::uint32_t i = 0; i < model.scores.size(); ++i)
    check_protected(model, {Definition::Kind::score, i, 0}, diagnostics);
  if (!model.decisions.empty()) check_protected(model, {Definition::Kind::decide, 0, 0}, diagnostics);
  for (const syntax::Decision& decision : model.decisions) {
    if (!decision.because) continue;
    check_reason(model, decision.because->text, diagnostics);
    if (decision.because->en) check_reason(model, *decision.because->en, diagnostics);
    if (decision.because->id) check_reason(model, *decision.because->id, diagnostics);
  }
}

}  // namespace nilai::rules
