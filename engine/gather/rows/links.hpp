#pragma once

#include <cstdint>
#include <vector>

#include "engine/gather/rows/row_index.hpp"
#include "engine/gather/rows/table_rows.hpp"
#include "engine/plan_tables.hpp"

namespace nilai::engine {

/// The place of each row's parent, or `no_row`, for each link; empty where not every link is to a key. Any thread may
/// find them, so that `resolve_links` need not.
[[nodiscard]] std::vector<std::vector<std::uint32_t>> only_places(const TablePlan& table,
                                                                  const std::vector<const RowIndex*>& indexes,
                                                                  const Batch& batch);

/// Writes the parents of all rows by every link of the table, unless they are there; `indexes` has one for
/// each.
///
/// Refused (`orphan`): a row that finds no parent by some link, with the first column of the first such link.
[[nodiscard]] SetAside resolve_links(const TablePlan& table, const std::vector<ChoicePlan>& choices,
                                     const std::vector<const RowIndex*>& indexes, TableRows& rows);

}  // namespace nilai::engine
