#pragma once

#include <cstdint>
#include <vector>

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

/// `100 when at least 35%`, one of the cases of a conditional; `is_clause`: directly in a criterion.
Reading read_case(bool is_clause, const char*& first, State& state, syntax::Case& one);

/// One case or more as a conditional. One that stands behind `otherwise` is reported.
Reading join_cases(std::vector<syntax::Case> cases, State& state, syntax::ExpressionId& id);

/// `rounded half even to 2 places`
Reading read_rounding(const char*& first, State& state, syntax::Rounding& rounding);

/// A text in quotes with `{expression}` in it.
Reading read_reason_text(const char*& first, State& state, syntax::ReasonText& text);

/// The same without quotes, all of [at, end): a backslash stands for itself but before a brace or another backslash.
void read_reason_prose(const char* at, const char* end, State& state, syntax::ReasonText& text);

/// `last 4 quarters`, `previous quarter`, `this year`: behind `in`.
Reading read_window(const char*& first, State& state, syntax::Rows& rows);

}  // namespace nilai::grammar::native
