#pragma once

// What the grammars of definitions use of expressions, as X3 parsers.

#include "grammar/native/expression_grammar.hpp"
#include "grammar/native/parsers.hpp"

namespace nilai::grammar::native {

/// A parser made of a reading that reports for itself: a broken one breaks off the part that is being read.
template <class Read>
auto reading(text::Phrase called, Read read) {
  return Token(
      [read](const char*& first, State& state) {
        const Reading result = read(first, state);
        if (result == Reading::broken) throw Failure(first, {});
        return result == Reading::yes;
      },
      called);
}

inline auto expression(Form form, syntax::ExpressionId& into, text::Phrase called = text::Phrase::a_value) {
  return reading(called,
                 [form, &into](const char*& first, State& state) { return read_expression(form, first, state, into); });
}

inline auto condition(syntax::ExpressionId& into) {
  return expression(Form::condition, into, text::Phrase::a_condition);
}

/// Cases or a scale, and nothing less.
inline auto table(syntax::ExpressionId& into) {
  const auto is_table = [&into](const char*& first, State& state) {
    const auto& node = state.book.at(into).node;
    if (std::holds_alternative<syntax::Cases>(node) || std::holds_alternative<syntax::Scale>(node)) return true;
    report_expected(state, first, wanted_text(text::Phrase::when_or_at));
    throw Failure(first, {});
  };
  return expression(Form::cases_or_scale, into, text::Phrase::cases_or_scale) >>
         Token(is_table, text::Phrase::cases_or_scale);
}

inline auto rounding(syntax::Rounding& into) {
  return reading(text::Phrase::a_value,
                 [&into](const char*& first, State& state) { return read_rounding(first, state, into); });
}

inline auto reason_text(syntax::ReasonText& into) {
  return reading(text::Phrase::a_text_in_quotes,
                 [&into](const char*& first, State& state) { return read_reason_text(first, state, into); });
}

inline auto window(syntax::Rows& into) {
  return reading(text::Phrase::a_window,
                 [&into](const char*& first, State& state) { return read_window(first, state, into); });
}

}  // namespace nilai::grammar::native
