#pragma once

#include <optional>
#include <vector>

#include "rules/model.hpp"

namespace nilai::rules {

/// What a comparison sets beside each other; empty for what is none.
std::vector<ExpressionId> compared(const syntax::Expression& expression);

/// The choice that a column has, or what is picked of its values; empty where that is not plain to see. Requires: the
/// names in `id` have been found.
std::optional<ChoiceIndex> choice_of(const Model& model, ExpressionId id);

}  // namespace nilai::rules
