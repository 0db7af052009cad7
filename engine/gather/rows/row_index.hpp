#pragma once

#include <cstddef>
#include <cstdint>
#include <variant>
#include <vector>

#include "engine/gather/rows/key_table.hpp"
#include "engine/gather/rows/table_rows.hpp"
#include "engine/gather/rows/whole_keys.hpp"
#include "engine/plan_tables.hpp"

namespace nilai::engine {

/// Finds the places of a parent's rows by the values of some of its columns. Any number of threads may look at once.
///
/// Takes 4 bytes a key for places beside what `WholeKeys` or `KeyTable` takes, and nothing where the rows stand in the
/// order in which those number their keys.
class RowIndex {
 public:
  /// `places`: of each row; of a subject several rows have one. Requires: all rows of the parent.
  RowIndex(const TableRows& rows, const std::vector<ColumnIndex>& key, const std::vector<std::uint32_t>& places);

  /// Per row of `columns` the first place of the parent's rows that hold there what it holds in `own`, or `no_row`.
  [[nodiscard]] std::vector<std::uint32_t> first_places(const std::vector<Column>& columns,
                                                        const std::vector<ColumnIndex>& own,
                                                        std::size_t row_count) const;

  /// All of them, each once, in rising order.
  [[nodiscard]] Parents all_places(const std::vector<Column>& columns, const std::vector<ColumnIndex>& own,
                                   std::size_t row_count) const;

 private:
  [[nodiscard]] bool take_only_places(KeyReader& reader, const std::vector<std::uint32_t>& places);
  void take_all_places(KeyReader& reader, const std::vector<std::uint32_t>& places);
  void number_keys(std::span<const std::string_view> keys, std::span<std::uint32_t> numbers);
  void find(std::span<const std::string_view> keys, std::span<std::uint32_t> numbers) const;
  [[nodiscard]] std::span<const std::uint32_t> places_of(const std::uint32_t& number) const;

  std::variant<KeyTable, WholeKeys> keys_;
  std::vector<std::uint32_t> starts_;  // per key, into places_; empty: each key has one place
  std::vector<std::uint32_t> places_;  // empty: its number is its place
};

}  // namespace nilai::engine
