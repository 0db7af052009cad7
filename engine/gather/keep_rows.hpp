#pragma once

#include "engine/gather/gather.hpp"
#include "engine/gather/world.hpp"

namespace nilai::engine {

/// The rows of a held table that lie in the last period, all where the table has no dates, with their formulas.
/// Requires: the aggregates that the table owns are finished.
[[nodiscard]] KeptRows keep_rows(const World& world, TableIndex table);

}  // namespace nilai::engine
