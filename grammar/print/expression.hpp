#pragma once

#include <string>

#include "grammar/print/document.hpp"
#include "grammar/print/words.hpp"
#include "grammar/syntax/rulebook.hpp"

namespace nilai::grammar {

// Expressions and words as they are written in a rulebook of one language or the other. Parentheses stand where the
// author put them. The same tree gives the same text, however it was laid out.

/// An expression that can be broken where it is long: before `and`, `or`, `of`, `where`, behind commas.
Document document(const syntax::Rulebook& book, syntax::ExpressionId id, KeywordLanguage language);
/// What stands behind the value of a case: `when at least 20%`, `otherwise`.
Document guard_document(const syntax::Rulebook& book, const syntax::Case& one, KeywordLanguage language);

/// An expression on one line with single blanks: `count(visit where verified) >= 30`.
std::string printed(const syntax::Rulebook& book, syntax::ExpressionId id, KeywordLanguage language);

/// The rows that an aggregate takes: `visit ever where verified by household`.
std::string printed(const syntax::Rulebook& book, const syntax::Rows& rows, KeywordLanguage language);

/// A reason between its quotes: `Nilai {score} di bawah 55`.
std::string reason_text(const syntax::Rulebook& book, const syntax::ReasonText& reason, KeywordLanguage language);

/// The same as prose of the YAML form, where nothing but braces and backslashes is escaped.
std::string reason_prose(const syntax::Rulebook& book, const syntax::ReasonText& reason, KeywordLanguage language);

}  // namespace nilai::grammar
