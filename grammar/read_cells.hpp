#pragma once

#include <optional>
#include <string>
#include <vector>

#include "grammar/keywords.hpp"
#include "grammar/syntax/rulebook.hpp"
#include "grammar/text/diagnostic.hpp"

namespace nilai::grammar {

/// A cell of a table that stands in a file of its own: its text, without blanks around it, and where that is.
struct Cell {
  std::string text;  ///< not empty
  text::Span span;
  bool is_verbatim = true;  ///< false: the place has other characters, as `""` for `"`
};

/// Reads each cell as the rulebook would have it: a quantity or a text in quotes (`12`, `-0.5`, `95%`, `2017-01-01`,
/// `6 months`, `"3601"`), `yes` or `no`; all else is a text.
///
/// An id for each cell, in their order; none where it has a mistake, which is reported (11xx, 12xx).
std::vector<syntax::ExpressionId> read_cells(const std::vector<Cell>& cells, KeywordLanguage language,
                                             syntax::Rulebook& book, text::Diagnostics& diagnostics);

/// Reads a cell that holds a date; empty where it has a mistake, which is reported.
std::optional<syntax::DateLiteral> read_date_cell(const Cell& cell, text::Diagnostics& diagnostics);

}  // namespace nilai::grammar
