#pragma once

#include <optional>
#include <string>

#include "grammar/text/diagnostic.hpp"
#include "grammar/text/source.hpp"
#include "rules/files/read_files.hpp"

namespace nilai::app {

/// Reads a rulebook's text; of `-` standard input. Empty when it cannot be read: `problem` says why then.
std::optional<text::Source> read_rulebook(const std::string& path, text::Language language, std::string& problem);

/// Reads the files that a rulebook names: those that lie below its folder, wherever links lead. Of standard input that
/// is the working folder.
rules::ReadFile files_beside(const text::Source& rulebook, text::Language language);

}  // namespace nilai::app
