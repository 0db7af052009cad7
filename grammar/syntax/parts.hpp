#pragma once

#include <type_traits>

#include "grammar/syntax/expression.hpp"

namespace nilai::syntax {

namespace parts {

template <class Node, class... Kinds>
constexpr bool is_one_of = (std::is_same_v<std::remove_const_t<Node>, Kinds> || ...);

template <class Arguments, class Visit>
void visit_arguments(Arguments& arguments, Visit visit) {
  for (auto& argument : arguments) {
    visit(argument.value), visit(argument.weighted_by);
    if (argument.rows) visit(argument.rows->since), visit(argument.rows->where);
  }
}

/// Visits the parts of one node, those left out too.
template <class Node, class Visit>
void visit_all(Node& node, Visit visit) {
  if constexpr (is_one_of<Node, Binary>) {
    visit(node.left), visit(node.right);
  } else if constexpr (is_one_of<Node, Not, Negate, IsMissing, IsReason, RoundedCall>) {
    visit(node.operand);
  } else if constexpr (is_one_of<Node, Power>) {
    visit(node.base);
  } else if constexpr (is_one_of<Node, InList>) {
    visit(node.subject);
    for (auto& item : node.items) visit(item);
  } else if constexpr (is_one_of<Node, Between>) {
    visit(node.subject), visit(node.low), visit(node.high);
  } else if constexpr (is_one_of<Node, BareComparison>) {
    visit(node.right);
  } else if constexpr (is_one_of<Node, Cases>) {
    for (auto& one : node.cases) visit(one.value), visit(one.condition);
  } else if constexpr (is_one_of<Node, Scale>) {
    visit(node.subject);
    for (auto& point : node.points) visit(point.points), visit(point.at);
  } else if constexpr (is_one_of<Node, Call, NamedCall>) {
    visit_arguments(node.arguments, visit);
  } else {
    static_assert(is_one_of<Node, NumberLiteral, DateLiteral, SpanLiteral, TextLiteral, FlagLiteral, NameUse, FieldUse,
                            ItUse, PhraseUse>,
                  "a kind of expression whose parts nobody has named");
  }
}

}  // namespace parts

/// Calls `visit` with each direct part of an expression, in the order of the text; parts that are left out are not
/// visited. `visit` takes an `ExpressionId`, or an `ExpressionId&` to put another in its place.
template <class AnExpression, class Visit>
void visit_parts(AnExpression& expression, Visit visit) {
  std::visit(
      [&](auto& node) {
        parts::visit_all(node, [&](auto& id) {
          if (!id.is_none()) visit(id);
        });
      },
      expression.node);
}

}  // namespace nilai::syntax
