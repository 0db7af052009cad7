#pragma once

#include "engine/plan.hpp"

namespace nilai::rules {

/// How far back the rules look, from the instructions of the judge program. Requires: the program is there, and the
/// measures.
engine::History history_of(const engine::Plan& plan);

}  // namespace nilai::rules
