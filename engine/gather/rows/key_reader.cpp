#include "engine/gather/rows/key_reader.hpp"

#include <cstdint>

namespace nilai::engine {
namespace {

void append_word(std::uint32_t word, std::string& bytes) {
  for (unsigned shift = 0; shift < 32; shift += 8) bytes.push_back(static_cast<char>((word >> shift) & 0xFF));
}

/// Every text says its length, so that `ab`, `c` and `a`, `bc` are two keys.
void append_text(std::string_view text, std::string& bytes) {
  append_word(static_cast<std::uint32_t>(text.size()), bytes);
  bytes.append(text);
}

void append_value(const Column& column, std::size_t row, std::string& bytes) {
  bytes.push_back(static_cast<char>(column.presence_at(row)));
  if (!column.is_present(row)) return;
  switch (column.kind) {
    case Kind::number:
      return append_text(column.number(row).to_ratio_text(), bytes);
    case Kind::text:
      return append_text(column.text(row), bytes);
    case Kind::flag:
    case Kind::date:
    case Kind::span:
    case Kind::choice:
      break;
  }
  append_word(static_cast<std::uint32_t>(column.code(row)), bytes);
}

void append_key(const std::vector<Column>& columns, const std::vector<ColumnIndex>& key, std::size_t row,
                std::string& bytes) {
  // A missing number reads as empty, which no present one is; so does a missing text: a blank cell is missing.
  if (key.size() == 1 && columns[key[0]].kind == Kind::number) {
    if (columns[key[0]].is_present(row)) bytes += columns[key[0]].number(row).to_ratio_text();
    return;
  }
  for (const ColumnIndex column : key) append_value(columns[column], row, bytes);
}

}  // namespace

const Column* KeyReader::only_text() const {
  return key_.size() == 1 && columns_[key_[0]].kind == Kind::text ? &columns_[key_[0]] : nullptr;
}

std::string_view KeyReader::at(std::size_t row) {
  if (const Column* texts = only_text()) return texts->text(row);  // by far the most keys
  bytes_.clear();
  append_key(columns_, key_, row, bytes_);
  return bytes_;
}

std::span<const std::string_view> KeyReader::between(std::size_t begin, std::size_t end) {
  const std::size_t count = end - begin;
  if (const Column* texts = only_text()) {
    for (std::size_t i = 0; i < count; ++i) keys_[i] = texts->text(begin + i);
    return {keys_.data(), count};
  }
  bytes_.clear();
  std::array<std::size_t, keys_at_once> ends{};  // `bytes_` moves as it grows
  for (std::size_t i = 0; i < count; ++i) {
    append_key(columns_, key_, begin + i, bytes_);
    ends[i] = bytes_.size();
  }
  std::size_t start = 0;
  for (std::size_t i = 0; i < count; ++i) {
    keys_[i] = std::string_view(bytes_).substr(start, ends[i] - start);
    start = ends[i];
  }
  return {keys_.data(), count};
}

}  // namespace nilai::engine
