#pragma once

#include <cstdint>
#include <string>

#include "rules/model.hpp"

namespace nilai::rules {

/// What a score is called where its rulebook speaks of it: one without a name by the keyword, `score` or `nilai`.
/// `Score::name` is the same in every rulebook.
std::string score_name(const Model& model, std::uint32_t score);

}  // namespace nilai::rules
