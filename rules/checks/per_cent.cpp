#include "rules/checks/per_cent.hpp"

namespace nilai::rules {

std::vector<WrittenOut> written_out(const Model& model, ExpressionId id) {
  if (const auto* literal = std::get_if<syntax::NumberLiteral>(&model.at(id).node)) return {{id, *literal}};
  std::vector<WrittenOut> all;
  const auto* reference = std::get_if<ParameterReference>(&model.reference(id));
  if (reference == nullptr) return all;
  for (const DatedValue& dated : model.parameters[reference->index].values) {
    const auto* literal = std::get_if<syntax::NumberLiteral>(&model.at(dated.value).node);
    if (literal != nullptr) all.push_back({dated.value, *literal});
  }
  return all;
}

bool is_percent(const Model& model, ExpressionId id) {
  const auto* literal = std::get_if<syntax::NumberLiteral>(&model.at(id).node);
  return literal != nullptr && literal->is_percent;
}

std::string percent_text(const Number& share) {
  return (share * 100).to_text() + "%";
}

std::string with_sign(const syntax::NumberLiteral& literal) {
  const Number value = number_of(literal);
  return value <= 1 ? percent_text(value) : literal.digits + "%";
}

}  // namespace nilai::rules
