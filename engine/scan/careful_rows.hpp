#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/scan/batch.hpp"
#include "engine/scan/cell.hpp"
#include "engine/scan/header.hpp"
#include "engine/scan/record_reader.hpp"
#include "engine/scan/table_scan.hpp"

namespace nilai::engine {

/// Turns records into rows and refusals, one at a time and whatever they hold: the careful way.
class CarefulRows {
 public:
  /// Requires: as for `BlockScan`.
  CarefulRows(const TablePlan& table, const std::vector<ChoicePlan>& choices, const FileInput& input,
              const FileLayout& layout, std::uint32_t file, std::size_t batch_rows);

  /// Requires: `block` begins and ends where records do.
  [[nodiscard]] ScannedRows read(std::string_view block);

 private:
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

  void take(const CsvRecord& record, ScannedRows& scanned);
  [[nodiscard]] std::optional<RefusalKind> fault_of(const CsvRecord& record) const;
  [[nodiscard]] Refusal refusal_of(std::size_t lane, const CsvRecord& record, bool is_value_only) const;
  void append(std::uint64_t row, std::vector<Batch>& batches);

  const TablePlan& table_;
  Dialect dialect_;
  std::size_t field_count_;
  std::uint32_t file_;
  std::size_t batch_rows_;
  std::vector<Lane> lanes_;
  std::vector<Cell> cells_;  // of the record at hand
};

}  // namespace nilai::engine
