#include "engine/gather/rows/row_index.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

namespace nilai::engine {
namespace {

/// Whether each stands at its own number.
bool are_in_place(const std::vector<std::uint32_t>& places) {
  for (std::size_t number = 0; number < places.size(); ++number) {
    if (places[number] != number) return false;
  }
  return true;
}

}  // namespace

RowIndex::RowIndex(const TableRows& rows, const std::vector<ColumnIndex>& key,
                   const std::vector<std::uint32_t>& places) {
  KeyReader reader(rows.columns, key);
  if (auto whole = WholeKeys::of(reader, rows.size())) {
    keys_ = *std::move(whole);
  } else {
    keys_ = KeyTable(rows.size());
  }
  if (!take_only_places(reader, places)) take_all_places(reader, places);
}

/// False where a key has several.
bool RowIndex::take_only_places(KeyReader& reader, const std::vector<std::uint32_t>& places) {
  places_.reserve(places.size());
  std::array<std::uint32_t, keys_at_once> numbers{};
  bool has_one_each = true;
  reader.each(places.size(), [&](std::size_t first_row, std::span<const std::string_view> keys) {
    if (!has_one_each) return;
    number_keys(keys, {numbers.data(), keys.size()});
    for (std::size_t i = 0; i < keys.size(); ++i) {
      if (numbers[i] >= places_.size()) places_.resize(numbers[i] + 1, no_row);
      std::uint32_t& place = places_[numbers[i]];
      if (place == no_row) place = places[first_row + i];
      has_one_each = has_one_each && place == places[first_row + i];
    }
  });
  if (has_one_each && are_in_place(places_)) std::vector<std::uint32_t>().swap(places_);
  return has_one_each;
}

void RowIndex::take_all_places(KeyReader& reader, const std::vector<std::uint32_t>& places) {
  std::vector<std::uint32_t> numbers(places.size());
  reader.each(places.size(), [&](std::size_t first_row, std::span<const std::string_view> keys) {
    number_keys(keys, {numbers.data() + first_row, keys.size()});
  });
  std::vector<std::uint32_t> ends;  // of each key's places
  for (const std::uint32_t number : numbers) {
    if (number >= ends.size()) ends.resize(number + 1);
    ++ends[number];
  }
  std::exclusive_scan(ends.begin(), ends.end(), ends.begin(), std::uint32_t{0});
  places_.resize(places.size());
  for (std::size_t row = 0; row < places.size(); ++row) places_[ends[numbers[row]]++] = places[row];

  starts_.reserve(ends.size() + 1);
  auto kept = places_.begin();
  auto begin = places_.begin();
  for (const std::uint32_t end_index : ends) {
    const auto end = places_.begin() + end_index;
    starts_.push_back(static_cast<std::uint32_t>(kept - places_.begin()));
    std::sort(begin, end);
    kept = std::unique_copy(begin, end, kept);
    begin = end;
  }
  starts_.push_back(static_cast<std::uint32_t>(kept - places_.begin()));
  places_.erase(kept, places_.end());
}

std::vector<std::uint32_t> RowIndex::first_places(const std::vector<Column>& columns,
                                                  const std::vector<ColumnIndex>& own, std::size_t row_count) const {
  KeyReader reader(columns, own);
  std::vector<std::uint32_t> found(row_count);
  reader.each(row_count, [&](std::size_t first_row, std::span<const std::string_view> keys) {
    find(keys, {found.data() + first_row, keys.size()});
  });
  if (starts_.empty() && places_.empty()) return found;
  for (std::uint32_t& number : found) {
    if (number != no_row) number = places_of(number).front();
  }
  return found;
}

Parents RowIndex::all_places(const std::vector<Column>& columns, const std::vector<ColumnIndex>& own,
                             std::size_t row_count) const {
  KeyReader reader(columns, own);
  std::array<std::uint32_t, keys_at_once> numbers{};
  Parents parents;
  parents.starts.push_back(0);
  reader.each(row_count, [&](std::size_t, std::span<const std::string_view> keys) {
    find(keys, {numbers.data(), keys.size()});
    for (std::size_t i = 0; i < keys.size(); ++i) {
      if (numbers[i] != no_row) {
        const auto places = places_of(numbers[i]);
        parents.places.insert(parents.places.end(), places.begin(), places.end());
      }
      parents.starts.push_back(static_cast<std::uint32_t>(parents.places.size()));
    }
  });
  return parents;
}

/// Of the parent's own rows, which have all been added once.
void RowIndex::number_keys(std::span<const std::string_view> keys, std::span<std::uint32_t> numbers) {
  if (auto* table = std::get_if<KeyTable>(&keys_)) return table->add(keys, numbers);
  find(keys, numbers);
}

void RowIndex::find(std::span<const std::string_view> keys, std::span<std::uint32_t> numbers) const {
  std::visit([&](const auto& held) { held.find(keys, numbers); }, keys_);
}

std::span<const std::uint32_t> RowIndex::places_of(const std::uint32_t& number) const {
  if (!starts_.empty()) return {places_.data() + starts_[number], places_.data() + starts_[number + 1]};
  return {places_.empty() ? &number : &places_[number], 1};
}

}  // namespace nilai::engine
