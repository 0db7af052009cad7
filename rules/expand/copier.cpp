#include "rules/expand/copier.hpp"

#include <utility>

#include "grammar/syntax/parts.hpp"
#include "rules/overloaded.hpp"

namespace nilai::rules {

using syntax::Expression;
using syntax::Operator;

namespace {

/// A name or a literal: it needs no parentheses, wherever it is put.
bool is_single_word(const Expression& expression) {
  return std::visit(
      Overloaded{[](const auto&) { return false; }, [](const syntax::NumberLiteral&) { return true; },
                 [](const syntax::DateLiteral&) { return true; }, [](const syntax::TextLiteral&) { return true; },
                 [](const syntax::FlagLiteral&) { return true; }, [](const syntax::NameUse&) { return true; },
                 [](const syntax::FieldUse&) { return true; }},
      expression.node);
}

}  // namespace

ExpressionId Copier::add(Expression expression) {
  ++copies_;
  book_.expressions.push_back(std::move(expression));
  return {static_cast<std::uint32_t>(book_.expressions.size() - 1)};
}

ExpressionId Copier::copy(ExpressionId id, const Substitution& substitution, bool is_within_rows) {
  if (id.is_none() || is_exhausted()) return id;
  Expression expression = book_.at(id);
  if (const auto* use = std::get_if<syntax::NameUse>(&expression.node)) {
    const auto input = substitution.inputs.find(use->name);
    if (input != substitution.inputs.end()) {
      if (is_within_rows) in_rows_(id, input->second);
      const ExpressionId value = copy(input->second, {}, false);
      if (!is_single_word(book_.at(value))) book_.expressions[value.index].is_parenthesized = true;
      return value;
    }
  }
  if (auto* bare = std::get_if<syntax::BareComparison>(&expression.node); bare && !substitution.subject.is_none()) {
    expression.node = syntax::Binary{bare->operation, substitution.subject, bare->right, expression.span};
  }
  if (auto* between = std::get_if<syntax::Between>(&expression.node); between && between->subject.is_none()) {
    between->subject = substitution.subject;
  }
  if (auto* scale = std::get_if<syntax::Scale>(&expression.node); scale && scale->subject.is_none()) {
    scale->subject = substitution.subject;
  }
  const auto* call = std::get_if<syntax::Call>(&expression.node);
  const bool opens_rows = call != nullptr && !call->arguments.empty() && call->arguments.front().rows.has_value();
  syntax::visit_parts(expression,
                      [&](ExpressionId& part) { part = copy(part, substitution, is_within_rows || opens_rows); });
  return add(std::move(expression));
}

ExpressionId Copier::copy_condition(ExpressionId id, const Substitution& substitution) {
  if (id.is_none()) return id;
  Expression expression = book_.at(id);
  auto* binary = std::get_if<syntax::Binary>(&expression.node);
  if (binary != nullptr && (binary->operation == Operator::either || binary->operation == Operator::both)) {
    binary->left = copy_condition(binary->left, substitution);
    binary->right = copy_condition(binary->right, substitution);
    return add(std::move(expression));
  }
  const bool is_value = std::visit(
      Overloaded{[](const auto&) { return false; }, [](const syntax::NumberLiteral&) { return true; },
                 [](const syntax::DateLiteral&) { return true; }, [](const syntax::SpanLiteral&) { return true; },
                 [](const syntax::TextLiteral&) { return true; }, [](const syntax::FlagLiteral&) { return true; },
                 [](const syntax::NameUse&) { return true; }, [](const syntax::Negate&) { return true; }},
      expression.node);
  if (!is_value) return copy(id, substitution);
  const ExpressionId value = copy(id, substitution);
  if (substitution.subject.is_none()) {
    expression.node = syntax::BareComparison{Operator::equal, value};
  } else {
    expression.node = syntax::Binary{Operator::equal, copy(substitution.subject, {}), value, expression.span};
  }
  return add(std::move(expression));
}

}  // namespace nilai::rules
