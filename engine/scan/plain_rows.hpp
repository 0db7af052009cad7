#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/scan/batch.hpp"
#include "engine/scan/header.hpp"
#include "engine/scan/plain_block.hpp"
#include "engine/scan/plain_column.hpp"
#include "engine/scan/table_scan.hpp"

namespace nilai::engine {

/// Turns a block that holds nothing unusual into rows, a column at a time: the fast way.
class PlainRows {
 public:
  /// Requires: as for `BlockScan`.
  PlainRows(const TablePlan& table, const std::vector<ChoicePlan>& choices, const FileInput& input,
            const FileLayout& layout, std::uint32_t file, std::size_t batch_rows);

  /// The rows of `block`, or nothing where it is not plain or one of its cells is refused: then `CarefulRows` say which
  /// and why. Requires: `block` begins and ends where records do.
  [[nodiscard]] std::optional<ScannedRows> read(std::string_view block);

 private:
  struct Lane {
    PlainColumn reader;
    std::optional<std::size_t> field;  // empty: the constant, or nothing where the file lacks the column
    Value constant;
  };

  bool fill(Batch& batch, std::size_t begin, std::size_t end);

  const TablePlan& table_;
  std::uint32_t file_;
  std::size_t batch_rows_;
  PlainBlock block_;
  std::vector<Lane> lanes_;
  bool has_bad_constant_ = false;
};

}  // namespace nilai::engine
