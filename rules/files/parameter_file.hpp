#pragma once

#include "grammar/syntax/rulebook.hpp"
#include "grammar/text/diagnostic.hpp"
#include "grammar/text/source.hpp"

namespace nilai::rules {

/// Puts the rows of a CSV file in the place of `in "FILE.csv"`, as if they were written in the rulebook: a column for
/// each key, or `KEY at least` and `KEY at most` for the bounds of the last; `from` for dates; the column that is left
/// is the value. A word is the value of a choice that has it as a name or a label, as in records; `any` is every value
/// of a key. Rows stand in the order of the file.
///
/// Every mistake is reported at its place in the file; the parameter keeps its file then. Requires: it has one.
void read_parameter_file(syntax::Rulebook& book, syntax::Parameter& parameter, const text::Source::File& file,
                         text::Diagnostics& diagnostics);

}  // namespace nilai::rules
