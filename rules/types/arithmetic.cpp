#include "rules/types/checker.hpp"

namespace nilai::rules {

namespace {

using syntax::Operator;
using text::Code;

using Bound = std::optional<Number>;

Bound sum(const Bound& a, const Bound& b) {
  return a && b ? Bound(*a + *b) : std::nullopt;
}
Bound difference(const Bound& a, const Bound& b) {
  return a && b ? Bound(*a - *b) : std::nullopt;
}

bool is_never_negative(const Type& type) {
  return type.at_least && type.at_least->sign() >= 0;
}

/// What is known of a product's or quotient's size: only for parts that are never negative.
void bound_product(Type& type, const Type& a, const Type& b, bool is_quotient) {
  type.at_least.reset();
  type.at_most.reset();
  if (!is_never_negative(a) || !is_never_negative(b)) return;
  if (is_quotient) {
    type.at_least = 0;
    return;
  }
  type.at_least = *a.at_least * *b.at_least;
  if (a.at_most && b.at_most) type.at_most = *a.at_most * *b.at_most;
}

}  // namespace

Type TypeChecker::infer_binary(const syntax::Binary& binary) {
  switch (binary.operation) {
    case Operator::either:
    case Operator::both:
      check_kind(binary.left, Kind::flag);
      check_kind(binary.right, Kind::flag);
      return Type::of(Kind::flag);
    case Operator::equal:
    case Operator::unequal:
    case Operator::less:
    case Operator::at_most:
    case Operator::greater:
    case Operator::at_least:
      return infer_comparison(binary);
    case Operator::if_missing:
      return check_together({binary.left, binary.right});
    case Operator::add:
    case Operator::subtract:
      return infer_sum(binary);
    case Operator::multiply:
    case Operator::divide:
      return infer_product(binary);
  }
  return Type::poisoned();
}

Type TypeChecker::infer_sum(const syntax::Binary& binary) {
  const Type left = check(binary.left);
  const Type right = check(binary.right);
  if (left.is_poisoned || right.is_poisoned) return Type::poisoned();
  if (left.kind == Kind::date) return infer_date_sum(binary, left, right);
  if (left.kind == Kind::span && right.kind == Kind::span) return left;
  if (left.kind != Kind::number || right.kind != Kind::number) {
    const ExpressionId wrong = left.kind != Kind::number ? binary.left : binary.right;
    return check_kind(wrong, Kind::number);
  }
  if (!meet(binary.left, left, binary.right, right)) return Type::poisoned();
  const bool adds = binary.operation == Operator::add;
  Type type = widened(left, right);
  type.at_least = adds ? sum(left.at_least, right.at_least) : difference(left.at_least, right.at_most);
  type.at_most = adds ? sum(left.at_most, right.at_most) : difference(left.at_most, right.at_least);
  return type;
}

/// date - date is a number of days; date ± days and date ± span are dates.
Type TypeChecker::infer_date_sum(const syntax::Binary& binary, const Type& left, const Type& right) {
  const bool adds = binary.operation == Operator::add;
  if (right.kind == Kind::date && !adds) return Type::days();
  if (right.kind == Kind::span) return left;
  const bool is_days = right.kind == Kind::number && (right.is_literal || right.unit == Type::days().unit);
  if (is_days) return left;
  diagnostics_.add(Code::types_differ, model_.at(binary.right).span,
                   {shown(binary.left), type_words(model_, left), shown(binary.right), type_words(model_, right)});
  return Type::poisoned();
}

Type TypeChecker::infer_product(const syntax::Binary& binary) {
  const Type left = check_kind(binary.left, Kind::number);
  const Type right = check_kind(binary.right, Kind::number);
  if (left.is_poisoned || right.is_poisoned) return Type::poisoned();
  const bool is_quotient = binary.operation == Operator::divide;
  if (is_quotient) {
    const auto divisor = constant_value(model_, binary.right);
    if (divisor && divisor->kind == Kind::number && divisor->number().is_zero()) {
      diagnostics_.add(Code::divided_by_zero, model_.at(binary.right).span);
    }
  }
  Type type;
  type.is_literal = left.is_literal && right.is_literal;
  type.unit = is_quotient ? divided(left.unit, right.unit) : multiplied(left.unit, right.unit);
  type.is_whole = !is_quotient && left.is_whole && right.is_whole;
  bound_product(type, left, right, is_quotient);
  return type;
}

}  // namespace nilai::rules
