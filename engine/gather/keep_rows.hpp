#pragma once

#include "engine/gather/gather.hpp"
#include "engine/gather/row_loads.hpp"
#include "engine/gather/world.hpp"

namespace nilai::engine {

/// The rows of a held table that lie in the last period, all where the table has no dates, with their formulas.
/// `finished`: the aggregates that the table owns, of all its rows.
[[nodiscard]] KeptRows keep_rows(const World& world, TableIndex table, const FinishedAggregates& finished);

}  // namespace nilai::engine
