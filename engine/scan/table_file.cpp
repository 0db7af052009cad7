#include "engine/scan/table_file.hpp"

#include <iterator>
#include <utility>

#include "engine/scan/cell_text.hpp"

namespace nilai::engine {

TableFile::TableFile(const TablePlan& table, const FileInput& input) {
  if (auto source = input.open ? input.open() : nullptr) {
    blocks_.emplace(std::move(source), input.delimiter, input.encoding);
    read_header(table, input);
  } else {
    fault_ = FileFault{FileFaultKind::cannot_open, 0, 0, "", ""};
  }
}

void TableFile::read_header(const TablePlan& table, const FileInput& input) {
  while (blocks_->next(first_)) {
    layout_.dialect = blocks_->dialect();
    RecordReader records(layout_.dialect);
    records.start(first_.bytes());
    const CsvRecord* header = records.next();
    if (records.fault()) {
      fault_ = records.fault();
      return;
    }
    if (header == nullptr) continue;  // blank lines
    // An open quote in the header swallows the file: its rows would be lost without a word.
    if (header->fault == RefusalKind::unclosed_quote) {
      fault_ = FileFault{FileFaultKind::cannot_read, 0, 1, "", excerpt(header->text)};
      return;
    }
    layout_.field_count = header->fields.size();
    if (auto positions = locate_columns(table, input.columns, header->fields, fault_)) {
      layout_.positions = *std::move(positions);
    }
    first_.keep_last(records.rest().size());
    return;
  }
  const auto kind = blocks_->failed() ? FileFaultKind::cannot_read : FileFaultKind::is_empty;
  fault_ = FileFault{kind, 0, 1, "", ""};
}

bool TableFile::next(RecordBlock& block) {
  if (fault_) return false;
  if (!first_.bytes().empty()) {
    block = std::exchange(first_, RecordBlock());
    return true;
  }
  return blocks_->next(block);
}

std::optional<FileFault> TableFile::fault(std::uint64_t row_count) const {
  if (fault_ || !blocks_->failed()) return fault_;
  return FileFault{FileFaultKind::cannot_read, 0, row_count + 2, "", ""};  // after the header line and those
}

void add_rows(ScannedRows&& scanned, ScanReport& report, const ConsumeBatch& consume) {
  const std::uint64_t rows_before = report.lines_read();
  report.row_count += scanned.row_count;
  for (Refusal& refusal : scanned.refusals) refusal.row += rows_before;
  report.refusals.insert(report.refusals.end(), std::make_move_iterator(scanned.refusals.begin()),
                         std::make_move_iterator(scanned.refusals.end()));
  if (scanned.fault) {
    report.fault = std::move(scanned.fault);
    report.fault->row += rows_before;
    return;
  }
  for (Batch& batch : scanned.batches) {
    for (std::uint64_t& row : batch.rows) row += rows_before;
    consume(std::move(batch));
  }
}

}  // namespace nilai::engine
