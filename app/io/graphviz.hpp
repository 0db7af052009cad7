#pragma once

#include <optional>
#include <string>

namespace nilai::app {

/// Draws a graph in DOT as SVG, with Graphviz's program `dot` on the PATH.
///
/// Errors: empty; `problem` is what the program or the system said, and empty where there is no such program.
std::optional<std::string> draw_svg(const std::string& dot, std::string& problem);

}  // namespace nilai::app
