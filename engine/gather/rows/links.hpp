#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/gather/rows/key_table.hpp"
#include "engine/gather/rows/table_rows.hpp"
#include "engine/plan_tables.hpp"

namespace nilai::engine {

/// Finds the places of a parent's rows by the values of some of its columns.
class RowIndex {
 public:
  /// `places`: of each row; of a subject several rows have one. Requires: all rows of the parent.
  RowIndex(const TableRows& rows, const std::vector<ColumnIndex>& key, const std::vector<std::uint32_t>& places);

  /// The places of the rows that hold `key`, each once, in rising order.
  [[nodiscard]] std::span<const std::uint32_t> find(std::string_view key) const;

 private:
  KeyTable keys_;
  std::vector<std::uint32_t> starts_;  // per key, into places_; empty: each key has one place
  std::vector<std::uint32_t> places_;
};

/// The place of each row's parent, or `no_row`, for each link; empty where not every link is to a key. Any thread may
/// find them, so that `resolve_links` need not.
[[nodiscard]] std::vector<std::vector<std::uint32_t>> only_places(const TablePlan& table,
                                                                  const std::vector<const RowIndex*>& indexes,
                                                                  const Batch& batch);

/// Writes the parents of all rows by every link of the table, unless they are there; `indexes` has one for
/// each.
///
/// Refused (`orphan`): a row that finds no parent by some link, with the first column of the first such link.
[[nodiscard]] SetAside resolve_links(const TablePlan& table, const std::vector<ChoicePlan>& choices,
                                     const std::vector<const RowIndex*>& indexes, TableRows& rows);

}  // namespace nilai::engine
