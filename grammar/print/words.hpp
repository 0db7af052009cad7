#pragma once

#include <string>
#include <string_view>

#include "grammar/keywords.hpp"
#include "grammar/syntax/rulebook.hpp"

namespace nilai::grammar {

// The words and literals of a rulebook as they are written in one language or the other.

Keyword keyword_of(syntax::Function function);
Keyword keyword_of(syntax::Phrase phrase);
Keyword keyword_of(syntax::TimeUnit unit);

/// A keyword, as it is written.
std::string word(Keyword keyword, KeywordLanguage language);

/// A name; in backticks where the bare word would be a keyword.
std::string printed(const std::string& name, KeywordLanguage language);

/// A name before a parenthesis; in backticks where the bare word would be a function.
std::string printed_callee(const std::string& name, KeywordLanguage language);

/// A text in quotes, with `"`, `\` and line ends escaped.
std::string quoted(std::string_view text);

/// A text with a backslash before each of `signs`; among them, the end of a line is written `\n`.
std::string escaped(std::string_view text, std::string_view signs);

std::string printed(const syntax::NumberLiteral& number);
std::string printed(const syntax::DateLiteral& date);
std::string printed(const syntax::SpanLiteral& span, KeywordLanguage language);

/// One of it: `quarter`.
std::string printed(syntax::TimeUnit unit, KeywordLanguage language);

/// The unit of a type: `days`, or the author's own name for one.
std::string printed_unit(const std::string& unit, KeywordLanguage language);

/// `=`, `and`, `if missing`
std::string printed(syntax::Operator operation, KeywordLanguage language);
/// A comparison whose subject is left out: `at least`.
std::string printed_bare(syntax::Operator operation, KeywordLanguage language);

/// `up`; empty for the plain one
std::string printed(syntax::RoundingDirection direction, KeywordLanguage language);
/// `to 2 places`, `to 1 place`
std::string printed_places(std::uint32_t places, KeywordLanguage language);
/// `to 2 places`, `to nearest 0.5`
std::string printed_grain(const syntax::Rounding& rounding, KeywordLanguage language);
/// Both: `up to 2 places`.
std::string printed(const syntax::Rounding& rounding, KeywordLanguage language);

}  // namespace nilai::grammar
