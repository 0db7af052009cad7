#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/column.hpp"
#include "engine/gather/windows.hpp"
#include "engine/kernels/content.hpp"
#include "engine/plan_tables.hpp"
#include "engine/scan/refusal.hpp"
#include "engine/scan/table_scan.hpp"

namespace nilai::engine {

/// For each row of a table the rows that it belongs to by one link: their *places*. The place of a subject's row is the
/// subject's number, the same in every period; of any other row its number within its table.
struct Parents {
  std::vector<std::uint32_t> starts;  ///< where each row's begin in `places`; empty: each row has one, or `no_row`
  std::vector<std::uint32_t> places;

  [[nodiscard]] std::span<const std::uint32_t> of(std::size_t row) const {
    if (starts.empty()) return {&places[row], places[row] == no_row ? std::size_t{0} : std::size_t{1}};
    return {places.data() + starts[row], places.data() + starts[row + 1]};
  }
};

/// Rows of one table: all that were admitted, or a batch. All vectors but `columns` and `parents` have a row each.
struct TableRows {
  std::size_t count = 0;
  std::vector<std::uint32_t> files;  ///< empty where nobody has to be told where rows stand
  std::vector<std::uint64_t> rows;   ///< the record's number in its file; likewise
  std::vector<Column> columns;       ///< those of the table plan; empty where nothing reads them any longer
  std::vector<RowDays> days;         ///< after `place_rows`; empty where rows have no place in time
  std::vector<Parents> parents;      ///< after `resolve_links`: one for each link of the table plan

  [[nodiscard]] std::size_t size() const { return count; }
  [[nodiscard]] RowDays days_of(std::size_t row) const { return days.empty() ? RowDays::always() : days[row]; }
};

/// Puts all rows of `more` behind the others, but not their columns.
void append_rows(TableRows& rows, TableRows&& more);

/// Rows found to be of no use, each with its reason.
struct SetAside {
  std::vector<bool> is_refused;  ///< per row
  std::vector<Refusal> refusals;

  explicit SetAside(std::size_t rows) : is_refused(rows) {}

  /// Requires: the row was not refused before.
  void refuse(const TableRows& rows, std::size_t row, RefusalKind kind, std::string column, std::string text);
};

[[nodiscard]] TableRows rows_of(Batch&& batch);

/// All rows of `batches`, in the order of files and rows, however the batches came in. Requires: batches of `table`.
[[nodiscard]] TableRows rows_of(const TablePlan& table, std::vector<Batch>&& batches);

/// Drops the rows that were refused, from everything that is known of rows so far.
void drop_refused(TableRows& rows, const SetAside& set_aside);

}  // namespace nilai::engine
