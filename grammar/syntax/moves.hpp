#pragma once

#include <functional>

#include "grammar/syntax/rulebook.hpp"

namespace nilai::syntax {

/// What to do with each place and each expression that a tree speaks of.
struct Visits {
  std::function<void(Span&)> span;
  std::function<void(ExpressionId&)> id;  ///< none are not visited
};

/// Visits every span and expression of the head and of all definitions.
void visit_definitions(Rulebook& book, const Visits& visits);

/// Likewise of one expression: its span, those within it, and its parts.
void visit_expression(Expression& expression, const Visits& visits);

/// Moves a tree behind another text and other expressions: spans, but those of what is not there, by `span_offset`,
/// expressions by `expression_offset`.
void move_tree(Rulebook& book, std::uint32_t span_offset, std::uint32_t expression_offset);

}  // namespace nilai::syntax
