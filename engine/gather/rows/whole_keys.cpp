#include "engine/gather/rows/whole_keys.hpp"

#include <algorithm>
#include <array>
#include <bit>

#include "engine/gather/rows/whole_text.hpp"
#include "engine/kernels/content.hpp"

namespace nilai::engine {
namespace {

constexpr std::size_t page_numbers = 1024;
constexpr std::size_t stretch_numbers = 32;
constexpr std::size_t page_stretches = page_numbers / stretch_numbers;

// Of the 16 bytes a key, half for each of the two vectors; and a little more, for tables of a few rows.
constexpr std::size_t bytes_per_key = 8;
constexpr std::size_t bytes_anyway = 4096;

struct Range {
  std::uint64_t least = 0;
  std::uint64_t greatest = 0;
};

/// The range of all keys; empty where one is no whole number, and where there are none.
std::optional<Range> range_of(KeyReader& reader, std::size_t row_count) {
  Range range{not_whole, 0};
  // One column by itself reads as it is written: most others are told by their first key.
  if (row_count == 0 || whole_number(reader.at(0)) == not_whole) return std::nullopt;
  reader.each(row_count, [&](std::size_t, std::span<const std::string_view> keys) {
    for (const std::string_view key : keys) {
      const std::uint64_t number = whole_number(key);
      range = {std::min(range.least, number), std::max(range.greatest, number)};
    }
  });
  if (range.greatest == not_whole) return std::nullopt;
  return range;
}

}  // namespace

std::optional<WholeKeys> WholeKeys::of(KeyReader& reader, std::size_t row_count) {
  const std::optional<Range> range = range_of(reader, row_count);
  if (!range) return std::nullopt;
  const std::uint64_t page_count = (range->greatest - range->least) / page_numbers + 1;
  if (page_count * sizeof(std::uint32_t) > row_count * bytes_per_key + bytes_anyway) return std::nullopt;

  WholeKeys keys;
  keys.least_ = range->least;
  keys.pages_.resize(page_count);
  keys.stretches_.resize(page_stretches);
  if (!keys.take_rows(reader, row_count)) return std::nullopt;
  keys.count_keys();
  return keys;
}

void WholeKeys::find(std::span<const std::string_view> keys, std::span<std::uint32_t> numbers) const {
  std::array<std::uint64_t, keys_at_once> offsets{};  // those below the least key turn very large
  const std::uint64_t bound = pages_.size() * page_numbers;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    offsets[i] = whole_number(keys[i]) - least_;
    if (offsets[i] < bound) __builtin_prefetch(&pages_[offsets[i] / page_numbers]);
  }
  const auto stretch = [&](std::uint64_t offset) -> const Stretch& {
    const std::size_t page = pages_[offset / page_numbers];
    return stretches_[page * page_stretches + offset % page_numbers / stretch_numbers];
  };
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (offsets[i] < bound) __builtin_prefetch(&stretch(offsets[i]));
  }
  for (std::size_t i = 0; i < keys.size(); ++i) {
    numbers[i] = no_row;
    if (offsets[i] >= bound) continue;
    const auto [bits, keys_below] = stretch(offsets[i]);
    const std::uint32_t bit = std::uint32_t{1} << offsets[i] % stretch_numbers;
    if ((bits & bit) != 0) numbers[i] = keys_below + static_cast<std::uint32_t>(std::popcount(bits & (bit - 1)));
  }
}

/// Sets the bits of all keys; false where they take too many pages.
bool WholeKeys::take_rows(KeyReader& reader, std::size_t row_count) {
  const std::size_t most_stretches = (row_count * bytes_per_key + bytes_anyway) / sizeof(Stretch);
  bool have_room = true;
  reader.each(row_count, [&](std::size_t, std::span<const std::string_view> keys) {
    if (!have_room) return;
    for (const std::string_view key : keys) {
      const std::uint64_t offset = whole_number(key) - least_;
      std::uint32_t& page = pages_[offset / page_numbers];
      if (page == 0) {
        page = static_cast<std::uint32_t>(stretches_.size() / page_stretches);
        stretches_.resize(stretches_.size() + page_stretches);
      }
      stretches_[page * page_stretches + offset % page_numbers / stretch_numbers].bits |= std::uint32_t{1}
                                                                                          << offset % stretch_numbers;
    }
    have_room = stretches_.size() <= most_stretches;
  });
  return have_room;
}

void WholeKeys::count_keys() {
  for (const std::uint32_t page : pages_) {
    if (page == 0) continue;
    for (std::size_t i = 0; i < page_stretches; ++i) {
      Stretch& stretch = stretches_[page * page_stretches + i];
      stretch.keys_below = static_cast<std::uint32_t>(count_);
      count_ += static_cast<std::size_t>(std::popcount(stretch.bits));
    }
  }
}

}  // namespace nilai::engine
