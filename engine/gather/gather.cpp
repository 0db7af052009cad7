#include "engine/gather/gather.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "engine/gather/fold_tables.hpp"
#include "engine/gather/join.hpp"
#include "engine/gather/keep_rows.hpp"
#include "engine/gather/parts.hpp"
#include "engine/gather/read_tables.hpp"
#include "engine/gather/row_loads.hpp"
#include "engine/gather/world.hpp"
#include "engine/kernels/content.hpp"

namespace nilai::engine {
namespace {

World make_world(const Plan& plan, const std::vector<Period>& periods, const std::vector<Date>& holidays) {
  World world{plan, {}, {}, std::vector<HeldTable>(plan.tables.size()), {}, {}, WorkingDays(holidays), {}};
  world.blocks.resize(plan.tables.size());
  world.periods.assign(periods.begin(), periods.end());
  if (periods.empty()) world.periods.emplace_back();
  for (const AggregatePlan& aggregate : plan.aggregates) {
    auto& windows = world.windows.emplace_back();
    for (const auto& period : world.periods) windows.push_back(days_of(aggregate.window, period));
  }
  return world;
}

/// The subjects of one period with their columns; the aggregates come later.
GatheredPeriod subjects_of_period(const World& world, std::size_t period_index) {
  const std::vector<std::uint32_t>& rows = world.subjects.rows_in(period_index);
  GatheredPeriod gathered;
  gathered.period = world.periods[period_index];
  for (const std::uint32_t row : rows) gathered.is_evaluated.push_back(row != no_row);
  for (const Column& column : world.tables[world.plan.subject].rows.columns) {
    gathered.columns.push_back(pick(column, rows));
  }
  for (const ColumnLoad& load : loads_above(world.plan.judge)) {
    gathered.above.push_back(subject_load(world, load, period_index));
  }
  return gathered;
}

Gathered gathered_subjects(const World& world, TableFolder& folder) {
  Gathered gathered;
  gathered.keys = world.subjects.keys();
  gathered.working_days = world.working_days;
  auto aggregates = folder.finish_subject();
  for (std::size_t p = 0; p < world.periods.size(); ++p) {
    gathered.periods.push_back(subjects_of_period(world, p));
    gathered.periods.back().aggregates = std::move(aggregates[p]);
  }
  return gathered;
}

void sort_findings(GatherResult& result) {
  for (auto& refusals : result.refusals) {
    std::sort(refusals.begin(), refusals.end(), [](const Refusal& a, const Refusal& b) {
      return std::tie(a.file, a.row, a.column, a.kind, a.text) < std::tie(b.file, b.row, b.column, b.kind, b.text);
    });
    // Rows that clash may do so for several rules and in several periods.
    refusals.erase(std::unique(refusals.begin(), refusals.end()), refusals.end());
  }
  std::sort(result.faults.begin(), result.faults.end(), [](const TableFault& a, const TableFault& b) {
    return std::tie(a.table, a.fault.file) < std::tie(b.table, b.fault.file);
  });
}

/// Gathers once; empty where a table turns out to be unordered, which is noted.
std::optional<GatherResult> try_to_gather(const JoinedPlan& joined, const GatherOptions& options,
                                          std::vector<bool>& is_unordered) {
  GatherResult result;
  World world = make_world(joined.plan, joined.periods, joined.holidays);
  TableReader reader(world, joined.inputs, options, is_unordered, result);
  const auto table_count = static_cast<TableIndex>(joined.plan.tables.size());

  // Downward: the rows that others belong to, parents first.
  for (TableIndex table = 0; table < table_count; ++table) {
    if (!reader.is_held(table) || reader.hold(table)) continue;
    is_unordered[table] = true;
    return std::nullopt;
  }

  // Upward: every row into the aggregates above it, children first. After a fault nothing is folded, but all other
  // files are read all the same: whoever has to mend them wants to hear of every one.
  const bool can_fold = result.faults.empty();
  std::optional<TableFolder> folder;
  if (can_fold) folder.emplace(world, options, result.refusals);
  for (TableIndex table = table_count; table-- > 0;) {
    if (!reader.is_held(table)) {
      const auto fold = [&](const TableRows& rows) { return folder->fold({table, rows, 0, rows.size()}); };
      if (reader.stream(table, fold)) continue;
      is_unordered[table] = true;
      return std::nullopt;
    }
    if (!can_fold) continue;
    if (options.keep_rows == table) {
      const FinishedAggregates finished = folder->finish(table);
      result.row_counts[table] += folder->fold_held(table, &finished);
      result.kept = keep_rows(world, table, finished);
    } else {
      result.row_counts[table] += folder->fold_held(table);
    }
  }
  if (result.faults.empty()) result.gathered = gathered_subjects(world, *folder);
  sort_findings(result);
  return result;
}

/// Most tables come in the order of their keys and need not be held to find copies. Whether they do is seen when they
/// are read, and where they do not it is begun again.
GatherResult gather_joined(const JoinedPlan& joined, const GatherOptions& options) {
  std::vector<bool> is_unordered(joined.plan.tables.size());
  for (;;) {
    if (auto result = try_to_gather(joined, options, is_unordered)) return *std::move(result);
  }
}

/// The options, with what is watched told as the only request has it: its program may say a thing twice.
GatherOptions options_for(const JoinedPlan& joined, const GatherOptions& options) {
  GatherOptions all = options;
  if (!options.watch) return all;
  const JoinedPart& part = joined.parts.front();
  all.watch = [&part, &options](TableIndex table, const std::vector<Column>& slots, std::size_t rows) {
    std::vector<Column> own;
    for (const Slot slot : part.slots[table]) own.push_back(slots[slot]);
    options.watch(table, own, rows);
  };
  return all;
}

}  // namespace

RowCounts& RowCounts::operator+=(const RowCounts& more) {
  in += more.in;
  used += more.used;
  outside += more.outside;
  set_aside += more.set_aside;
  return *this;
}

std::vector<GatherResult> gather(const std::vector<GatherRequest>& requests, const GatherOptions& options) {
  if (const auto joined = join(requests)) {
    GatherResult result = gather_joined(*joined, options_for(*joined, options));
    if (serves_all(*joined, requests, result)) return parts_of(*joined, requests, std::move(result));
  }
  std::vector<GatherResult> results;
  results.reserve(requests.size());
  for (const GatherRequest& request : requests) results.push_back(std::move(gather({request}, options).front()));
  return results;
}

GatherResult gather(const Plan& plan, const TableInputs& inputs, const std::vector<Period>& periods,
                    const GatherOptions& options) {
  return std::move(gather({{plan, inputs, periods, {}}}, options).front());
}

}  // namespace nilai::engine
