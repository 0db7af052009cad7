#pragma once

#include <string>

#include "grammar/syntax/rulebook.hpp"
#include "grammar/text/diagnostic.hpp"

namespace nilai::rules {

/// Makes the changes that an amendment states, in the rulebook that it amends. `change` and `book` share their
/// expressions, which are those of `book`.
///
/// A definition changes the one of its kind and name: what it states replaces what stood there, all else stays.
///   - Of a parameter, `from DATE` replaces the line of that date, or is put in its place among the dates; `in FILE`
///   and
///     rows without a date replace all rows.
///   - Of a table, a column and a `belongs to` replace those of the same name, and others are added.
///   - The values of a choice, the outcomes, and a decision that ends in `otherwise` are replaced as a whole; a
///   decision
///     without it changes single cases, each that of its code.
///   - A guarantee or a test replaces the one of its label, and others are added.
///   - The head: its name is that of the amendment, other clauses are replaced where it states them.
///
/// Errors: a definition or a code that `book`, read from the file `name`, does not have (2505), a decision of which
/// nothing says what it changes (2506), a definition stated twice (2001).
void amend(syntax::Rulebook& book, const std::string& name, syntax::Rulebook change, text::Diagnostics& diagnostics);

}  // namespace nilai::rules
