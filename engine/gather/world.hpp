#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <vector>

#include "engine/gather/rows/held_column.hpp"
#include "engine/gather/rows/row_index.hpp"
#include "engine/gather/rows/scan_files.hpp"
#include "engine/gather/rows/subjects.hpp"
#include "engine/gather/rows/table_rows.hpp"
#include "engine/gather/windows.hpp"
#include "engine/kernels/content.hpp"
#include "engine/plan.hpp"
#include "engine/working_days.hpp"

namespace nilai::engine {

/// A table whose rows are held in memory while others are read.
struct HeldTable {
  bool is_held = false;
  TableRows rows;                            ///< without columns, where those are packed
  std::vector<HeldColumn> columns;           ///< of the table plan; those that nothing reads are empty
  std::vector<std::uint8_t> is_inside;       ///< per row: 1 where it counts for one of the periods by its own days
  std::vector<std::uint8_t> has_used_child;  ///< per row: 1 where a row that belongs to it was used

  [[nodiscard]] bool is_packed() const { return !columns.empty(); }

  /// The column of some rows; missing for `no_row`. Requires: it is held.
  [[nodiscard]] Column pick(ColumnIndex column, const std::vector<std::uint32_t>& of_rows) const {
    return is_packed() ? columns[column].pick(of_rows) : engine::pick(rows.columns[column], of_rows);
  }
};

/// An index of a held table by some of its columns, shared by all links that look there.
struct HeldIndex {
  TableIndex table = 0;
  std::vector<ColumnIndex> columns;
  RowIndex index;
};

/// All that is known while gathering: the plan, and what was read and worked out so far.
struct World {
  const Plan& plan;
  std::vector<std::optional<Period>> periods;  ///< oldest first; one without a name where the plan has none
  std::vector<std::vector<DayRange>> windows;  ///< per aggregate and period: the days whose rows count
  std::vector<HeldTable> tables;               ///< per table; empty where rows pass by
  std::deque<HeldIndex> indexes;               ///< which stay where they are
  Subjects subjects;
  WorkingDays working_days;
  std::vector<std::vector<BlockStart>> blocks;  ///< per table whose rows pass by: where they stand, once all have

  [[nodiscard]] bool is_subject(TableIndex table) const { return table == plan.subject; }

  /// The number of places in a table that others belong to.
  [[nodiscard]] std::size_t place_count(TableIndex table) const {
    return is_subject(table) ? subjects.count() : tables[table].rows.size();
  }
};

}  // namespace nilai::engine
