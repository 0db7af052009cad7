#pragma once

#include <cstdint>
#include <deque>
#include <mutex>
#include <vector>

#include "engine/gather/accumulators/accumulator.hpp"
#include "engine/gather/gather.hpp"
#include "engine/gather/row_loads.hpp"
#include "engine/gather/usage.hpp"
#include "engine/gather/world.hpp"

namespace nilai::engine {

/// The accumulators of all aggregates, and the rows that go into them.
///
/// Tables are taken children before parents: when a table's own rows are folded, the aggregates that it owns are known.
/// The owners of aggregates are divided into stripes, each with accumulators and a lock of its own, so that any thread
/// may fold any rows.
class TableFolder {
 public:
  /// `refusals`: per table; rows that clash where a rule wants one are added. Requires: the tables that others belong
  /// to were read into `world`. All three outlive the folder.
  TableFolder(World& world, const GatherOptions& options, std::vector<std::vector<Refusal>>& refusals);

  /// Works out the program of a table's rows and feeds every aggregate whose source it is, in every period. Returns how
  /// many were used and how many lie outside. Several threads may call it at once. Requires: links are resolved.
  RowCounts fold(const RowStretch& stretch);

  /// Likewise for all rows of a held table. Its own aggregates are closed, stripe by stripe, unless `finished` has what
  /// they came to.
  RowCounts fold_held(TableIndex table, const FinishedAggregates* finished = nullptr);

  /// Closes the aggregates that a held table owns: what they came to for all its rows, which takes memory.
  [[nodiscard]] FinishedAggregates finish(TableIndex owner);

  /// Closes the aggregates of the subject: a vector per aggregate of the plan (empty for others') for each period.
  [[nodiscard]] std::vector<std::vector<GatheredAggregate>> finish_subject();

 private:
  /// The accumulators of some owners, for one thread at a time.
  struct Stripe {
    std::mutex mutex;
    std::vector<std::vector<Accumulator>> accumulators;  // per aggregate of the plan and period; none for other owners'
  };

  /// Rows with all that aggregates read of them.
  struct WorkedRows {
    const RowStretch& stretch;
    std::vector<Column> slots;                       // in one period
    std::vector<std::vector<std::uint32_t>> groups;  // per aggregate, where it has any and was fed
  };

  void make_stripes(TableIndex owner);

  /// The aggregates over `source` along the path of `feeds` for which some of them can count in a period.
  [[nodiscard]] std::vector<AggregateIndex> fed_aggregates(TableIndex source, const PathFeeds& feeds,
                                                           std::size_t period_index) const;
  void work_out(WorkedRows& rows, std::size_t period_index);
  void fold_along(const PathFeeds& path, const std::vector<AggregateIndex>& fed, std::size_t period_index,
                  WorkedRows& rows);
  [[nodiscard]] std::vector<std::uint32_t> groups_of(AggregateIndex aggregate, const RowStretch& stretch);
  [[nodiscard]] FinishedAggregates finish(TableIndex owner, std::size_t stripe);
  void report_clashes(AggregateIndex aggregate, const Accumulator& accumulator);
  [[nodiscard]] RowCounts count_used(const RowStretch& stretch, const std::vector<bool>& is_inside);

  World& world_;
  const GatherOptions& options_;
  std::vector<std::deque<Stripe>> stripes_;  // per table that owns aggregates
  std::mutex mutex_;                         // of all below, and of who watches
  std::vector<std::vector<Refusal>>& refusals_;
  std::vector<KeyTable> groups_;  // per aggregate: what its rows agree in
};

}  // namespace nilai::engine
