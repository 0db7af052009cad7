#pragma once

#include <string>
#include <string_view>

#include "grammar/native/state.hpp"

namespace nilai::grammar::native {

// The words of the language. Each function skips blanks, then reads one word: it moves `first` behind it and gives what
// was read, or returns false and leaves `first` alone.
//
// A word that is spelt wrong in a way that leaves no doubt about what was meant (`12abc`, `2017-02-31`, `==`) is
// reported and read as what was meant, so that one mistake gives one message.

bool read_keyword(const char*& first, State& state, Keyword keyword);

/// `(`, `,`, `<=`: exactly these characters. `=` is not found in `==` or `=>`, nor `<` in `<=` or `<>`, nor `>` in
/// `>=`.
bool read_symbol(const char*& first, State& state, std::string_view symbol);

/// A reserved word, or a pair of words that is reserved, stands at `at`: the place behind it, or null.
const char* reserved_at(const char* at, const State& state);

bool read_name(const char*& first, State& state, syntax::Name& name);
/// `a, b, c`: up to the last name that a comma joins.
bool read_names(const char*& first, State& state, std::vector<syntax::Name>& names);
bool read_text(const char*& first, State& state, std::string& text);
bool read_quoted(const char*& first, State& state, syntax::Text& text);

/// `"Nilai" en "Score" id "Nilai"`
bool read_label(const char*& first, State& state, syntax::Label& label);

/// `en` or `id`, only where a text follows.
bool read_language(const char*& first, State& state, std::string_view language);

bool read_unit(const char*& first, State& state, syntax::TimeUnit& unit);
/// `days`, however it was written, and in whatever language.
std::string_view unit_word(syntax::TimeUnit unit);

bool read_month(const char*& first, State& state, int& month);
bool read_date(const char*& first, State& state, syntax::DateLiteral& date);

/// A number that no unit of time follows.
bool read_number(const char*& first, State& state, syntax::NumberLiteral& number);

/// A date, a number, or a number and a unit of time: which of them, the characters say.
bool read_quantity(const char*& first, State& state, syntax::ExpressionId& id);

/// A quantity that may be negative, or a text.
bool read_literal(const char*& first, State& state, syntax::ExpressionId& id);

/// `yes`, `no`
bool read_flag(const char*& first, State& state, syntax::ExpressionId& id);

/// A whole number that counts something: at most 9 digits.
bool read_natural(const char*& first, State& state, std::uint32_t& count);

/// `HKM-02`, `7.1/2`, `"any text"`
bool read_code(const char*& first, State& state, syntax::Code& code);

/// `2017-Q1`, `2017-S2`, `2017-04`, `2017`, `2017-04-01`
bool read_period_name(const char*& first, State& state, syntax::Name& name);

/// `=`, `<=` and so on; also spellings of other languages, which are reported.
bool read_relation(const char*& first, State& state, syntax::Operator& operation, text::Span& span);

/// The end of a text in quotes that begins at `at`: behind the closing quote, or the end of the line where there is
/// none.
const char* text_end(const char* at, const char* last);

/// A text begins at `at`; curly quotes, which `screen` reports, count.
bool is_text(const char* at, const char* last);

/// What stands at `at`, as one word for a message: a name, a number, a text, a sign. Empty at the end.
std::string_view token_at(const char* at, const char* last);

/// The keyword stands at `at`, where no blanks are, in the language of the text; the place behind it, or null.
const char* match_keyword(const char* at, const State& state, Keyword keyword);

}  // namespace nilai::grammar::native
