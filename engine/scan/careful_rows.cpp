#include "engine/scan/careful_rows.hpp"

#include <string>
#include <utility>

#include "engine/scan/cell_text.hpp"

namespace nilai::engine {

CarefulRows::CarefulRows(const TablePlan& table, const std::vector<ChoicePlan>& choices, const FileInput& input,
                         const FileLayout& layout, std::uint32_t file, std::size_t batch_rows)
    : table_(table),
      dialect_(layout.dialect),
      field_count_(layout.field_count),
      file_(file),
      batch_rows_(batch_rows),
      cells_(table.columns.size()) {
  for (ColumnIndex column = 0; column < table.columns.size(); ++column) {
    const ColumnInput& from = input.columns[column];
    lanes_.push_back({CellReader(table, column, choices, from, input.format),
                      table.columns[column].name,
                      layout.positions[column],
                      "",
                      {Value::missing(table.columns[column].kind), std::nullopt}});
    if (!from.constant) continue;
    lanes_.back().constant_text = *from.constant;
    lanes_.back().constant = lanes_.back().reader.read(*from.constant);
  }
}

ScannedRows CarefulRows::read(std::string_view block) {
  ScannedRows scanned;
  RecordReader records(dialect_);
  records.start(block);
  while (const CsvRecord* record = records.next()) take(*record, scanned);
  scanned.row_count = records.row_count();
  scanned.fault = records.fault();
  return scanned;
}

void CarefulRows::take(const CsvRecord& record, ScannedRows& scanned) {
  if (const auto kind = fault_of(record)) {
    scanned.refusals.push_back({*kind, file_, record.row, "", excerpt(record.text), false});
    return;
  }
  for (std::size_t i = 0; i < lanes_.size(); ++i) cells_[i] = lanes_[i].read(record);
  // A row is refused once, for its first reason: rows in = rows used + rows refused.
  for (std::size_t i = 0; i < lanes_.size(); ++i) {
    if (!cells_[i].refusal || !lanes_[i].reader.refuses_row()) continue;
    scanned.refusals.push_back(refusal_of(i, record, false));
    return;
  }
  for (std::size_t i = 0; i < lanes_.size(); ++i) {
    if (cells_[i].refusal) scanned.refusals.push_back(refusal_of(i, record, true));
  }
  append(record.row, scanned.batches);
}

std::optional<RefusalKind> CarefulRows::fault_of(const CsvRecord& record) const {
  if (record.fault) return record.fault;
  if (record.fields.size() < field_count_) return RefusalKind::too_few_fields;
  if (record.fields.size() > field_count_) return RefusalKind::too_many_fields;
  return std::nullopt;
}

Refusal CarefulRows::refusal_of(std::size_t lane, const CsvRecord& record, bool is_value_only) const {
  return {*cells_[lane].refusal, file_, record.row, std::string(lanes_[lane].name), excerpt(lanes_[lane].text(record)),
          is_value_only};
}

void CarefulRows::append(std::uint64_t row, std::vector<Batch>& batches) {
  if (batches.empty() || batches.back().size() == batch_rows_) batches.push_back(blank_batch(table_, file_));
  batches.back().rows.push_back(row);
  for (std::size_t i = 0; i < cells_.size(); ++i) batches.back().columns[i].push(std::move(cells_[i].value));
}

}  // namespace nilai::engine
