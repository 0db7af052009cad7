#pragma once

#include <string>

#include "grammar/keywords.hpp"
#include "grammar/syntax/rulebook.hpp"

namespace nilai::grammar {

/// An expression as it is written in a rulebook of that language, on one line with single blanks: `count(visit where
/// verified) >= 30`. Parentheses stand where the author put them. The same tree gives the same text, however it was
/// laid out.
std::string printed(const syntax::Rulebook& book, syntax::ExpressionId id, KeywordLanguage language);

/// The rows that an aggregate takes: `visit ever where verified by household`.
std::string printed(const syntax::Rulebook& book, const syntax::Rows& rows, KeywordLanguage language);

/// A name; in backticks where the bare word would be a keyword.
std::string printed(const std::string& name, KeywordLanguage language);

}  // namespace nilai::grammar
