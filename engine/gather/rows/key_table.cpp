#include "engine/gather/rows/key_table.hpp"

#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>
#include <cstring>
#include <memory_resource>

#include "engine/kernels/content.hpp"

namespace nilai::engine {
namespace {

__extension__ using Wide = unsigned __int128;

/// Every text says its length, so that `ab`, `c` and `a`, `bc` are two keys.
void append_text(std::string_view text, std::string& bytes) {
  const auto length = static_cast<std::uint32_t>(text.size());
  for (unsigned shift = 0; shift < 32; shift += 8) bytes.push_back(static_cast<char>((length >> shift) & 0xFF));
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
  const auto code = static_cast<std::uint32_t>(column.code(row));
  for (unsigned shift = 0; shift < 32; shift += 8) bytes.push_back(static_cast<char>((code >> shift) & 0xFF));
}

/// Eight bytes at a time, each word multiplied into all bits of the next: keys are short, and there are many.
struct KeyHash {
  using is_avalanching = void;  // the table need not mix the bits again

  static std::uint64_t mixed(std::uint64_t a, std::uint64_t b) {
    const Wide product = static_cast<Wide>(a) * b;
    return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
  }

  std::size_t operator()(std::string_view key) const {
    constexpr std::uint64_t first_odd = 0xA0761D6478BD642F;  // any two without a pattern
    constexpr std::uint64_t second_odd = 0xE7037ED1A0B428DB;
    std::uint64_t hash = key.size() ^ first_odd;
    std::uint64_t word = 0;
    for (; key.size() > sizeof word; key.remove_prefix(sizeof word)) {
      std::memcpy(&word, key.data(), sizeof word);
      hash = mixed(hash ^ word, second_odd);
    }
    word = 0;
    for (const char c : key) word = word << 8 | static_cast<unsigned char>(c);
    return static_cast<std::size_t>(mixed(hash ^ word, second_odd));
  }
};

}  // namespace

std::string_view KeyReader::at(std::size_t row) {
  // By far the most keys are one text. A missing one reads as empty, which no present text is: a blank cell is missing.
  if (key_.size() == 1 && columns_[key_[0]].kind == Kind::text) return columns_[key_[0]].text(row);
  bytes_.clear();
  for (const ColumnIndex column : key_) append_value(columns_[column], row, bytes_);
  return bytes_;
}

struct KeyTable::State {
  std::pmr::monotonic_buffer_resource storage;  // of the keys, which stay where they are
  boost::unordered_flat_map<std::string_view, std::uint32_t, KeyHash> numbers;
};

KeyTable::KeyTable() : state_(std::make_unique<State>()) {}
KeyTable::KeyTable(KeyTable&&) noexcept = default;
KeyTable& KeyTable::operator=(KeyTable&&) noexcept = default;
KeyTable::~KeyTable() = default;

std::uint32_t KeyTable::add(std::string_view key) {
  const auto found = state_->numbers.find(key);
  if (found != state_->numbers.end()) return found->second;
  char* copy = static_cast<char*>(state_->storage.allocate(std::max<std::size_t>(key.size(), 1), 1));
  std::copy(key.begin(), key.end(), copy);
  const auto number = static_cast<std::uint32_t>(state_->numbers.size());
  state_->numbers.emplace(std::string_view(copy, key.size()), number);
  return number;
}

std::uint32_t KeyTable::find(std::string_view key) const {
  const auto found = state_->numbers.find(key);
  return found == state_->numbers.end() ? no_row : found->second;
}

std::size_t KeyTable::size() const {
  return state_->numbers.size();
}

}  // namespace nilai::engine
