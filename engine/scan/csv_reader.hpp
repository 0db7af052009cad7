#pragma once

#include <memory>
#include <optional>

#include "engine/scan/record_blocks.hpp"
#include "engine/scan/record_reader.hpp"

namespace nilai::engine {

/// Reads records of RFC 4180, and what people really have: BOM, LF, CRLF or CR line ends, `;` or tab between the
/// fields, blank lines (passed over), a last line without an end, windows-1252. The header line is row 1.
class CsvReader {
 public:
  /// `delimiter` 0: the one of `,` `;` tab that is most frequent outside quotes in the first record.
  CsvReader(std::unique_ptr<ByteSource> source, char delimiter, Encoding encoding);

  /// The next record, or null at the end or after a fault of the file. It lives until the next call.
  const CsvRecord* next();

  /// Set when the file cannot be read on: `cannot_read`, `record_too_long`.
  [[nodiscard]] const std::optional<FileFault>& fault() const { return fault_; }

 private:
  bool next_block();

  RecordBlocks blocks_;
  RecordBlock block_;
  std::optional<RecordReader> records_;  // from the first block on
  std::optional<FileFault> fault_;
};

}  // namespace nilai::engine
