#pragma once

#include <string>

#include "app/cli/console.hpp"

namespace nilai::app {

/// `nilai graph`
struct GraphParameters {
  enum class Format { dot, svg, json, mermaid };
  std::string rulebook;
  Format format = Format::dot;
  std::string of;  ///< a part of the rulebook; empty: all of it
};

/// Prints what feeds what in a rulebook, or what feeds one part and what a change to it touches. Returns the exit code.
int graph(const GraphParameters& parameters, Console& console);

}  // namespace nilai::app
