#pragma once

#include <string>

#include "app/cli/console.hpp"

namespace nilai::app {

/// `nilai explain-error`
struct ExplainErrorParameters {
  std::string code;  ///< `N2104`, `n2104` or `2104`; empty: a list of all
};

/// Prints the page of a problem, or the titles of all of them by stage. Returns the exit code.
int explain_error(const ExplainErrorParameters& parameters, Console& console);

}  // namespace nilai::app
