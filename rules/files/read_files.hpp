#pragma once

#include <functional>
#include <optional>
#include <string>

#include "grammar/syntax/rulebook.hpp"
#include "grammar/text/diagnostic.hpp"
#include "grammar/text/source.hpp"

namespace nilai::rules {

/// Gives the text of a file that a rulebook reads, by its name: that of the rulebook's folder and the path within it.
/// Empty where it cannot be read; `reason` says why then.
using ReadFile = std::function<std::optional<std::string>(const std::string& name, std::string& reason)>;

/// For a text that stands alone: nothing is beside it.
std::optional<std::string> no_files(const std::string& name, std::string& reason);

/// Reads a rulebook and the files that it names, whose texts are added to `source`, into one tree:
///   - `use "FILE"` puts the definitions of that file before the rulebook's own; its head does not count. A file that
///     is used in several places is there once;
///   - `amends "FILE"` begins with that rulebook, and changes what this one states (see `amend`);
///   - `parameter … by … in "FILE.csv"` gets its rows, as if they were written in the rulebook.
///
/// A path goes from the folder of the file where it stands. The same again from a source that has the texts asks for no
/// file. Errors: how each file is written (1xxx); files that cannot be read, lie outside the rulebook's folder, are too
/// many or bring each other in; amendments of what is not there (25xx).
syntax::Rulebook read_files(text::Source& source, const ReadFile& read_file, text::Diagnostics& diagnostics);

}  // namespace nilai::rules
