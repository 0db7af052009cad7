#pragma once

#include "engine/gather/rows/table_rows.hpp"
#include "engine/plan.hpp"

namespace nilai::engine {

/// Writes the days of each row: of its date, or of the period it names. The subject's own rows speak of whole periods:
/// a dated one of the period that holds its date.
///
/// Refused (`not_a_period`): a row that names no period of the table's unit.
[[nodiscard]] SetAside place_rows(const Plan& plan, TableIndex table, TableRows& rows);

/// Whether the rows of a table have a place in time of their own.
[[nodiscard]] inline bool has_days(const TablePlan& table) {
  return table.dated || table.period;
}

}  // namespace nilai::engine
