#pragma once

#include "rules/checks/facts.hpp"

namespace nilai::rules {

/// Whether the value of `id` may be missing where `facts` are known: by the rules of the language reference alone,
/// nothing else is inferred. Requires: types have been checked.
bool may_be_missing(const Model& model, ExpressionId id, const Facts& facts);

}  // namespace nilai::rules
