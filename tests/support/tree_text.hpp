#pragma once

#include <string>

#include "grammar/syntax/rulebook.hpp"

namespace nilai::tests {

/// All that a syntax tree says, places in the text and parentheses left out: two rulebooks of the same tree give the
/// same text. Definitions stand by kind.
std::string tree_text(const syntax::Rulebook& book);

}  // namespace nilai::tests
