#pragma once

#include <string>
#include <vector>

#include "engine/gather/rows/table_rows.hpp"
#include "engine/plan_tables.hpp"

namespace nilai::engine {

/// Rows that say the same key again. The key of a table with periods, and of the subject, includes the period.
///
/// Identical rows count once: all but the first, by file and row, are refused (`duplicate_identical`). Where rows of
/// one key differ no one knows which is right: all are refused (`duplicate_differing`). Requires: all rows of the
/// table, placed, in the order of files and rows.
[[nodiscard]] SetAside find_duplicates(const TablePlan& table, const std::vector<ChoicePlan>& choices,
                                       const TableRows& rows);

/// Whether every key is greater than the one before, as identifiers that were given out in turn are: then no two rows
/// have one key. `before` is the last key seen, empty at first, and is carried from rows to the next.
[[nodiscard]] bool keys_rise(const TablePlan& table, const TableRows& rows, std::string& before);

}  // namespace nilai::engine
