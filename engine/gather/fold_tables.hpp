#pragma once

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
class TableFolder {
 public:
  /// `refusals`: per table; rows that clash where a rule wants one are added. Requires: the tables that others belong
  /// to were read into `world`. All three outlive the folder.
  TableFolder(World& world, const GatherOptions& options, std::vector<std::vector<Refusal>>& refusals);

  /// Works out the program of a table's rows and feeds every aggregate whose source it is, in every period. Counts them
  /// as used or outside. Requires: links are resolved.
  void fold(const RowStretch& stretch, RowCounts& counts);

  /// Likewise for all rows of a held table.
  void fold_held(TableIndex table, RowCounts& counts);

  /// Closes the accumulators that a table owns: into the world, for its own rows to read; for the subject they are the
  /// result, a vector per aggregate of the plan (empty for others') for each period.
  void finish(TableIndex owner);
  [[nodiscard]] std::vector<std::vector<GatheredAggregate>> finish_subject();

 private:
  /// The aggregates over `source` for which some of the feeds can count in a period.
  [[nodiscard]] std::vector<AggregateIndex> fed_aggregates(TableIndex source, const std::vector<PathFeeds>& feeds,
                                                           std::size_t period_index) const;
  [[nodiscard]] std::vector<std::uint32_t> groups_of(AggregateIndex aggregate, const RowStretch& stretch);
  void report_clashes(AggregateIndex aggregate, const Accumulator& accumulator);
  void count_used(const RowStretch& stretch, const std::vector<bool>& is_inside, RowCounts& counts);

  World& world_;
  const GatherOptions& options_;
  std::vector<std::vector<Refusal>>& refusals_;
  std::vector<std::vector<Accumulator>> accumulators_;  // per aggregate and period
  std::vector<KeyTable> groups_;                        // per aggregate: what its rows agree in
};

}  // namespace nilai::engine
