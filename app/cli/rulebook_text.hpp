#pragma once

#include <optional>
#include <string>

#include "app/cli/console.hpp"
#include "app/cli/exit_code.hpp"
#include "grammar/syntax/rulebook.hpp"
#include "grammar/text/source.hpp"

namespace nilai::app {

/// A rulebook as it is written: its tree, and the text that it was read from.
struct RulebookText {
  text::Source source;
  syntax::Rulebook book;
};

/// Reads a rulebook, a file or `-`, and nothing more: what it means is not looked at. Empty where it cannot be read:
/// why is printed, and `exit_code` says what kind of failure it is.
std::optional<RulebookText> read_rulebook_text(const std::string& path, Console& console, ExitCode& exit_code);

}  // namespace nilai::app
