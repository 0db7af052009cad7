#pragma once

#include "grammar/syntax/expression.hpp"

namespace nilai::syntax {

/// Visits an expression's node and calls `visit` with each direct part of it, in the order of the text. Parts that are
/// left out are not visited.
template <class Visit>
class Parts {
 public:
  explicit Parts(Visit visit) : visit_(visit) {}

  void operator()(const NumberLiteral&) const {}
  void operator()(const DateLiteral&) const {}
  void operator()(const SpanLiteral&) const {}
  void operator()(const TextLiteral&) const {}
  void operator()(const FlagLiteral&) const {}
  void operator()(const NameUse&) const {}
  void operator()(const FieldUse&) const {}
  void operator()(const ItUse&) const {}
  void operator()(const PhraseUse&) const {}
  void operator()(const Binary& node) const { all(node.left, node.right); }
  void operator()(const Not& node) const { all(node.operand); }
  void operator()(const Negate& node) const { all(node.operand); }
  void operator()(const Power& node) const { all(node.base); }
  void operator()(const InList& node) const {
    all(node.subject);
    for (const ExpressionId item : node.items) all(item);
  }
  void operator()(const Between& node) const { all(node.subject, node.low, node.high); }
  void operator()(const IsMissing& node) const { all(node.operand); }
  void operator()(const IsReason& node) const { all(node.operand); }
  void operator()(const BareComparison& node) const { all(node.right); }
  void operator()(const Cases& node) const {
    for (const Case& one : node.cases) all(one.value, one.condition);
  }
  void operator()(const Scale& node) const {
    for (const ScalePoint& point : node.points) all(point.points, point.at);
  }
  void operator()(const RoundedCall& node) const { all(node.operand); }
  void operator()(const Call& node) const { in(node.arguments); }
  void operator()(const NamedCall& node) const { in(node.arguments); }

 private:
  void in(const std::vector<Argument>& arguments) const {
    for (const Argument& argument : arguments) {
      all(argument.value, argument.weighted_by);
      if (argument.rows) all(argument.rows->since, argument.rows->where);
    }
  }

  template <class... Ids>
  void all(Ids... ids) const {
    ((ids.is_none() ? void() : visit_(ids)), ...);
  }

  Visit visit_;
};

/// Calls `visit(ExpressionId)` with each direct part of an expression.
template <class Visit>
void visit_parts(const Expression& expression, Visit visit) {
  std::visit(Parts<Visit>(visit), expression.node);
}

}  // namespace nilai::syntax
