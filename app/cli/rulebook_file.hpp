#pragma once

#include <optional>
#include <string>

#include "grammar/text/diagnostic.hpp"
#include "grammar/text/source.hpp"

namespace nilai::app {

/// Reads a rulebook's text; of `-` standard input. Empty when it cannot be read: `problem` says why then.
std::optional<text::Source> read_rulebook(const std::string& path, text::Language language, std::string& problem);

}  // namespace nilai::app
