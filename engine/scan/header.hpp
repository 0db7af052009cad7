#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/plan_tables.hpp"
#include "engine/scan/record_reader.hpp"
#include "engine/scan/refusal.hpp"
#include "engine/scan/table_scan.hpp"

namespace nilai::engine {

/// For each column of a table the index of its field in the file's records; empty for a constant.
using FieldPositions = std::vector<std::optional<std::size_t>>;

/// What the first bytes of a file say of all others.
struct FileLayout {
  Dialect dialect;
  std::size_t field_count = 0;  ///< of the header line, and of every record
  FieldPositions positions;
};

/// Finds the columns of `table` among the fields of a header line. Headers that feed no column do not matter.
///
/// Requires: `inputs` has one entry for each column of `table`.
/// Errors: empty, with `fault` set to `missing_column` or `column_twice`, whichever comes first in the table's order.
std::optional<FieldPositions> locate_columns(const TablePlan& table, const std::vector<ColumnInput>& inputs,
                                             const std::vector<std::string_view>& headers,
                                             std::optional<FileFault>& fault);

}  // namespace nilai::engine
