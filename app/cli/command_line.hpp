#pragma once

#include <string>
#include <vector>

#include "app/cli/console.hpp"

namespace nilai::app {

/// Runs `nilai` with `arguments` (without the program's name), printing to the console. Returns the exit code.
///
/// `--lang` decides the language, and where it is not given `console.language`.
int run_command_line(const std::vector<std::string>& arguments, Console& console);

}  // namespace nilai::app
