#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/column.hpp"
#include "engine/plan_tables.hpp"

namespace nilai::engine {

/// Writes the values of some columns as bytes that are equal exactly where all the values are.
class KeyReader {
 public:
  /// Requires: both outlive the reader.
  KeyReader(const std::vector<Column>& columns, const std::vector<ColumnIndex>& key) : columns_(columns), key_(key) {}

  /// The bytes of one row; they live until the next call, or as long as the columns.
  [[nodiscard]] std::string_view at(std::size_t row);

 private:
  const std::vector<Column>& columns_;
  const std::vector<ColumnIndex>& key_;
  std::string bytes_;
};

/// Numbers keys in the order of their first appearance, from 0.
class KeyTable {
 public:
  KeyTable();
  KeyTable(KeyTable&&) noexcept;
  KeyTable& operator=(KeyTable&&) noexcept;
  ~KeyTable();

  std::uint32_t add(std::string_view key);                       ///< its number, old or new
  [[nodiscard]] std::uint32_t find(std::string_view key) const;  ///< `no_row` where it was never added
  [[nodiscard]] std::size_t size() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace nilai::engine
