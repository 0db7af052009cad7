#pragma once

#include <cstdint>

#include "grammar/native/state.hpp"

namespace nilai::grammar::native {

/// What came of reading: `broken` where a mistake was found. It has been reported, and `first` stands at it.
enum class Reading : std::uint8_t { no, yes, broken };

/// The forms in which an expression can be asked for.
enum class Form : std::uint8_t {
  condition,         ///< an expression without cases
  operand,           ///< without comparisons
  sum,               ///< without `if missing` too
  body,              ///< with cases
  cases_or_scale,    ///< cases or a scale; a single expression where it is neither
  clause_condition,  ///< directly in a criterion, where `if missing` is the clause
  clause_sum,        ///< likewise
  clause_points      ///< likewise
};

/// Reads an expression into the arena of the book. Never throws.
Reading read_expression(Form form, const char*& first, State& state, syntax::ExpressionId& id);

/// `rounded half even to 2 places`
Reading read_rounding(const char*& first, State& state, syntax::Rounding& rounding);

/// A text in quotes with `{expression}` in it.
Reading read_reason_text(const char*& first, State& state, syntax::ReasonText& text);

/// `last 4 quarters`, `previous quarter`, `this year`: behind `in`.
Reading read_window(const char*& first, State& state, syntax::Rows& rows);

}  // namespace nilai::grammar::native
