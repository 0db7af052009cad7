#pragma once

#include <cstdint>
#include <memory>
#include <optional>

#include "engine/scan/block_scan.hpp"
#include "engine/scan/header.hpp"
#include "engine/scan/record_blocks.hpp"
#include "engine/scan/table_scan.hpp"

namespace nilai::engine {

/// One file of a table while it is read: opened, its header line understood, its records given out in blocks.
class TableFile {
 public:
  /// Requires: `input` is a file, not rows in memory; `table` and `input` outlive this.
  TableFile(const TablePlan& table, const FileInput& input);

  /// The next records into `block`; false at the end, or where the file cannot be read on.
  bool next(RecordBlock& block);

  /// Why nothing more can be read; `row_count` records were before. Empty at the end of the file.
  [[nodiscard]] std::optional<FileFault> fault(std::uint64_t row_count) const;

  [[nodiscard]] const FileLayout& layout() const { return layout_; }

 private:
  void read_header(const TablePlan& table, const FileInput& input);

  std::optional<RecordBlocks> blocks_;  // empty: could not be opened
  RecordBlock first_;                   // the records after the header line, until they are taken
  FileLayout layout_;
  std::optional<FileFault> fault_;
};

/// Adds what came of the records that follow those of `report`: numbers them as the file does, and hands on the rows.
void add_rows(ScannedRows&& scanned, ScanReport& report, const ConsumeBatch& consume);

}  // namespace nilai::engine
