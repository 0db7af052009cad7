#pragma once

#include <cstdint>
#include <variant>
#include <vector>

#include "engine/column.hpp"

namespace nilai::engine {

/// A column of a table whose rows are held while others are read: the same values as a `Column` in less memory, to be
/// unpacked some rows at a time. Codes and whole numbers take as many bytes as the largest near them needs.
class HeldColumn {
 public:
  explicit HeldColumn(Kind kind) : rest_(Column::of(kind, 0)) {}

  /// Puts all rows of `more` behind those that are there. Requires: it is of the kind, and not constant.
  void append(const Column& more);

  [[nodiscard]] std::size_t size() const { return chunks_.size() * rows_per_chunk + rest_.size(); }

  /// The rows [begin, end).
  [[nodiscard]] Column slice(std::size_t begin, std::size_t end) const;

  /// The rows in the order of `rows`; missing for `no_row`.
  [[nodiscard]] Column pick(const std::vector<std::uint32_t>& rows) const;

 private:
  static constexpr std::size_t rows_per_chunk = 1u << 16;

  template <class Integer>
  using Packed = std::vector<Integer>;
  using Content =
      std::variant<Packed<std::int8_t>, Packed<std::int16_t>, Packed<std::int32_t>, Packed<std::int64_t>, Column>;

  struct Chunk {
    std::vector<Presence> presence;  // empty: every row is present
    Content content;                 // a `Column` has its own presence
  };

  [[nodiscard]] static Chunk packed(Column&& column);
  void unpack(std::size_t row, Column& to, std::size_t to_row) const;

  std::vector<Chunk> chunks_;
  Column rest_;  // of the rows behind them, less than a chunk
};

}  // namespace nilai::engine
