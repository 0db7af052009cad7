#pragma once

#include <cstdint>
#include <vector>

#include "engine/column.hpp"

namespace nilai::engine {

/// Where the streaks of one instruction stand after a period, a row a subject.
struct StreakState {
  std::vector<std::int64_t> counts;
  std::vector<bool> is_withheld;  ///< a condition could not be read since the last break: the count is not known

  StreakState() = default;
  explicit StreakState(std::size_t rows) : counts(rows), is_withheld(rows) {}
};

/// The streaks up to a period in which `condition` held or not, from those up to the period before.
///
/// Yes adds one and no breaks. Missing breaks too, unless it is passed over. Withheld leaves the count unknown until
/// the streak breaks. A row that is not evaluated in the period goes on as a missing one would, its result being
/// missing. Requires: `is_evaluated` has a row for each of the state's.
[[nodiscard]] Column extend_streak(StreakState& state, const Column& condition, bool passes_over_missing,
                                   const std::vector<bool>& is_evaluated);

}  // namespace nilai::engine
