#pragma once

#include <string>
#include <vector>

#include "engine/gather/rows/table_rows.hpp"
#include "engine/plan_tables.hpp"

namespace nilai::engine {

/// A value as a rulebook would write it: exact digits, ISO date, a choice's name, yes or no; empty where not present.
[[nodiscard]] std::string value_text(const Column& column, std::size_t row, const ColumnPlan& plan,
                                     const std::vector<ChoicePlan>& choices);

/// The values of some columns of a row, `separator` between them.
[[nodiscard]] std::string values_text(const TableRows& rows, std::size_t row, const std::vector<ColumnIndex>& columns,
                                      const TablePlan& table, const std::vector<ChoicePlan>& choices,
                                      const char* separator);

}  // namespace nilai::engine
