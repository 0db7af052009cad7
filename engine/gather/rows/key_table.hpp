#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace nilai::engine {

/// Numbers keys in the order of their first appearance, from 0.
///
/// Takes some 6 bytes a key beside the key's own, where it was made for as many keys as came; 8 more where keys are not
/// all of one length.
class KeyTable {
 public:
  KeyTable() = default;

  /// Makes room for `count` keys, so that it need not grow.
  explicit KeyTable(std::size_t count);

  std::uint32_t add(std::string_view key);  ///< its number, old or new
  [[nodiscard]] std::size_t size() const { return count_; }

  /// Writes the number of each key; `find` writes `no_row` where it was never added. Both are quicker for many keys
  /// than for one at a time. Requires: as many `numbers` as `keys`, at most `keys_at_once`.
  void add(std::span<const std::string_view> keys, std::span<std::uint32_t> numbers);
  void find(std::span<const std::string_view> keys, std::span<std::uint32_t> numbers) const;

 private:
  [[nodiscard]] std::string_view key(std::uint32_t number) const;
  [[nodiscard]] std::size_t first_slot(std::uint64_t hash) const;
  [[nodiscard]] std::size_t next_slot(std::size_t slot) const { return slot + 1 == slots_.size() ? 0 : slot + 1; }
  [[nodiscard]] std::size_t likely_slot(std::size_t slot, std::uint64_t hash) const;
  [[nodiscard]] std::size_t slot_of(std::string_view wanted, std::uint64_t hash) const;
  [[nodiscard]] std::uint32_t slot_for(std::uint32_t number, std::uint64_t hash) const;
  [[nodiscard]] std::uint32_t number_in(std::uint32_t held) const;
  std::uint32_t add(std::string_view key, std::uint64_t hash);
  void fetch(std::span<const std::string_view> keys, std::uint64_t* hashes) const;
  void store(std::string_view key);
  void make_slots(std::size_t count);

  // A slot holds a number in its lower `number_bits_`, and above it as much of the key's hash as there is room for:
  // most keys that only share a slot are told apart without looking at their bytes.
  std::vector<std::uint32_t> slots_;
  unsigned number_bits_ = 0;
  std::size_t count_ = 0;
  std::size_t expected_count_ = 0;

  std::vector<char> bytes_;            // of all keys, by number
  std::size_t width_ = 0;              // of each key, as long as `starts_` is empty
  std::vector<std::uint64_t> starts_;  // of each key in `bytes_`, and the end
};

}  // namespace nilai::engine
