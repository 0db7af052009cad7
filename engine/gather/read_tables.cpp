#include "engine/gather/read_tables.hpp"

#include <algorithm>
#include <atomic>
#include <iterator>
#include <memory>
#include <numeric>
#include <string>
#include <utility>

#include "engine/gather/rows/duplicates.hpp"
#include "engine/gather/rows/links.hpp"
#include "engine/gather/rows/placement.hpp"
#include "engine/gather/rows/scan_files.hpp"
#include "engine/gather/usage.hpp"

namespace nilai::engine {
namespace {

constexpr std::uint64_t rows_between_reports = 50'000;

/// What is found while rows are looked at.
struct Findings {
  RowCounts counts;
  std::vector<Refusal> refusals;

  /// Drops the rows that were refused.
  void settle(TableRows& rows, SetAside&& set_aside) {
    drop_refused(rows, set_aside);
    counts.set_aside += set_aside.refusals.size();
    refusals.insert(refusals.end(), std::make_move_iterator(set_aside.refusals.begin()),
                    std::make_move_iterator(set_aside.refusals.end()));
  }
};

/// Likewise, of a batch.
struct BatchFindings : Findings {
  RisingKeys keys;
};

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
  scan(table, [&](Batch&& batch) -> FinishBatch {
    const auto read = std::make_shared<Batch>(std::move(batch));
    return [&batches, read](const BlockStart& block) {
      read->file = block.file;
      for (std::uint64_t& row : read->rows) row += block.rows_before;
      batches.push_back(std::move(*read));
    };
  });
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
  held.has_used_child.assign(held.rows.size(), 0);
  const RowStretch all{table, held.rows, 0, held.rows.size()};
  held.is_inside = rows_inside(world_, all, feeds_of(world_, all));
}

void TableReader::admit(TableIndex table, TableRows& rows) {
  const TablePlan& plan = world_.plan.tables[table];
  Findings found;
  found.settle(rows, place_rows(world_.plan, table, rows));
  if (!plan.key.empty()) found.settle(rows, find_duplicates(plan, world_.plan.choices, rows));
  found.settle(rows, resolve_links(plan, world_.plan.choices, indexes_for(plan), rows));
  note(table, found.counts, std::move(found.refusals));
}

bool TableReader::stream(TableIndex table, const std::function<RowCounts(const TableRows&)>& fold) {
  const TablePlan& plan = world_.plan.tables[table];
  const bool is_any_use = result_.faults.empty();
  const auto indexes = is_any_use ? indexes_for(plan) : std::vector<const RowIndex*>();
  RisingKeys keys;
  std::atomic<bool> do_keys_rise = true;

  const auto look_at = [&](Batch&& batch) {
    BatchFindings found;
    auto places = only_places(plan, indexes, batch);
    TableRows rows = rows_of(std::move(batch));
    for (auto& of_link : places) rows.parents.push_back({{}, std::move(of_link)});
    found.settle(rows, place_rows(world_.plan, table, rows));
    if (!plan.key.empty()) found.keys = rising_keys(plan, rows);
    found.settle(rows, resolve_links(plan, world_.plan.choices, indexes, rows));
    found.counts += fold(rows);
    return found;
  };
  const auto finish = [&](BatchFindings& found, const BlockStart& block) {
    keys.go_on(found.keys);
    do_keys_rise = keys.do_rise();
    for (Refusal& refusal : found.refusals) number_in_file(block, refusal);
    note(table, found.counts, std::move(found.refusals));
  };
  scan(table, [&](Batch&& batch) -> FinishBatch {
    if (!is_any_use || !do_keys_rise) return [](const BlockStart&) {};
    const auto found = std::make_shared<BatchFindings>(look_at(std::move(batch)));
    return [&finish, found](const BlockStart& block) { finish(*found, block); };
  });
  return do_keys_rise;
}

void TableReader::scan(TableIndex table, const WorkOnBatch& work) {
  const auto work_and_note = [&](Batch&& batch) -> FinishBatch {
    const std::size_t rows = batch.size();
    const std::optional<Date> last_date = last_date_in(table, batch);
    return [this, rows, last_date, finish = work(std::move(batch))](const BlockStart& block) {
      note_read(rows, last_date);
      finish(block);
    };
  };
  ScannedFiles scanned =
      scan_files(world_.plan.tables[table], world_.plan.choices, inputs_[table], options_.threads, work_and_note);
  for (ScanReport& report : scanned.reports) {
    RowCounts counts;
    counts.in = report.row_count;
    counts.set_aside = static_cast<std::uint64_t>(std::count_if(
        report.refusals.begin(), report.refusals.end(), [](const Refusal& refusal) { return !refusal.is_value_only; }));
    note(table, counts, std::move(report.refusals));
    if (report.fault) result_.faults.push_back({table, *report.fault});
  }
  if (!is_held(table)) world_.blocks[table] = std::move(scanned.blocks);
}

std::optional<Date> TableReader::last_date_in(TableIndex table, const Batch& batch) const {
  std::optional<Date> last;
  const auto& dated = world_.plan.tables[table].dated;
  if (!dated) return last;
  const Column& dates = batch.columns[*dated];
  for (std::size_t row = 0; row < batch.size(); ++row) {
    if (dates.is_present(row)) last = std::max(last, std::optional(Date{dates.code(row)}));
  }
  return last;
}

void TableReader::note_read(std::size_t rows, const std::optional<Date>& last_date) {
  result_.last_date = std::max(result_.last_date, last_date);
  rows_read_ += rows;
  if (options_.progress && rows_read_ - rows_told_ >= rows_between_reports) {
    options_.progress(rows_read_);
    rows_told_ = rows_read_;
  }
}

void TableReader::note(TableIndex table, const RowCounts& counts, std::vector<Refusal>&& refusals) {
  result_.row_counts[table] += counts;
  auto& all = result_.refusals[table];
  all.insert(all.end(), std::make_move_iterator(refusals.begin()), std::make_move_iterator(refusals.end()));
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
