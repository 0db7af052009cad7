#include "engine/scan/plain_rows.hpp"

#include <algorithm>
#include <numeric>

namespace nilai::engine {

PlainRows::PlainRows(const TablePlan& table, const std::vector<ChoicePlan>& choices, const FileInput& input,
                     const FileLayout& layout, std::uint32_t file, std::size_t batch_rows)
    : table_(table), file_(file), batch_rows_(batch_rows), block_(layout.dialect, layout.field_count) {
  for (ColumnIndex column = 0; column < table.columns.size(); ++column) {
    const ColumnInput& from = input.columns[column];
    lanes_.push_back({PlainColumn(table, column, choices, from, input.format), layout.positions[column],
                      Value::missing(table.columns[column].kind)});
    if (!from.constant) continue;
    Cell constant = CellReader(table, column, choices, from, input.format).read(*from.constant);
    if (constant.refusal) has_bad_constant_ = true;
    lanes_.back().constant = std::move(constant.value);
  }
}

std::optional<ScannedRows> PlainRows::read(std::string_view block) {
  if (has_bad_constant_ || !block_.split(block)) return std::nullopt;
  ScannedRows scanned;
  scanned.row_count = block_.record_count();
  for (std::size_t begin = 0; begin < block_.record_count(); begin += batch_rows_) {
    scanned.batches.push_back(blank_batch(table_, file_));
    if (!fill(scanned.batches.back(), begin, std::min(begin + batch_rows_, block_.record_count()))) return std::nullopt;
  }
  return scanned;
}

bool PlainRows::fill(Batch& batch, std::size_t begin, std::size_t end) {
  batch.rows.resize(end - begin);
  std::iota(batch.rows.begin(), batch.rows.end(), std::uint64_t{begin} + 1);
  for (std::size_t i = 0; i < lanes_.size(); ++i) {
    Lane& lane = lanes_[i];
    Column& column = batch.columns[i];
    column.reserve(end - begin);
    if (lane.field) {
      if (!lane.reader.read(block_, *lane.field, begin, end, column)) return false;
    } else {
      for (std::size_t row = begin; row < end; ++row) column.push(lane.constant);
    }
  }
  return true;
}

}  // namespace nilai::engine
