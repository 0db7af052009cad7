#pragma once

#include <cstdint>
#include <vector>

#include "engine/column.hpp"
#include "engine/gather/gathered.hpp"
#include "engine/plan.hpp"

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

/// What `periods` reads in one period.
struct PeriodValues {
  Period period;
  const Column* value = nullptr;
  const Column* weight = nullptr;  ///< null: every period weighs 1
  const Column* level = nullptr;   ///< of a percentile: that of the present period
  const Column* where = nullptr;   ///< null: every period counts
  const std::vector<bool>* is_evaluated = nullptr;
};

/// Whether the periods that an instruction `periods` looks at in `present` include that one.
[[nodiscard]] bool reaches_present(const PeriodsSpec& spec, const Period& present);

/// Carries out `periods` in `present`: the statistic of every subject's values in those of `values` that lie in its
/// window, and how many they were. A period in which a subject is not evaluated has no value of it.
[[nodiscard]] GatheredAggregate over_periods(const Instruction& instruction, const Period& present,
                                             const std::vector<PeriodValues>& values, std::size_t subject_count);

}  // namespace nilai::engine
