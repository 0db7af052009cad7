#pragma once

#include <functional>

#include "engine/gather/gather.hpp"
#include "engine/gather/rows/scan_files.hpp"
#include "engine/gather/world.hpp"

namespace nilai::engine {

/// Reads the files of tables, sets aside what is of no use, and keeps the accounts of it in the result.
class TableReader {
 public:
  /// `is_unordered`: per table, whether the keys of its rows are known not to rise. Requires: all outlive the reader.
  TableReader(World& world, const TableInputs& inputs, const GatherOptions& options,
              const std::vector<bool>& is_unordered, GatherResult& result);

  /// Whether a table's rows are held in memory: others belong to them, copies of a key are to be found among rows in no
  /// order, or someone asked to see them. The rows of other tables pass by in batches.
  [[nodiscard]] bool is_held(TableIndex table) const;

  /// Reads a table into the world. Requires: the tables that it belongs to were read. False as for `stream`.
  [[nodiscard]] bool hold(TableIndex table);

  /// Reads a table batch by batch; `fold` gets the rows that are of use, several batches at once from several threads,
  /// and tells how many were used. Their file is the number of a block of the world's. Requires: likewise.
  ///
  /// Of a table with a key it is taken that the keys of its rows rise, so that there are no copies. False as soon as
  /// one does not: then what was taken is void, and the table is to be held.
  [[nodiscard]] bool stream(TableIndex table, const std::function<RowCounts(const TableRows&)>& fold);

 private:
  void scan(TableIndex table, const WorkOnBatch& work);
  [[nodiscard]] std::optional<DateSpan> dates_in(TableIndex table, const Batch& batch) const;
  void note_read(TableIndex table, std::size_t rows, const std::optional<DateSpan>& dates);
  void note(TableIndex table, const RowCounts& counts, std::vector<Refusal>&& refusals);

  /// Holds every column of a table, whose keys need not rise.
  void hold_whole(TableIndex table, HeldTable& held);

  /// Holds what is read of a table's rows, packed, and the columns that they are found by, until there are indexes.
  /// False where the keys do not rise.
  [[nodiscard]] bool hold_packed(TableIndex table, HeldTable& held);

  /// Packs a table that is held whole.
  void pack(TableIndex table, HeldTable& held) const;

  /// Reads a table whose keys rise, false where they do not. `work` gets the rows of a batch that are of use in the
  /// thread that read it, `take` what it leaves of them, one batch after another.
  [[nodiscard]] bool read_in_order(TableIndex table, const std::function<RowCounts(TableRows&)>& work,
                                   const std::function<void(TableRows&&, const BlockStart&)>& take);

  void number_subjects(const TableRows& rows);
  void make_indexes_of(TableIndex table);
  void note_inside(TableIndex table, HeldTable& held) const;
  [[nodiscard]] std::vector<const RowIndex*> indexes_for(const TablePlan& table);
  [[nodiscard]] const RowIndex& index_for(const LinkPlan& link);

  World& world_;
  const TableInputs& inputs_;
  const GatherOptions& options_;
  const std::vector<bool>& is_unordered_;
  GatherResult& result_;
  std::uint64_t rows_read_ = 0;
  std::uint64_t rows_told_ = 0;  // at the last report of progress
};

}  // namespace nilai::engine
