#include "engine/gather/rows/key_table.hpp"

#include <algorithm>
#include <array>
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

/// A key of at most 15 bytes, which most are, in two words: it is compared where it stands in the table.
struct ShortKey {
  static constexpr std::size_t max_bytes = 15;

  std::uint64_t head = 0;
  std::uint64_t tail = 0;  // its last byte is the length, so that a zero byte is not taken for none

  /// Requires: `key` has at most `max_bytes`.
  explicit ShortKey(std::string_view key) {
    std::array<char, max_bytes + 1> bytes{};
    std::memcpy(bytes.data(), key.data(), key.size());
    bytes[max_bytes] = static_cast<char>(key.size());
    std::memcpy(&head, bytes.data(), sizeof head);
    std::memcpy(&tail, bytes.data() + sizeof head, sizeof tail);
  }

  friend bool operator==(const ShortKey&, const ShortKey&) = default;
};

/// Both halves of the product: every bit of the result depends on all of `word`.
std::uint64_t mixed(std::uint64_t word) {
  constexpr std::uint64_t odd = 0xE7037ED1A0B428DB;  // any without a pattern
  const Wide product = static_cast<Wide>(word) * odd;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

struct KeyHash {
  using is_avalanching = void;  // the table need not mix the bits again

  std::size_t operator()(const ShortKey& key) const {
    return static_cast<std::size_t>(mixed(mixed(key.head) ^ key.tail));
  }

  std::size_t operator()(std::string_view key) const {
    std::uint64_t hash = key.size();
    for (; key.size() > ShortKey::max_bytes; key.remove_prefix(ShortKey::max_bytes)) {
      hash = mixed(hash ^ (*this)(ShortKey(key.substr(0, ShortKey::max_bytes))));
    }
    return static_cast<std::size_t>(mixed(hash ^ (*this)(ShortKey(key))));
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
  boost::unordered_flat_map<ShortKey, std::uint32_t, KeyHash> short_keys;
  boost::unordered_flat_map<std::string_view, std::uint32_t, KeyHash> long_keys;
  std::pmr::monotonic_buffer_resource storage;  // of the long keys, which stay where they are

  [[nodiscard]] std::uint32_t count() const { return static_cast<std::uint32_t>(short_keys.size() + long_keys.size()); }

  std::string_view stored(std::string_view key) {
    char* copy = static_cast<char*>(storage.allocate(key.size(), 1));
    std::copy(key.begin(), key.end(), copy);
    return {copy, key.size()};
  }
};

KeyTable::KeyTable() : state_(std::make_unique<State>()) {}
KeyTable::KeyTable(KeyTable&&) noexcept = default;
KeyTable& KeyTable::operator=(KeyTable&&) noexcept = default;
KeyTable::~KeyTable() = default;

std::uint32_t KeyTable::add(std::string_view key) {
  if (key.size() <= ShortKey::max_bytes) {
    return state_->short_keys.try_emplace(ShortKey(key), state_->count()).first->second;
  }
  const auto found = state_->long_keys.find(key);
  if (found != state_->long_keys.end()) return found->second;
  return state_->long_keys.emplace(state_->stored(key), state_->count()).first->second;
}

std::uint32_t KeyTable::find(std::string_view key) const {
  const auto number_in = [](const auto& keys, const auto& wanted) {
    const auto found = keys.find(wanted);
    return found == keys.end() ? no_row : found->second;
  };
  return key.size() <= ShortKey::max_bytes ? number_in(state_->short_keys, ShortKey(key))
                                           : number_in(state_->long_keys, key);
}

std::size_t KeyTable::size() const {
  return state_->count();
}

}  // namespace nilai::engine
