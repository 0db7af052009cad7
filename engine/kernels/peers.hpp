#pragma once

#include <cstdint>
#include <vector>

#include "engine/column.hpp"
#include "engine/plan.hpp"

namespace nilai::engine {

/// What comparing every subject with its peers gave, and with how many.
struct PeerComparison {
  Column value;                             ///< a row a subject
  std::vector<std::uint32_t> size;          ///< of the group; 0 where there is none that is known and large enough
  std::vector<std::uint32_t> common_count;  ///< how many of the first operands in common the group goes by
};

/// Carries out `peers`, `rank` or `percentile_rank` for the subjects that are evaluated.
///
/// A group's members meet the condition; where missing values are skipped, their own is there. Its size is their
/// number. A condition or a value that could not be read withholds what is said of its group (unless the statistic
/// stands whatever it is), and something in common that could not be read, of all groups: it could belong to any.
/// A subject whose own is missing is in no group. The order of the subjects does not matter.
[[nodiscard]] PeerComparison compare_with_peers(const Instruction& instruction,
                                                const std::vector<const Column*>& operands,
                                                const std::vector<bool>& is_evaluated);

}  // namespace nilai::engine
