#include "engine/gather/read_tables.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <string>
#include <utility>

#include "engine/gather/rows/duplicates.hpp"
#include "engine/gather/rows/placement.hpp"
#include "engine/gather/rows/scan_files.hpp"
#include "engine/gather/usage.hpp"

namespace nilai::engine {
namespace {

constexpr std::uint64_t rows_between_reports = 50'000;

}  // namespace

TableReader::TableReader(World& world, const TableInputs& inputs, const GatherOptions& options,
                         const std::vector<bool>& is_unordered, GatherResult& result)
    : world_(world), inputs_(inputs), options_(options), is_unordered_(is_unordered), result_(result) {
  result_.refusals.resize(world.plan.tables.size());
  result_.row_counts.resize(world.plan.tables.size());
}

bool TableReader::is_held(TableIndex table) const {
  const auto& tables = world_.plan.tables;
  if (world_.is_subject(table) || options_.keep_rows == table) return true;
  // Who watches the rows pass by sees each once.
  if (!tables[table].key.empty() && (is_unordered_[table] || options_.watch)) return true;
  return std::any_of(tables.begin(), tables.end(), [table](const TablePlan& other) {
    return std::any_of(other.links.begin(), other.links.end(),
                       [table](const LinkPlan& link) { return link.parent == table; });
  });
}

void TableReader::hold(TableIndex table) {
  std::vector<Batch> batches;
  scan(table, nullptr, [&](Batch&& batch, BatchPlaces&&) { batches.push_back(std::move(batch)); });
  if (!result_.faults.empty()) return;

  HeldTable& held = world_.tables[table];
  held.is_held = true;
  held.rows = rows_of(world_.plan.tables[table], std::move(batches));
  admit(table, held.rows);
  if (world_.is_subject(table)) {
    std::vector<Period> periods;
    for (const auto& period : world_.periods) {
      if (period) periods.push_back(*period);
    }
    world_.subjects = Subjects(world_.plan, held.rows, periods);
  }
  held.has_used_child.assign(held.rows.size(), false);
  const RowStretch all{table, held.rows, 0, held.rows.size()};
  held.is_inside = rows_inside(world_, all, feeds_of(world_, all));
}

bool TableReader::stream(TableIndex table, const std::function<void(const TableRows&)>& take) {
  const TablePlan& plan = world_.plan.tables[table];
  bool do_keys_rise = true;
  std::string last_key;
  // The parents are looked for by the threads that read: of all that is done here it takes the longest.
  const std::vector<const RowIndex*> indexes =
      result_.faults.empty() ? indexes_for(plan) : std::vector<const RowIndex*>();
  FindPlaces find_places;
  if (!indexes.empty()) find_places = [&](const Batch& batch) { return only_places(plan, indexes, batch); };
  scan(table, find_places, [&](Batch&& batch, BatchPlaces&& places) {
    if (!result_.faults.empty() || !do_keys_rise) return;
    TableRows rows = rows_of(std::move(batch));
    for (auto& of_link : places) rows.parents.push_back({{}, std::move(of_link)});
    settle(table, rows, place_rows(world_.plan, table, rows));
    do_keys_rise = plan.key.empty() || keys_rise(plan, rows, last_key);
    if (!do_keys_rise) return;
    resolve(table, rows);
    take(rows);
  });
  return do_keys_rise;
}

void TableReader::scan(TableIndex table, const FindPlaces& find_places, const ConsumePlaced& consume) {
  const TablePlan& plan = world_.plan.tables[table];
  const auto take = [&](Batch&& batch, BatchPlaces&& places) {
    note_dates(table, batch);
    rows_read_ += batch.size();
    if (options_.progress && rows_read_ - rows_told_ >= rows_between_reports) {
      options_.progress(rows_read_);
      rows_told_ = rows_read_;
    }
    consume(std::move(batch), std::move(places));
  };
  const auto reports = scan_files(plan, world_.plan.choices, inputs_[table], options_.threads, find_places, take);
  RowCounts& counts = result_.row_counts[table];
  for (const ScanReport& report : reports) {
    counts.in += report.row_count;
    counts.set_aside += static_cast<std::uint64_t>(std::count_if(
        report.refusals.begin(), report.refusals.end(), [](const Refusal& refusal) { return !refusal.is_value_only; }));
    auto& refusals = result_.refusals[table];
    refusals.insert(refusals.end(), report.refusals.begin(), report.refusals.end());
    if (report.fault) result_.faults.push_back({table, *report.fault});
  }
}

void TableReader::note_dates(TableIndex table, const Batch& batch) {
  const auto& dated = world_.plan.tables[table].dated;
  if (!dated) return;
  const Column& dates = batch.columns[*dated];
  for (std::size_t row = 0; row < batch.size(); ++row) {
    if (dates.is_present(row)) result_.last_date = std::max(result_.last_date, std::optional(Date{dates.code(row)}));
  }
}

void TableReader::admit(TableIndex table, TableRows& rows) {
  const TablePlan& plan = world_.plan.tables[table];
  settle(table, rows, place_rows(world_.plan, table, rows));
  if (!plan.key.empty()) settle(table, rows, find_duplicates(plan, world_.plan.choices, rows));
  resolve(table, rows);
}

void TableReader::resolve(TableIndex table, TableRows& rows) {
  const TablePlan& plan = world_.plan.tables[table];
  settle(table, rows, resolve_links(plan, world_.plan.choices, indexes_for(plan), rows));
}

void TableReader::settle(TableIndex table, TableRows& rows, SetAside&& set_aside) {
  drop_refused(rows, set_aside);
  result_.row_counts[table].set_aside += set_aside.refusals.size();
  auto& refusals = result_.refusals[table];
  refusals.insert(refusals.end(), std::make_move_iterator(set_aside.refusals.begin()),
                  std::make_move_iterator(set_aside.refusals.end()));
}

std::vector<const RowIndex*> TableReader::indexes_for(const TablePlan& table) {
  std::vector<const RowIndex*> indexes;
  for (const LinkPlan& link : table.links) indexes.push_back(&index_for(link));
  return indexes;
}

const RowIndex& TableReader::index_for(const LinkPlan& link) {
  for (const HeldIndex& held : world_.indexes) {
    if (held.table == link.parent && held.columns == link.parent_columns) return held.index;
  }
  const TableRows& rows = world_.tables[link.parent].rows;
  std::vector<std::uint32_t> places = world_.subjects.of_rows();
  if (!world_.is_subject(link.parent)) {
    places.resize(rows.size());
    std::iota(places.begin(), places.end(), std::uint32_t{0});
  }
  world_.indexes.push_back({link.parent, link.parent_columns, RowIndex(rows, link.parent_columns, places)});
  return world_.indexes.back().index;
}

}  // namespace nilai::engine
