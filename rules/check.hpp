#pragma once

#include "grammar/text/diagnostic.hpp"
#include "rules/model.hpp"
#include "rules/order.hpp"

namespace nilai::rules {

/// Types and units of every expression, into `model.facts.type`; bare words become values of choices (31xx).
void check_types(Model& model, const Order& order, text::Diagnostics& diagnostics);

/// What a person can change is a number, and says by how much (2305, 31xx). Requires: types.
void check_changeable(const Model& model, text::Diagnostics& diagnostics);

/// Missing values are dealt with where language.md §3 asks for it (32xx). Requires: types.
void check_missing(const Model& model, text::Diagnostics& diagnostics);

/// Weights are there, not negative, and those in per cent add up to exactly 100% (40xx). Requires: types.
void check_weights(const Model& model, text::Diagnostics& diagnostics);

/// Cases leave no gap where they have no `otherwise`, and none is out of reach (41xx). Requires: types.
void check_cases(const Model& model, text::Diagnostics& diagnostics);

/// A share is compared with numbers that it can have, nothing else with per cent (312x), and the points of a scale are
/// all in per cent or all not (4204). Requires: types.
void check_shares(const Model& model, text::Diagnostics& diagnostics);

/// The points of a scale stand in rising order for every dated value of the parameters they use (42xx).
void check_scales(const Model& model, text::Diagnostics& diagnostics);

/// Protected columns reach no points, score or decision, personal ones no output (43xx). Requires: types.
void check_flow(const Model& model, text::Diagnostics& diagnostics);

/// Names of the author's own that read like a word of the language where both could be meant (2406).
void check_names(const Model& model, text::Diagnostics& diagnostics);

/// Definitions that nothing uses, dates that leave holes (24xx, warnings mostly).
void check_use(const Model& model, text::Diagnostics& diagnostics);

}  // namespace nilai::rules
