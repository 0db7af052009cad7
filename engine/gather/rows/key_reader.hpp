#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/column.hpp"
#include "engine/plan_tables.hpp"

namespace nilai::engine {

/// So many keys are looked up at a time: while memory answers for one, the others are asked for.
inline constexpr std::size_t keys_at_once = 64;

/// Writes the values of some columns as bytes that are equal exactly where all the values are. A text, or a whole
/// number, that is a key by itself reads as it is written.
class KeyReader {
 public:
  /// Requires: both outlive the reader.
  KeyReader(const std::vector<Column>& columns, const std::vector<ColumnIndex>& key) : columns_(columns), key_(key) {}

  /// The bytes of one row; they live until the next call, or as long as the columns.
  [[nodiscard]] std::string_view at(std::size_t row);

  /// Likewise of each row from `begin` to `end`. Requires: at most `keys_at_once`.
  [[nodiscard]] std::span<const std::string_view> between(std::size_t begin, std::size_t end);

  /// Calls `take(first row, keys)` for all rows up to `row_count`, `keys_at_once` at a time.
  template <class Take>
  void each(std::size_t row_count, Take take) {
    for (std::size_t begin = 0; begin < row_count; begin += keys_at_once) {
      take(begin, between(begin, begin + keys_at_once < row_count ? begin + keys_at_once : row_count));
    }
  }

 private:
  /// The text column that is the key by itself; null where there is none.
  [[nodiscard]] const Column* only_text() const;

  const std::vector<Column>& columns_;
  const std::vector<ColumnIndex>& key_;
  std::string bytes_;
  std::array<std::string_view, keys_at_once> keys_;
};

}  // namespace nilai::engine
