#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/gather/rows/table_rows.hpp"
#include "engine/plan_tables.hpp"

namespace nilai::engine {

/// Rows that say the same key again. The key of a table with periods, and of the subject, includes the period.
///
/// Identical rows count once: all but the first, by file and row, are refused (`duplicate_identical`). Where rows of
/// one key differ no one knows which is right: all are refused (`duplicate_differing`). Requires: all rows of the
/// table, placed, in the order of files and rows.
[[nodiscard]] SetAside find_duplicates(const TablePlan& table, const std::vector<ChoicePlan>& choices,
                                       const TableRows& rows);

/// The keys of rows that follow each other, and whether they rise, as identifiers that were given out in turn do: then
/// no two rows have one key.
///
/// They rise if each is greater than the one before, always bytewise (`A-02`, `A-10`, `B-01`) or always by length, and
/// bytewise among those of one length (`8`, `9`, `10`).
struct RisingKeys {
  bool do_rise_bytewise = true;
  bool do_rise_by_length = true;
  std::optional<std::string> first, last;  ///< empty: of no rows

  [[nodiscard]] bool do_rise() const { return do_rise_bytewise || do_rise_by_length; }

  /// Goes on with the rows that follow.
  void go_on(const RisingKeys& next);
};

[[nodiscard]] RisingKeys rising_keys(const TablePlan& table, const TableRows& rows);

}  // namespace nilai::engine
