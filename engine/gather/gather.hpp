#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "engine/gather/gathered.hpp"
#include "engine/plan.hpp"
#include "engine/scan/refusal.hpp"
#include "engine/scan/table_scan.hpp"

namespace nilai::engine {

/// The files of every table of a plan, in its order.
using TableInputs = std::vector<std::vector<FileInput>>;

/// Where the rows of one table went: `in == used + outside + set_aside`, always.
struct RowCounts {
  std::uint64_t in = 0;
  std::uint64_t used = 0;       ///< in the window of at least one aggregate, or a row that others belong to;
                                ///< whichever of the requests gathered together asked for it
  std::uint64_t outside = 0;    ///< outside the periods evaluated
  std::uint64_t set_aside = 0;  ///< refused: each with a refusal

  friend RowCounts operator+(RowCounts a, const RowCounts& b) { return a += b; }
  RowCounts& operator+=(const RowCounts& more);
};

/// From one day to another, both inclusive.
struct DateSpan {
  Date first, last;

  friend bool operator==(const DateSpan&, const DateSpan&) = default;
};

/// The rows of one table in the period asked for, with what was worked out for them (`--rows`).
struct KeptRows {
  std::vector<std::uint32_t> files;
  std::vector<std::uint64_t> rows;
  std::vector<Column> columns;   ///< those of the table plan
  std::vector<Column> formulas;  ///< those of the row plan
};

/// What is to be gathered: the aggregates of a plan, from the files of its tables, for some periods.
struct GatherRequest {
  const Plan& plan;
  const TableInputs& inputs;
  std::vector<Period> periods;      ///< oldest first, without gaps; empty when the plan has none
  std::vector<Date> holidays = {};  ///< days of the week that are not worked on
};

struct GatherOptions {
  unsigned threads = 1;
  std::optional<TableIndex> keep_rows;               ///< of one request alone
  std::function<void(std::uint64_t rows)> progress;  ///< now and then: rows read so far; may be empty
  /// The results of a table's program, some rows at a time, in each period that they differ in: what a test counts as
  /// covered. Of one request alone; may be empty.
  std::function<void(TableIndex table, const std::vector<Column>& slots, std::size_t rows)> watch;
};

struct TableFault {
  TableIndex table = 0;
  FileFault fault;
};

struct GatherResult {
  Gathered gathered;
  std::vector<std::vector<Refusal>> refusals;  ///< per table, sorted
  std::vector<RowCounts> row_counts;           ///< per table
  std::vector<std::optional<DateSpan>> dates;  ///< per table: the dates of the dated rows that were read
  std::optional<Date> last_date;               ///< the latest of them all
  std::optional<KeptRows> kept;
  std::vector<TableFault> faults;  ///< not empty: nothing else is of use
};

/// Turns records into one row of aggregates a subject and period; every table is read once.
///
/// Each request gets what it would get alone. Those that read the same files, as plans of two rulebooks over one
/// dataset do, are gathered in one pass: each table is read once for all of them, and what several ask for is worked
/// out once. Only where a row is of use to one and not to another (for a value that the other does not look at) is each
/// gathered by itself in the end, and so are requests that read different files.
///
/// The result depends on the rows alone: not on their order, the files they are split over, or the threads.
std::vector<GatherResult> gather(const std::vector<GatherRequest>& requests, const GatherOptions& options);

/// Likewise for one request.
GatherResult gather(const Plan& plan, const TableInputs& inputs, const std::vector<Period>& periods,
                    const GatherOptions& options);

}  // namespace nilai::engine
