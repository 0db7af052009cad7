#pragma once

#include <string>
#include <vector>

#include "app/cli/console.hpp"

namespace nilai::app {

/// `nilai test`
struct TestParameters {
  enum class Format { text, json, junit };
  std::vector<std::string> rulebooks;  ///< files, or `-`
  Format format = Format::text;
  bool covers = false;   ///< `--coverage`: what the tests reach
  bool mutates = false;  ///< `--mutate`: which small mistakes they notice
};

/// Runs the tests of rulebooks, and says of each `expect` that did not come true what came instead. Returns the exit
/// code.
int test(const TestParameters& parameters, Console& console);

}  // namespace nilai::app
