#pragma once

#include <string>
#include <vector>

#include "grammar/syntax/expression.hpp"

namespace nilai::rules {

/// The digits of a number one step of the last of them up (1) or down (-1): `55` becomes `56`, `0.50` becomes `0.49`.
std::string stepped(const std::string& digits, int direction);

/// What could stand in the place of an operator: the comparison that differs at the bound alone, then the one that
/// holds where this does not; the other connective. Nothing for arithmetic.
std::vector<syntax::Operator> others(syntax::Operator operation);

}  // namespace nilai::rules
