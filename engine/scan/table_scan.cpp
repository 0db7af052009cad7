#include "engine/scan/table_scan.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "engine/scan/cell.hpp"
#include "engine/scan/cell_text.hpp"
#include "engine/scan/header.hpp"

namespace nilai::engine {
namespace {

/// How one column of the table comes about.
struct Lane {
  CellReader reader;
  std::string_view name;
  std::optional<std::size_t> field;  // empty: the constant, or nothing where the file lacks the column
  std::string_view constant_text;
  Cell constant;

  [[nodiscard]] std::string_view text(const CsvRecord& record) const {
    return field ? record.fields[*field] : constant_text;
  }
  [[nodiscard]] Cell read(const CsvRecord& record) { return field ? reader.read(record.fields[*field]) : constant; }
};

std::vector<Lane> make_lanes(const TablePlan& table, const std::vector<ChoicePlan>& choices, const FileInput& input,
                             const FieldPositions& positions) {
  std::vector<Lane> lanes;
  for (ColumnIndex column = 0; column < table.columns.size(); ++column) {
    const ColumnInput& from = input.columns[column];
    lanes.push_back({CellReader(table, column, choices, from, input.format),
                     table.columns[column].name,
                     positions[column],
                     "",
                     {Value::missing(table.columns[column].kind), std::nullopt}});
    if (!from.constant) continue;
    lanes.back().constant_text = *from.constant;
    lanes.back().constant = lanes.back().reader.read(*from.constant);
  }
  return lanes;
}

/// Turns records into batches and refusals.
class RowScan {
 public:
  RowScan(const TablePlan& table, std::vector<Lane> lanes, std::size_t field_count, std::uint32_t file,
          std::size_t batch_rows, const std::function<void(Batch&&)>& consume)
      : table_(table),
        lanes_(std::move(lanes)),
        cells_(lanes_.size()),
        field_count_(field_count),
        file_(file),
        batch_rows_(batch_rows),
        consume_(consume) {
    start_batch();
  }

  void take(const CsvRecord& record, std::vector<Refusal>& refusals) {
    if (const auto kind = fault_of(record)) {
      refusals.push_back({*kind, file_, record.row, "", excerpt(record.text), false});
      return;
    }
    for (std::size_t i = 0; i < lanes_.size(); ++i) cells_[i] = lanes_[i].read(record);
    // A row is refused once, for its first reason: rows in = rows used + rows refused.
    for (std::size_t i = 0; i < lanes_.size(); ++i) {
      if (!cells_[i].refusal || !lanes_[i].reader.refuses_row()) continue;
      refusals.push_back(refusal_of(i, record, false));
      return;
    }
    for (std::size_t i = 0; i < lanes_.size(); ++i) {
      if (cells_[i].refusal) refusals.push_back(refusal_of(i, record, true));
    }
    append(record.row);
  }

  void flush() {
    if (batch_.rows.empty()) return;
    consume_(std::move(batch_));
    start_batch();
  }

 private:
  [[nodiscard]] std::optional<RefusalKind> fault_of(const CsvRecord& record) const {
    if (record.fault) return record.fault;
    if (record.fields.size() < field_count_) return RefusalKind::too_few_fields;
    if (record.fields.size() > field_count_) return RefusalKind::too_many_fields;
    return std::nullopt;
  }

  [[nodiscard]] Refusal refusal_of(std::size_t lane, const CsvRecord& record, bool is_value_only) const {
    return {
        *cells_[lane].refusal, file_, record.row, std::string(lanes_[lane].name), excerpt(lanes_[lane].text(record)),
        is_value_only};
  }

  void append(std::uint64_t row) {
    batch_.rows.push_back(row);
    for (std::size_t i = 0; i < cells_.size(); ++i) batch_.columns[i].push(std::move(cells_[i].value));
    if (batch_.size() == batch_rows_) flush();
  }

  void start_batch() {
    batch_ = Batch{file_, {}, {}};
    batch_.rows.reserve(batch_rows_);
    for (const ColumnPlan& column : table_.columns) {
      batch_.columns.push_back(Column::of(column.kind, 0));
      batch_.columns.back().reserve(batch_rows_);
    }
  }

  const TablePlan& table_;
  std::vector<Lane> lanes_;
  std::vector<Cell> cells_;  // of the row at hand
  std::size_t field_count_;
  std::uint32_t file_;
  std::size_t batch_rows_;
  const std::function<void(Batch&&)>& consume_;
  Batch batch_;
};

/// The columns of a file by its header line; empty with `fault` set when the file is of no use.
std::optional<FieldPositions> read_header(CsvReader& reader, const TablePlan& table, const FileInput& input,
                                          std::size_t& field_count, std::optional<FileFault>& fault) {
  const CsvRecord* header = reader.next();
  if (header == nullptr) {
    fault = reader.fault() ? *reader.fault() : FileFault{FileFaultKind::is_empty, 0, 1, "", ""};
    return std::nullopt;
  }
  // An open quote in the header swallows the file: its rows would be lost without a word.
  if (header->fault == RefusalKind::unclosed_quote) {
    fault = FileFault{FileFaultKind::cannot_read, 0, 1, "", excerpt(header->text)};
    return std::nullopt;
  }
  field_count = header->fields.size();
  return locate_columns(table, input.columns, header->fields, fault);
}

void scan_rows(CsvReader& reader, RowScan& rows, ScanReport& report) {
  while (const CsvRecord* record = reader.next()) {
    ++report.row_count;
    rows.take(*record, report.refusals);
  }
  report.fault = reader.fault();
  if (!report.fault) rows.flush();
}

}  // namespace

ScanReport scan_table(const TablePlan& table, const std::vector<ChoicePlan>& choices, const FileInput& input,
                      std::uint32_t file, const std::function<void(Batch&&)>& consume, std::size_t batch_rows) {
  ScanReport report;
  if (input.rows) {
    report.row_count = input.rows->size();
    if (report.row_count > 0) consume(Batch{file, input.rows->rows, input.rows->columns});
    return report;
  }
  auto source = input.open ? input.open() : nullptr;
  if (!source) {
    report.fault = FileFault{FileFaultKind::cannot_open, file, 0, "", ""};
    return report;
  }
  CsvReader reader(std::move(source), input.delimiter, input.encoding);
  std::size_t field_count = 0;
  if (const auto positions = read_header(reader, table, input, field_count, report.fault)) {
    RowScan rows(table, make_lanes(table, choices, input, *positions), field_count, file, batch_rows, consume);
    scan_rows(reader, rows, report);
  }
  if (report.fault) report.fault->file = file;
  return report;
}

}  // namespace nilai::engine
