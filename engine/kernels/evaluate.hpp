#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

#include "engine/column.hpp"
#include "engine/plan.hpp"

namespace nilai::engine {

class WorkingDays;

/// What a program reads from outside, for some rows in one period.
struct Loads {
  std::optional<Period> period;                     ///< none where the rulebook has no periods
  std::function<Column(const ColumnLoad&)> column;  ///< a row each
  std::function<Column(AggregateIndex)> aggregate;  ///< a row each
  const WorkingDays* working_days = nullptr;        ///< null: every weekday is one
  std::vector<bool> is_evaluated;                   ///< a row each: who is a peer; of use where there are any
};

/// Carries out one instruction on the results of earlier ones: a row for each row of the loads, or constant where it
/// depends on none. A `streak` is that of the first period; `extend_streak` (history.hpp) goes on from there.
///
/// Requires: `slots` holds the results of the instruction's operands; kinds and payloads are as operations.def says.
[[nodiscard]] Column carry_out(const Instruction& instruction, const std::vector<Column>& slots, const Loads& loads);

/// The result of every instruction of a program, in its order.
[[nodiscard]] std::vector<Column> evaluate(const Program& program, const Loads& loads);

}  // namespace nilai::engine
