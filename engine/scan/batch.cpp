#include "engine/scan/batch.hpp"

namespace nilai::engine {

Batch blank_batch(const TablePlan& table, std::uint32_t file) {
  Batch batch{file, {}, {}};
  batch.columns.reserve(table.columns.size());
  for (const ColumnPlan& column : table.columns) batch.columns.push_back(Column::of(column.kind, 0));
  return batch;
}

}  // namespace nilai::engine
