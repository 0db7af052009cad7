#include "rules/resolve/compared.hpp"

namespace nilai::rules {

namespace {

bool gives_back_values(syntax::Function function) {
  using syntax::Function;
  return function == Function::latest || function == Function::first || function == Function::only ||
         function == Function::previous || function == Function::min || function == Function::max;
}

}  // namespace

std::vector<ExpressionId> compared(const syntax::Expression& expression) {
  if (const auto* binary = std::get_if<syntax::Binary>(&expression.node)) {
    const bool is_comparison =
        binary->operation >= syntax::Operator::equal && binary->operation <= syntax::Operator::at_least;
    return is_comparison ? std::vector{binary->left, binary->right} : std::vector<ExpressionId>{};
  }
  if (const auto* list = std::get_if<syntax::InList>(&expression.node)) {
    std::vector<ExpressionId> all = list->items;
    all.insert(all.begin(), list->subject);
    return all;
  }
  if (const auto* between = std::get_if<syntax::Between>(&expression.node)) {
    return {between->subject, between->low, between->high};
  }
  return {};
}

std::optional<ChoiceIndex> choice_of(const Model& model, ExpressionId id) {
  if (id.is_none()) return std::nullopt;
  if (const auto* reference = std::get_if<ColumnReference>(&model.reference(id))) {
    const Type& type = model.column(*reference).type;
    return type.kind == Kind::choice ? std::optional(type.choice) : std::nullopt;
  }
  if (std::holds_alternative<OutcomeReference>(model.reference(id))) return model.choice_of_outcomes;
  const auto* phrase = std::get_if<syntax::PhraseUse>(&model.at(id).node);
  if (phrase != nullptr && phrase->phrase == syntax::Phrase::weakest_criterion) return model.choice_of_criteria;
  if (const auto* binary = std::get_if<syntax::Binary>(&model.at(id).node)) {
    return binary->operation == syntax::Operator::if_missing ? choice_of(model, binary->left) : std::nullopt;
  }
  const auto* call = std::get_if<syntax::Call>(&model.at(id).node);
  const bool gives_values = call != nullptr && !call->arguments.empty() && gives_back_values(call->function);
  return gives_values ? choice_of(model, call->arguments.front().value) : std::nullopt;
}

}  // namespace nilai::rules
