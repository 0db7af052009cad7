#pragma once

// The rules of expressions, between the files that define them. Each is a plain function, so that an expression within
// an expression makes no deeper types, and reads what its EBNF rule says. Errors: they throw `Failure`.

#include "grammar/native/parsers.hpp"

namespace nilai::grammar::native {

using Rule = bool(const char*& first, State& state, syntax::ExpressionId& id);

Rule read_body, read_cases_or_scale, read_condition, read_operand, read_sum, read_primary, read_call;

bool read_rounding_rule(const char*& first, State& state, syntax::Rounding& rounding);
bool read_grain(const char*& first, State& state, syntax::Rounding& rounding);
bool read_window_rule(const char*& first, State& state, syntax::Rows& rows);

/// `T where …`, `criteria where …`: behind `of`.
bool read_rows(const char*& first, State& state, syntax::Rows& rows);
/// `among T in same a and b with at least 5 …`
bool read_peers(const char*& first, State& state, syntax::Rows& rows);
/// `in last 4 quarters`, `ever`: behind a value of the subject.
bool read_past(const char*& first, State& state, syntax::Rows& rows);
/// `ever where … by …`, behind the table: as many as there are.
void read_modifiers(const char*& first, State& state, syntax::Rows& rows);

/// A rule as a parser that fills `into`.
template <Rule& read>
auto rule(syntax::ExpressionId& into, text::Phrase called = text::Phrase::a_value) {
  return Token([&into](const char*& first, State& state) { return read(first, state, into); }, called);
}

/// An opening parenthesis: remembered until it is closed.
inline auto open_parenthesis() {
  return Token(
      [](const char*& first, State& state) {
        if (!read_symbol(first, state, "(")) return false;
        state.open_parentheses.push_back(first - 1);
        return true;
      },
      "(");
}

inline auto close_parenthesis() {
  return Token(
      [](const char*& first, State& state) {
        if (!read_symbol(first, state, ")")) return false;
        state.open_parentheses.pop_back();
        return true;
      },
      ")");
}

/// One more expression within another, for as long as it lives. Errors: reports nesting that is too deep, and throws.
class Nested {
 public:
  Nested(const char* at, State& state);
  ~Nested() { --state_.depth; }
  Nested(const Nested&) = delete;
  Nested& operator=(const Nested&) = delete;

 private:
  State& state_;
};

/// Adds an expression that others stand in. Errors: reports a chain that is too long, and throws.
template <class Node>
syntax::ExpressionId add_checked(State& state, Node node, text::Span span) {
  const syntax::ExpressionId id = state.add(std::move(node), span);
  if (!state.is_too_high(id)) return id;
  state.diagnostics.add(text::Code::expression_too_long, span, {std::to_string(State::max_height)});
  throw Failure(state.behind(span), {});
}

}  // namespace nilai::grammar::native
