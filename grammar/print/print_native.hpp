#pragma once

#include <string>
#include <vector>

#include "grammar/keywords.hpp"
#include "grammar/print/comments.hpp"
#include "grammar/syntax/rulebook.hpp"

namespace nilai::grammar {

/// A rulebook in native form, laid out the one way that `nilai fmt` lays out:
///   - A definition begins at the left edge; its clauses stand two blanks in, one a line, in a fixed order. Definitions
///     keep their order.
///   - In a rulebook's head, tables, parameters, criteria and tests, what the clauses say stands in one column; so do
///   the
///     columns' types, and the parts of outcomes and decisions.
///   - The cases of a measure, a score and a criterion stand one a line. Whatever else grows over 100 columns is
///   broken:
///     before `and`, `or`, `+`, `-`, `of`, `where`, and behind commas.
///   - One blank line parts definitions; those of one kind that take a line each stand together.
///   - Comments stay with what they stood before or behind (`with_comments`); nothing else of the old layout is kept.
/// Laid out again, the text stays as it is. Requires: the tree was read without an error.
std::string print_native(const syntax::Rulebook& book, KeywordLanguage language, const std::vector<Comment>& comments);

}  // namespace nilai::grammar
