#pragma once

#include "grammar/syntax/rulebook.hpp"
#include "grammar/text/diagnostic.hpp"
#include "grammar/text/source.hpp"

namespace nilai::grammar {

/// Reads a rulebook in the native form (grammar.ebnf of the language reference).
///
/// Always returns a tree; what could not be read is left out of it and reported (codes 1xxx). After a mistake reading
/// goes on at the next clause or definition that stands first on its line, so that every mistake of a file is reported
/// in one go. Time and memory are linear in the text; nesting beyond `max_nesting` is refused before it is read.
syntax::Rulebook read_native(const text::Source& source, text::Diagnostics& diagnostics);

/// Parentheses, and operators before an operand, that may stand inside each other.
inline constexpr int max_nesting = 200;

}  // namespace nilai::grammar
