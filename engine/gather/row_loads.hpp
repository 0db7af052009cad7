#pragma once

#include "engine/gather/world.hpp"
#include "engine/kernels/evaluate.hpp"

namespace nilai::engine {

/// What the aggregates of some rows of one table came to.
struct FinishedAggregates {
  std::size_t first_row = 0;
  std::vector<std::vector<Column>> values;  ///< per aggregate of the plan and period; empty for those of other tables
};

/// A stretch of a table's rows.
struct RowStretch {
  TableIndex table = 0;
  const TableRows& rows;
  std::size_t begin = 0;
  std::size_t end = 0;
  const FinishedAggregates* finished =
      nullptr;  ///< for these rows at least; null where none of their program's are read

  [[nodiscard]] std::size_t size() const { return end - begin; }
};

/// A column of the stretch's rows. Requires: it is held, where the rows are.
[[nodiscard]] Column column_of(const World& world, const RowStretch& stretch, ColumnIndex column);

/// What the program of a table reads for some of its rows in one period: columns of theirs and of rows above them, and
/// aggregates of rows below. Requires: all live as long as the loads.
[[nodiscard]] Loads row_loads(const World& world, const RowStretch& stretch, std::size_t period_index);

/// A column of the rows that each subject belongs to in a period; missing where the subject has no row there.
[[nodiscard]] Column subject_load(const World& world, const ColumnLoad& load, std::size_t period_index);

/// Whether the results of a table's program can differ from period to period.
[[nodiscard]] bool depends_on_period(const Plan& plan, TableIndex table);

}  // namespace nilai::engine
