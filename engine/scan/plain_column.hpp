#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/column.hpp"
#include "engine/scan/cell.hpp"
#include "engine/scan/plain_block.hpp"

namespace nilai::engine {

/// Reads one column of plain blocks straight into columns of values.
///
/// Text and numbers in their common form are taken from the bytes as they stand. What a flag, a date or a choice means
/// is asked of the `CellReader` once, and remembered: a column has few of them. Every other cell is the `CellReader`'s.
/// Not for two threads at once: it has working storage.
class PlainColumn {
 public:
  /// Requires: as for `CellReader`.
  PlainColumn(const TablePlan& table, ColumnIndex column, const std::vector<ChoicePlan>& choices,
              const ColumnInput& input, const ValueFormat& format);

  /// Appends the cells of records [begin, end); false when one of them is refused, whatever was appended by then.
  bool read(const PlainBlock& block, std::size_t field, std::size_t begin, std::size_t end, Column& column);

 private:
  /// A text of at most 16 bytes that was read before, and what came of it.
  struct Known {
    std::uint64_t head = 0;
    std::uint64_t tail = 0;
    std::int32_t code = 0;
    Presence presence = Presence::missing;
    std::uint8_t length = 0;  // 0: nothing yet
  };

  bool read_any(std::string_view text, Column& column);
  bool read_text(std::string_view text, Column& column);
  bool read_number(std::string_view text, Column& column);
  bool read_code(std::string_view text, Column& column);
  [[nodiscard]] bool may_be_null(std::string_view trimmed) const;
  [[nodiscard]] bool is_within_bounds(std::int64_t digits, std::int64_t unit) const;
  [[nodiscard]] bool is_reason(std::int64_t digits, std::int64_t unit) const;

  CellReader careful_;
  Kind kind_;
  bool is_read_whole_ = false;  // by the CellReader alone
  char decimal_mark_ = '.';
  std::size_t max_places_ = 0;
  std::int64_t at_least_ = 0;
  std::int64_t at_most_ = 0;
  std::vector<std::string_view> nulls_;  // but for the empty one
  std::vector<std::int64_t> reasons_;    // numbers that stand for a reason why there is none
  std::vector<Known> known_;
};

}  // namespace nilai::engine
