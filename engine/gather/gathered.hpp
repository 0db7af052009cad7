#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/column.hpp"
#include "engine/date.hpp"
#include "engine/plan.hpp"
#include "engine/working_days.hpp"

namespace nilai::engine {

/// An aggregate for every subject, with the counts that an auditor can go and count again.
struct GatheredAggregate {
  Column value;
  std::vector<std::int64_t> counted;  ///< rows that made the value: for a share those in which the condition held
  std::vector<std::int64_t> taken;    ///< rows that were looked at: a share is counted / taken
};

/// One row of aggregates for every subject, in one period.
struct GatheredPeriod {
  std::optional<Period> period;    ///< none where the rulebook evaluates each row once
  std::vector<bool> is_evaluated;  ///< whether the subject has a row in this period
  std::vector<Column> columns;     ///< the subject's own columns, in the order of its table plan
  std::vector<Column> above;       ///< of rows that the subject belongs to: one for each of `loads_above(judge)`
  std::vector<GatheredAggregate> aggregates;  ///< one for each aggregate of the plan; empty unless the subject owns it
};

/// What a program reads of rows that the row at hand belongs to, each once, in the order of its instructions.
[[nodiscard]] std::vector<ColumnLoad> loads_above(const Program& program);

/// Where `wanted` stands among `loads`; empty when it does not.
[[nodiscard]] std::optional<std::size_t> index_of(const std::vector<ColumnLoad>& loads, const ColumnLoad& wanted);

/// All that judging reads.
struct Gathered {
  std::vector<std::vector<std::string>> keys;  ///< of each subject, in bytewise order: the order of all subject rows
  std::vector<GatheredPeriod> periods;         ///< oldest first; the last is the one asked for
  WorkingDays working_days;

  [[nodiscard]] std::size_t subject_count() const { return keys.size(); }
};

}  // namespace nilai::engine
