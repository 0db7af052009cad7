#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/plan_tables.hpp"
#include "engine/scan/batch.hpp"
#include "engine/scan/byte_source.hpp"
#include "engine/scan/encoding.hpp"
#include "engine/scan/refusal.hpp"

namespace nilai::engine {

/// How values are written in a file.
struct ValueFormat {
  std::vector<std::string> nulls = {""};    ///< cell texts, trimmed, that mean *blank*
  std::string date_pattern = "yyyy-mm-dd";  ///< as `DatePattern` has it: `dd/mm/yyyy`, `d.m.yy`, `yyyymmdd`
  bool decimal_comma = false;               ///< `1.234,5` rather than `1,234.5`
  bool indonesian_flags = false;            ///< `ya` / `tidak` besides yes/no, true/false, y/n, 1/0

  friend bool operator==(const ValueFormat&, const ValueFormat&) = default;
};

/// Where one column of a table plan comes from in one file.
struct ColumnInput {
  std::vector<std::string> headers;     ///< accepted header texts, compared trimmed and ignoring case
  std::optional<std::string> constant;  ///< instead of a column of the file: this text in every row
  std::vector<std::pair<std::string, std::string>> values;  ///< text found (trimmed, ignoring case) -> text meant

  friend bool operator==(const ColumnInput&, const ColumnInput&) = default;
};

/// One file that feeds a table, or rows that are in memory already: a test's.
struct FileInput {
  std::string name;  ///< as shown to people
  std::string id;    ///< of the file itself: those of one id hold the same bytes; empty: unlike any other
  OpenSource open;
  char delimiter = 0;  ///< 0: as the header line has it
  Encoding encoding = Encoding::utf8;
  ValueFormat format;
  std::vector<ColumnInput> columns;   ///< one for each column of the table plan, in its order
  std::shared_ptr<const Batch> rows;  ///< set: these are the rows, and there is no file
};

/// What came of one file.
struct ScanReport {
  std::uint64_t row_count = 0;     ///< records after the header, refused ones included
  std::vector<Refusal> refusals;   ///< in row order
  std::optional<FileFault> fault;  ///< set: the file is of no use

  [[nodiscard]] std::uint64_t lines_read() const { return row_count + 1; }  ///< with the header line
};

inline constexpr std::size_t max_batch_rows = 4096;

/// Reads one file into batches of at most `batch_rows` rows, handing each to `consume` in file order.
///
/// A value that cannot be read refuses its row; where `table.is_subject` it is withheld instead and the row kept,
/// unless it belongs to the key or to a link, or is the row's date or period: such a row has no place. A row is refused
/// once, for the first reason in the table's order; a blank cell of a key or link is one, even in an optional column.
///
/// A choice matches a name or a label of its values, ignoring case, blanks and punctuation. Numbers are decimal text;
/// digits may be grouped as the format writes them (`1,250`). Rows in memory are handed on as they are, in one batch.
ScanReport scan_table(const TablePlan& table, const std::vector<ChoicePlan>& choices, const FileInput& input,
                      std::uint32_t file, const ConsumeBatch& consume, std::size_t batch_rows = max_batch_rows);

}  // namespace nilai::engine
