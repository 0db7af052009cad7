#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "engine/gather/rows/key_reader.hpp"

namespace nilai::engine {

/// Numbers keys that are whole numbers, by their size, from 0: `0`, `17`, `36000001`, of at most 18 digits, with
/// neither sign nor leading zero. Two that are written differently are two keys.
///
/// Takes a bit for each number of a stretch of 1,024 in which there is a key, and as much again: where keys lie close
/// less than a byte a key.
class WholeKeys {
 public:
  /// Of all rows. Empty where some key is no such number, or they lie so far apart that it would take over 16 bytes a
  /// key.
  static std::optional<WholeKeys> of(KeyReader& reader, std::size_t row_count);

  [[nodiscard]] std::size_t size() const { return count_; }  ///< how many different ones

  /// Writes the number of each key, or `no_row`. Requires: as many `numbers` as `keys`, at most `keys_at_once`.
  void find(std::span<const std::string_view> keys, std::span<std::uint32_t> numbers) const;

 private:
  /// Which of 32 whole numbers are keys, and how many keys there are below them.
  struct Stretch {
    std::uint32_t bits = 0;
    std::uint32_t keys_below = 0;
  };

  WholeKeys() = default;
  [[nodiscard]] bool take_rows(KeyReader& reader, std::size_t row_count);
  void count_keys();

  std::uint64_t least_ = 0;
  std::size_t count_ = 0;
  std::vector<std::uint32_t> pages_;  // per 1,024 whole numbers from `least_` on: which of the pages below; 0: no keys
  std::vector<Stretch> stretches_;    // 32 a page; those of the first page are empty
};

}  // namespace nilai::engine
