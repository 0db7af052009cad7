#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "engine/column.hpp"
#include "engine/plan_tables.hpp"
#include "engine/scan/refusal.hpp"

namespace nilai::engine {

/// Some thousand rows of a table, typed. Rows that were refused are not in it.
struct Batch {
  std::uint32_t file = 0;
  std::vector<std::uint64_t> rows;  ///< the record's number in its file, per row
  std::vector<Column> columns;      ///< one for each column of the table plan, in its order

  [[nodiscard]] std::size_t size() const { return rows.size(); }
};

/// One without rows yet, with a column for each of the table's.
[[nodiscard]] Batch blank_batch(const TablePlan& table, std::uint32_t file);

using ConsumeBatch = std::function<void(Batch&&)>;

/// What came of some records: `row_count` of them, each a row of a batch or refused. Rows are counted from 1.
struct ScannedRows {
  std::vector<Batch> batches;  ///< not empty, in row order
  std::uint64_t row_count = 0;
  std::vector<Refusal> refusals;   ///< in row order
  std::optional<FileFault> fault;  ///< set: nothing can be read after these records
};

}  // namespace nilai::engine
