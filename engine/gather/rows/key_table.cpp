#include "engine/gather/rows/key_table.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "engine/gather/rows/key_reader.hpp"
#include "engine/kernels/content.hpp"

namespace nilai::engine {
namespace {

__extension__ using Wide = unsigned __int128;

// All bits set: more than any number in its bits, since slots are never all taken.
constexpr std::uint32_t free_slot = 0xFFFFFFFF;

// At most 7 of 10 slots are taken: a key then stands within two of its first on average.
constexpr std::size_t taken_of_ten = 7;
constexpr std::size_t least_slots = 16;

// The first key tells how long others are likely to be, unless it is unusually long.
constexpr std::size_t likely_bytes = 64;

std::uint64_t high_half(std::uint64_t a, std::uint64_t b) {
  return static_cast<std::uint64_t>((static_cast<Wide>(a) * b) >> 64);
}

/// Both halves of the product: every bit of the result depends on all of `word`.
std::uint64_t mixed(std::uint64_t word) {
  constexpr std::uint64_t odd = 0xE7037ED1A0B428DB;  // any without a pattern
  return (word * odd) ^ high_half(word, odd);
}

template <class Word>
std::uint64_t word_at(const char* bytes) {
  Word word = 0;
  std::memcpy(&word, bytes, sizeof word);
  return word;
}

/// The last part of a key is read so that it ends where the key does, and overlaps the part before.
std::uint64_t hash_of(std::string_view key) {
  constexpr std::size_t word_bytes = sizeof(std::uint64_t);
  const char* bytes = key.data();
  const std::size_t size = key.size();
  std::uint64_t hash = mixed(size + 1);
  if (size >= word_bytes) {
    for (std::size_t at = 0; at + word_bytes < size; at += word_bytes) {
      hash = mixed(hash ^ word_at<std::uint64_t>(bytes + at));
    }
    return mixed(hash ^ word_at<std::uint64_t>(bytes + size - word_bytes));
  }
  if (size >= word_bytes / 2) {
    const std::uint64_t head = word_at<std::uint32_t>(bytes);
    return mixed(hash ^ (head << 32) ^ word_at<std::uint32_t>(bytes + size - word_bytes / 2));
  }
  for (const char byte : key) hash = mixed(hash ^ static_cast<unsigned char>(byte));
  return mixed(hash);
}

}  // namespace

KeyTable::KeyTable(std::size_t count) : expected_count_(count) {
  make_slots(count);
}

std::string_view KeyTable::key(std::uint32_t number) const {
  if (starts_.empty()) return {bytes_.data() + number * width_, width_};
  return {bytes_.data() + starts_[number], bytes_.data() + starts_[number + 1]};
}

std::uint32_t KeyTable::number_in(std::uint32_t held) const {
  return static_cast<std::uint32_t>(held & ((std::uint64_t{1} << number_bits_) - 1));
}

std::uint32_t KeyTable::slot_for(std::uint32_t number, std::uint64_t hash) const {
  return static_cast<std::uint32_t>((hash << number_bits_) | number);
}

std::size_t KeyTable::first_slot(std::uint64_t hash) const {
  return high_half(hash, slots_.size());
}

/// The first slot from `slot` on that is free, or holds a key with the same part of its hash.
std::size_t KeyTable::likely_slot(std::size_t slot, std::uint64_t hash) const {
  while (slots_[slot] != free_slot && slots_[slot] != slot_for(number_in(slots_[slot]), hash)) slot = next_slot(slot);
  return slot;
}

/// Where `key` is, or the free slot where it would be.
std::size_t KeyTable::slot_of(std::string_view wanted, std::uint64_t hash) const {
  std::size_t slot = likely_slot(first_slot(hash), hash);
  while (slots_[slot] != free_slot && key(number_in(slots_[slot])) != wanted) slot = likely_slot(next_slot(slot), hash);
  return slot;
}

std::uint32_t KeyTable::add(std::string_view key) {
  return add(key, hash_of(key));
}

std::uint32_t KeyTable::add(std::string_view key, std::uint64_t hash) {
  if ((count_ + 1) * 10 > slots_.size() * taken_of_ten) make_slots(count_ * 2 + 1);
  std::uint32_t& slot = slots_[slot_of(key, hash)];
  if (slot == free_slot) {
    store(key);
    slot = slot_for(static_cast<std::uint32_t>(count_++), hash);
  }
  return number_in(slot);
}

void KeyTable::add(std::span<const std::string_view> keys, std::span<std::uint32_t> numbers) {
  std::array<std::uint64_t, keys_at_once> hashes{};
  fetch(keys, hashes.data());
  for (std::size_t i = 0; i < keys.size(); ++i) numbers[i] = add(keys[i], hashes[i]);
}

void KeyTable::find(std::span<const std::string_view> keys, std::span<std::uint32_t> numbers) const {
  if (count_ == 0) return std::fill(numbers.begin(), numbers.end(), no_row);
  std::array<std::uint64_t, keys_at_once> hashes{};
  fetch(keys, hashes.data());
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const std::uint32_t held = slots_[slot_of(keys[i], hashes[i])];
    numbers[i] = held == free_slot ? no_row : number_in(held);
  }
}

/// Asks memory for the slots of all keys, then for the bytes of the keys that are likely there.
void KeyTable::fetch(std::span<const std::string_view> keys, std::uint64_t* hashes) const {
  for (std::size_t i = 0; i < keys.size(); ++i) {
    hashes[i] = hash_of(keys[i]);
    __builtin_prefetch(slots_.data() + first_slot(hashes[i]));
  }
  if (count_ == 0) return;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const std::uint32_t held = slots_[likely_slot(first_slot(hashes[i]), hashes[i])];
    if (held != free_slot) __builtin_prefetch(key(number_in(held)).data());
  }
}

void KeyTable::store(std::string_view key) {
  if (count_ == 0) {
    width_ = key.size();
    bytes_.reserve(expected_count_ * std::min(width_, likely_bytes));
  } else if (starts_.empty() && key.size() != width_) {
    starts_.reserve(std::max(expected_count_, count_) + 1);
    for (std::size_t number = 0; number <= count_; ++number) starts_.push_back(number * width_);
  }
  bytes_.insert(bytes_.end(), key.begin(), key.end());
  if (!starts_.empty()) starts_.push_back(bytes_.size());
}

/// Makes slots for `count` keys, and puts those there are in their places.
void KeyTable::make_slots(std::size_t count) {
  slots_.assign(std::max(least_slots, count * 10 / taken_of_ten + 1), free_slot);
  number_bits_ = static_cast<unsigned>(std::bit_width(slots_.size()));
  for (std::uint32_t number = 0; number < count_; ++number) {
    const std::uint64_t hash = hash_of(key(number));
    std::size_t slot = first_slot(hash);
    while (slots_[slot] != free_slot) slot = next_slot(slot);
    slots_[slot] = slot_for(number, hash);
  }
}

}  // namespace nilai::engine
