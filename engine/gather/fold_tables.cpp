#include "engine/gather/fold_tables.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <span>
#include <utility>

#include "engine/gather/rows/key_reader.hpp"
#include "engine/gather/rows/value_text.hpp"
#include "engine/gather/stripes.hpp"
#include "engine/gather/workers.hpp"
#include "engine/kernels/content.hpp"
#include "engine/kernels/evaluate.hpp"
#include "engine/scan/cell_text.hpp"

namespace nilai::engine {
namespace {

/// Rows of a held table are worked out so many at a time: intermediate results stay small, whatever the table.
constexpr std::size_t rows_at_once = 4096;

const Column* slot_of(const std::vector<Column>& slots, const std::optional<Slot>& slot) {
  return slot ? &slots[*slot] : nullptr;
}

/// The column of its source that an aggregate reads as it stands; null where it works something out. Requires: it reads
/// a value.
const ColumnPlan* column_read(const Plan& plan, const AggregatePlan& aggregate) {
  const Instruction& value = plan.rows[aggregate.source].program.instructions[*aggregate.value];
  const auto* load = std::get_if<ColumnLoad>(&value.payload);
  return load != nullptr && load->path.empty() ? &plan.tables[aggregate.source].columns[load->column] : nullptr;
}

void append(GatheredAggregate& all, GatheredAggregate&& more) {
  append(all.value, std::move(more.value));
  all.counted.insert(all.counted.end(), more.counted.begin(), more.counted.end());
  all.taken.insert(all.taken.end(), more.taken.begin(), more.taken.end());
}

/// The parents that rows have by the key in `by`, if there is such a link: rows agree in it where they have one parent.
const Parents* parents_by(const TablePlan& table, const TableRows& rows, const std::vector<ColumnIndex>& by) {
  for (LinkIndex link = 0; link < table.links.size(); ++link) {
    if (table.links[link].is_key && table.links[link].own_columns == by) return &rows.parents[link];
  }
  return nullptr;
}

}  // namespace

TableFolder::TableFolder(World& world, const GatherOptions& options, std::vector<std::vector<Refusal>>& refusals)
    : world_(world),
      options_(options),
      stripes_(world.plan.tables.size()),
      refusals_(refusals),
      groups_(world.plan.aggregates.size()) {
  for (TableIndex owner = 0; owner < stripes_.size(); ++owner) make_stripes(owner);
}

void TableFolder::make_stripes(TableIndex owner) {
  const auto& aggregates = world_.plan.aggregates;
  const bool owns_any = std::any_of(aggregates.begin(), aggregates.end(),
                                    [owner](const AggregatePlan& aggregate) { return aggregate.owner == owner; });
  if (!owns_any) return;
  const Stripes stripes(world_.place_count(owner));
  for (std::size_t s = 0; s < stripes.count(); ++s) {
    auto& accumulators = stripes_[owner].emplace_back().accumulators;
    accumulators.resize(aggregates.size());
    for (AggregateIndex a = 0; a < aggregates.size(); ++a) {
      if (aggregates[a].owner != owner) continue;
      for (const DayRange& window : world_.windows[a]) {
        accumulators[a].emplace_back(aggregates[a], window, stripes.end(s) - stripes.begin(s), stripes.begin(s));
      }
    }
  }
}

RowCounts TableFolder::fold(const RowStretch& stretch) {
  const std::vector<PathFeeds> feeds = feeds_of(world_, stretch);
  const RowCounts counts = count_used(stretch, rows_inside(world_, stretch, feeds));
  const bool is_per_period = depends_on_period(world_.plan, stretch.table);
  WorkedRows rows{stretch, {}, std::vector<std::vector<std::uint32_t>>(world_.plan.aggregates.size())};
  bool is_worked_out = false;
  for (std::size_t p = 0; p < world_.periods.size(); ++p) {
    if (is_per_period) is_worked_out = false;
    for (const PathFeeds& path : feeds) {
      const std::vector<AggregateIndex> fed = fed_aggregates(stretch.table, path, p);
      if (fed.empty()) continue;
      if (!std::exchange(is_worked_out, true)) work_out(rows, p);
      fold_along(path, fed, p, rows);
    }
  }
  return counts;
}

std::vector<AggregateIndex> TableFolder::fed_aggregates(TableIndex source, const PathFeeds& feeds,
                                                        std::size_t period_index) const {
  std::vector<AggregateIndex> fed;
  for (AggregateIndex a = 0; a < world_.plan.aggregates.size(); ++a) {
    const AggregatePlan& aggregate = world_.plan.aggregates[a];
    if (aggregate.source != source || aggregate.path != feeds.path) continue;
    if (feeds.can_lie_in(world_.windows[a][period_index])) fed.push_back(a);
  }
  return fed;
}

void TableFolder::work_out(WorkedRows& rows, std::size_t period_index) {
  const RowStretch& stretch = rows.stretch;
  rows.slots = evaluate(world_.plan.rows[stretch.table].program, row_loads(world_, stretch, period_index));
  if (!options_.watch) return;
  const std::lock_guard lock(mutex_);
  options_.watch(stretch.table, rows.slots, stretch.size());
}

void TableFolder::fold_along(const PathFeeds& path, const std::vector<AggregateIndex>& fed, std::size_t period_index,
                             WorkedRows& rows) {
  const RowStretch& stretch = rows.stretch;
  const bool has_origins = !stretch.rows.rows.empty();
  const auto files = has_origins ? std::span(stretch.rows.files).subspan(stretch.begin, stretch.size())
                                 : std::span<const std::uint32_t>();
  const auto numbers = has_origins ? std::span(stretch.rows.rows).subspan(stretch.begin, stretch.size())
                                   : std::span<const std::uint64_t>();
  std::vector<FedRows> fed_rows;
  for (const AggregateIndex a : fed) {
    const AggregatePlan& aggregate = world_.plan.aggregates[a];
    if (rows.groups[a].empty() && !aggregate.by.empty()) rows.groups[a] = groups_of(a, stretch);
    fed_rows.push_back({{},
                        slot_of(rows.slots, aggregate.where),
                        slot_of(rows.slots, aggregate.value),
                        slot_of(rows.slots, aggregate.weight),
                        slot_of(rows.slots, aggregate.level),
                        aggregate.by.empty() ? nullptr : &rows.groups[a],
                        files,
                        numbers});
  }
  for (const PathFeeds::OfStripe& of_stripe : path.stripes) {
    Stripe& stripe = stripes_[path.owner][of_stripe.stripe];
    const std::lock_guard lock(stripe.mutex);
    for (std::size_t i = 0; i < fed.size(); ++i) {
      fed_rows[i].feeds = of_stripe.feeds;
      stripe.accumulators[fed[i]][period_index].fold(fed_rows[i]);
    }
  }
}

RowCounts TableFolder::fold_held(TableIndex table, const FinishedAggregates* finished) {
  const TableRows& rows = world_.tables[table].rows;
  const Stripes stripes(rows.size());
  std::vector<RowCounts> counts(stripes.count());
  share_out(options_.threads, stripes.count(), [&](std::size_t stripe) {
    const FinishedAggregates own = finished == nullptr ? finish(table, stripe) : FinishedAggregates();
    const std::size_t end = stripes.end(stripe);
    for (std::size_t begin = stripes.begin(stripe); begin < end; begin += rows_at_once) {
      const RowStretch stretch{table, rows, begin, std::min(begin + rows_at_once, end),
                               finished == nullptr ? &own : finished};
      counts[stripe] += fold(stretch);
    }
  });
  return std::accumulate(counts.begin(), counts.end(), RowCounts());
}

FinishedAggregates TableFolder::finish(TableIndex owner) {
  FinishedAggregates all;
  for (std::size_t stripe = 0; stripe < stripes_[owner].size(); ++stripe) {
    FinishedAggregates more = finish(owner, stripe);
    if (stripe == 0) {
      all = std::move(more);
      continue;
    }
    for (AggregateIndex a = 0; a < more.values.size(); ++a) {
      for (std::size_t p = 0; p < more.values[a].size(); ++p) append(all.values[a][p], std::move(more.values[a][p]));
    }
  }
  return all;
}

FinishedAggregates TableFolder::finish(TableIndex owner, std::size_t stripe_index) {
  FinishedAggregates finished;
  if (world_.is_subject(owner) || stripes_[owner].empty()) return finished;
  Stripe& stripe = stripes_[owner][stripe_index];
  finished.first_row = Stripes(world_.place_count(owner)).begin(stripe_index);
  finished.values.resize(stripe.accumulators.size());
  for (AggregateIndex a = 0; a < stripe.accumulators.size(); ++a) {
    for (Accumulator& accumulator : stripe.accumulators[a]) {
      report_clashes(a, accumulator);
      finished.values[a].push_back(accumulator.finish().value);
    }
  }
  stripe.accumulators.clear();
  return finished;
}

std::vector<std::vector<GatheredAggregate>> TableFolder::finish_subject() {
  const auto& aggregates = world_.plan.aggregates;
  std::deque<Stripe>& stripes = stripes_[world_.plan.subject];
  std::vector<std::vector<std::vector<GatheredAggregate>>> of_stripes(stripes.size());
  share_out(options_.threads, stripes.size(), [&](std::size_t s) {
    for (std::size_t p = 0; p < world_.periods.size(); ++p) {
      auto& finished = of_stripes[s].emplace_back(aggregates.size());
      for (AggregateIndex a = 0; a < aggregates.size(); ++a) {
        if (!world_.is_subject(aggregates[a].owner)) continue;
        report_clashes(a, stripes[s].accumulators[a][p]);
        finished[a] = stripes[s].accumulators[a][p].finish();
      }
    }
  });

  std::vector<std::vector<GatheredAggregate>> periods(world_.periods.size());
  for (std::size_t p = 0; p < periods.size(); ++p) {
    for (const AggregatePlan& aggregate : aggregates) periods[p].emplace_back().value = Column::of(aggregate.result, 0);
    for (auto& of_stripe : of_stripes) {
      for (AggregateIndex a = 0; a < aggregates.size(); ++a) append(periods[p][a], std::move(of_stripe[p][a]));
    }
  }
  return periods;
}

std::vector<std::uint32_t> TableFolder::groups_of(AggregateIndex aggregate, const RowStretch& stretch) {
  const std::vector<ColumnIndex>& by = world_.plan.aggregates[aggregate].by;
  if (const Parents* parents = parents_by(world_.plan.tables[stretch.table], stretch.rows, by)) {
    const auto begin = parents->places.begin();
    return {begin + static_cast<std::ptrdiff_t>(stretch.begin), begin + static_cast<std::ptrdiff_t>(stretch.end)};
  }
  std::vector<Column> columns;
  std::vector<ColumnIndex> all;
  for (const ColumnIndex column : by) {
    all.push_back(static_cast<ColumnIndex>(columns.size()));
    columns.push_back(column_of(world_, stretch, column));
  }
  KeyReader reader(columns, all);
  const std::lock_guard lock(mutex_);
  std::vector<std::uint32_t> groups;
  groups.reserve(stretch.size());
  for (std::size_t row = 0; row < stretch.size(); ++row) groups.push_back(groups_[aggregate].add(reader.at(row)));
  return groups;
}

void TableFolder::report_clashes(AggregateIndex aggregate, const Accumulator& accumulator) {
  const AggregatePlan& plan = world_.plan.aggregates[aggregate];
  const auto report = [&](const SeenRow& seen) {
    const ColumnPlan* column = column_read(world_.plan, plan);
    const bool is_only = plan.kind == AggregateKind::only;
    Refusal refusal;
    refusal.kind = is_only ? RefusalKind::not_the_only : RefusalKind::differs_on_date;
    refusal.file = seen.origin.file;
    refusal.row = seen.origin.row;
    if (const auto& blocks = world_.blocks[plan.source]; !blocks.empty()) {
      number_in_file(blocks[seen.origin.file], refusal);
    }
    refusal.is_value_only = true;
    if (column != nullptr) {
      refusal.column = column->name;
      refusal.text = excerpt(value_text(Column::constant(seen.value), 0, *column, world_.plan.choices));
    }
    refusals_[plan.source].push_back(std::move(refusal));
  };
  const std::lock_guard lock(mutex_);
  for (const Clash& clash : accumulator.clashes()) {
    report(clash.first);
    report(clash.second);
  }
}

RowCounts TableFolder::count_used(const RowStretch& stretch, const std::vector<bool>& is_inside) {
  const HeldTable& held = world_.tables[stretch.table];
  RowCounts counts;
  for (std::size_t i = 0; i < stretch.size(); ++i) {
    const std::size_t row = stretch.begin + i;
    const bool is_used = is_inside[i] || (held.is_held && held.has_used_child[row] != 0);
    ++(is_used ? counts.used : counts.outside);
    if (is_used) use_parents(world_, stretch.table, stretch.rows, row);
  }
  return counts;
}

}  // namespace nilai::engine
