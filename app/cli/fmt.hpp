#pragma once

#include <string>
#include <vector>

#include "app/cli/console.hpp"

namespace nilai::app {

/// `nilai fmt`
struct FmtParameters {
  std::vector<std::string> rulebooks;
  bool checks_only = false;  ///< changes nothing: says which files are laid out otherwise
  bool is_filter = false;    ///< standard input to standard output
};

/// Lays rulebooks out in the one layout and writes each back where that changes it. A rulebook that cannot be read
/// stays as it is. Returns the exit code.
int fmt(const FmtParameters& parameters, Console& console);

}  // namespace nilai::app
