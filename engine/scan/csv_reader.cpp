#include "engine/scan/csv_reader.hpp"

#include <utility>

namespace nilai::engine {

CsvReader::CsvReader(std::unique_ptr<ByteSource> source, char delimiter, Encoding encoding)
    : blocks_(std::move(source), delimiter, encoding) {}

const CsvRecord* CsvReader::next() {
  while (!fault_) {
    if (records_) {
      if (const CsvRecord* record = records_->next()) return record;
      fault_ = records_->fault();
    }
    if (fault_ || !next_block()) break;
  }
  return nullptr;
}

bool CsvReader::next_block() {
  if (blocks_.next(block_)) {
    if (!records_) records_.emplace(blocks_.dialect());
    records_->start(block_.bytes());
    return true;
  }
  if (blocks_.failed()) {
    const std::uint64_t rows = records_ ? records_->row_count() : 0;
    fault_ = FileFault{FileFaultKind::cannot_read, 0, rows + 1, "", ""};
  }
  return false;
}

}  // namespace nilai::engine
