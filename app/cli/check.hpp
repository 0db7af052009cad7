#pragma once

#include <string>
#include <vector>

#include "app/cli/console.hpp"

namespace nilai::app {

/// `nilai check`
struct CheckParameters {
  enum class Format { text, json, sarif };
  std::vector<std::string> rulebooks;  ///< files, or `-`
  Format format = Format::text;
};

/// Checks rulebooks and runs none; all problems go to `console.out`. Returns the exit code.
int check(const CheckParameters& parameters, Console& console);

}  // namespace nilai::app
