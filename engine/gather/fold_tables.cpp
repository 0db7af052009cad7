#include "engine/gather/fold_tables.hpp"

#include <algorithm>
#include <cstddef>
#include <span>
#include <utility>

#include "engine/gather/rows/value_text.hpp"
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

/// The parents that rows have by the key in `by`, if there is such a link: rows agree in it where they have one parent.
const Parents* parents_by(const TablePlan& table, const TableRows& rows, const std::vector<ColumnIndex>& by) {
  for (LinkIndex link = 0; link < table.links.size(); ++link) {
    if (table.links[link].is_key && table.links[link].own_columns == by) return &rows.parents[link];
  }
  return nullptr;
}

}  // namespace

TableFolder::TableFolder(World& world, const GatherOptions& options, std::vector<std::vector<Refusal>>& refusals)
    : world_(world), options_(options), refusals_(refusals), groups_(world.plan.aggregates.size()) {
  const auto& aggregates = world.plan.aggregates;
  world_.finished.resize(aggregates.size());
  accumulators_.resize(aggregates.size());
  for (AggregateIndex a = 0; a < aggregates.size(); ++a) {
    const std::size_t owners = world.place_count(aggregates[a].owner);
    for (const DayRange& window : world.windows[a]) accumulators_[a].emplace_back(aggregates[a], window, owners);
  }
}

void TableFolder::fold(const RowStretch& stretch, RowCounts& counts) {
  const std::vector<PathFeeds> feeds = feeds_of(world_, stretch);
  count_used(stretch, rows_inside(world_, stretch, feeds), counts);
  if (feeds.empty()) return;

  const Program& program = world_.plan.rows[stretch.table].program;
  const bool is_per_period = depends_on_period(world_.plan, stretch.table);
  std::vector<std::vector<std::uint32_t>> groups(world_.plan.aggregates.size());
  std::vector<Column> slots;
  for (std::size_t p = 0; p < world_.periods.size(); ++p) {
    const std::vector<AggregateIndex> fed = fed_aggregates(stretch.table, feeds, p);
    if (fed.empty()) continue;
    if (slots.empty() || is_per_period) {
      slots = evaluate(program, row_loads(world_, stretch, p));
      if (options_.watch) options_.watch(stretch.table, slots, stretch.size());
    }
    for (const AggregateIndex a : fed) {
      const AggregatePlan& aggregate = world_.plan.aggregates[a];
      if (groups[a].empty() && !aggregate.by.empty()) groups[a] = groups_of(a, stretch);
      accumulators_[a][p].fold({feeds_on(feeds, aggregate.path).feeds, slot_of(slots, aggregate.where),
                                slot_of(slots, aggregate.value), slot_of(slots, aggregate.weight),
                                slot_of(slots, aggregate.level), aggregate.by.empty() ? nullptr : &groups[a],
                                std::span(stretch.rows.files).subspan(stretch.begin, stretch.size()),
                                std::span(stretch.rows.rows).subspan(stretch.begin, stretch.size())});
    }
  }
}

std::vector<AggregateIndex> TableFolder::fed_aggregates(TableIndex source, const std::vector<PathFeeds>& feeds,
                                                        std::size_t period_index) const {
  std::vector<AggregateIndex> fed;
  for (AggregateIndex a = 0; a < world_.plan.aggregates.size(); ++a) {
    const AggregatePlan& aggregate = world_.plan.aggregates[a];
    if (aggregate.source != source) continue;
    if (feeds_on(feeds, aggregate.path).can_lie_in(world_.windows[a][period_index])) fed.push_back(a);
  }
  return fed;
}

void TableFolder::fold_held(TableIndex table, RowCounts& counts) {
  const TableRows& rows = world_.tables[table].rows;
  for (std::size_t begin = 0; begin < rows.size(); begin += rows_at_once) {
    fold({table, rows, begin, std::min(begin + rows_at_once, rows.size())}, counts);
  }
}

void TableFolder::finish(TableIndex owner) {
  for (AggregateIndex a = 0; a < accumulators_.size(); ++a) {
    if (world_.plan.aggregates[a].owner != owner) continue;
    for (Accumulator& accumulator : accumulators_[a]) {
      report_clashes(a, accumulator);
      world_.finished[a].push_back(accumulator.finish().value);
    }
    accumulators_[a].clear();
  }
}

std::vector<std::vector<GatheredAggregate>> TableFolder::finish_subject() {
  std::vector<std::vector<GatheredAggregate>> periods(world_.periods.size());
  for (std::size_t p = 0; p < periods.size(); ++p) {
    periods[p].resize(accumulators_.size());
    for (AggregateIndex a = 0; a < accumulators_.size(); ++a) {
      if (!world_.is_subject(world_.plan.aggregates[a].owner)) continue;
      report_clashes(a, accumulators_[a][p]);
      periods[p][a] = accumulators_[a][p].finish();
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
  KeyReader reader(stretch.rows.columns, by);
  std::vector<std::uint32_t> groups;
  groups.reserve(stretch.size());
  for (std::size_t row = stretch.begin; row < stretch.end; ++row) {
    groups.push_back(groups_[aggregate].add(reader.at(row)));
  }
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
    refusal.is_value_only = true;
    if (column != nullptr) {
      refusal.column = column->name;
      refusal.text = excerpt(value_text(Column::constant(seen.value), 0, *column, world_.plan.choices));
    }
    refusals_[plan.source].push_back(std::move(refusal));
  };
  for (const Clash& clash : accumulator.clashes()) {
    report(clash.first);
    report(clash.second);
  }
}

void TableFolder::count_used(const RowStretch& stretch, const std::vector<bool>& is_inside, RowCounts& counts) {
  const HeldTable& held = world_.tables[stretch.table];
  for (std::size_t i = 0; i < stretch.size(); ++i) {
    const std::size_t row = stretch.begin + i;
    const bool is_used = is_inside[i] || (held.is_held && held.has_used_child[row]);
    ++(is_used ? counts.used : counts.outside);
    if (is_used) use_parents(world_, stretch.table, stretch.rows, row);
  }
}

}  // namespace nilai::engine
