#pragma once

#include <set>
#include <vector>

#include "engine/column.hpp"
#include "engine/plan.hpp"

namespace nilai::rules {

/// A way through an instruction that chooses: the number of the case, or of the scale's stretch from the flat one
/// before the first point on.
struct TakenWay {
  engine::SourceId source = 0;  ///< of the instruction
  std::size_t way = 0;

  friend auto operator<=>(const TakenWay&, const TakenWay&) = default;
};

/// The ways that the results of a program show for one row; none where a condition or a value is missing. What stands
/// in a case that was not taken was worked out all the same, but no one went there: it counts only where it is one of
/// `results` too.
void add_taken_ways(const engine::Program& program, const std::vector<engine::Column>& slots, std::size_t row,
                    const std::vector<engine::Slot>& results, std::set<TakenWay>& taken);

}  // namespace nilai::rules
