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
#include "engine/gather/rows_read.hpp"
#include "engine/gather/usage.hpp"
#include "engine/gather/workers.hpp"
#include "engine/kernels/content.hpp"

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

/// A batch as far as it can be looked at by itself.
struct LookedAt : Findings {
  TableRows rows;
  RisingKeys keys;
};

void widen(std::optional<DateSpan>& span, const DateSpan& more) {
  if (!span) {
    span = more;
    return;
  }
  span->first = std::min(span->first, more.first);
  span->last = std::max(span->last, more.last);
}

}  // namespace

TableReader::TableReader(World& world, const TableInputs& inputs, const GatherOptions& options,
                         const std::vector<bool>& is_unordered, GatherResult& result)
    : world_(world), inputs_(inputs), options_(options), is_unordered_(is_unordered), result_(result) {
  result_.refusals.resize(world.plan.tables.size());
  result_.row_counts.resize(world.plan.tables.size());
  result_.dates.resize(world.plan.tables.size());
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

bool TableReader::hold(TableIndex table) {
  HeldTable& held = world_.tables[table];
  const bool is_whole = world_.is_subject(table) || options_.keep_rows == table;
  if (is_whole || is_unordered_[table]) {
    hold_whole(table, held);
  } else if (!hold_packed(table, held)) {
    return false;
  }
  if (!result_.faults.empty()) return true;
  held.is_held = true;
  if (world_.is_subject(table)) number_subjects(held.rows);
  make_indexes_of(table);
  if (!is_whole && !held.is_packed()) pack(table, held);
  if (!is_whole) held.rows.columns.clear();
  note_inside(table, held);
  return true;
}

void TableReader::hold_whole(TableIndex table, HeldTable& held) {
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
  const TablePlan& plan = world_.plan.tables[table];
  held.rows = rows_of(plan, std::move(batches));
  Findings found;
  found.settle(held.rows, place_rows(world_.plan, table, held.rows));
  if (!plan.key.empty()) found.settle(held.rows, find_duplicates(plan, world_.plan.choices, held.rows));
  found.settle(held.rows, resolve_links(plan, world_.plan.choices, indexes_for(plan), held.rows));
  note(table, found.counts, std::move(found.refusals));
}

bool TableReader::hold_packed(TableIndex table, HeldTable& held) {
  const std::vector<bool> is_read = columns_read(world_.plan, table);
  const std::vector<bool> is_looked_up = columns_looked_up(world_.plan, table);
  const bool has_origins = tells_origins(world_.plan, table);
  held.rows.columns = blank_batch(world_.plan.tables[table], 0).columns;
  for (const Column& column : held.rows.columns) held.columns.emplace_back(column.kind);

  const auto drop_the_rest = [&](TableRows& rows) {
    for (ColumnIndex c = 0; c < is_read.size(); ++c) {
      if (!is_read[c] && !is_looked_up[c]) rows.columns[c] = Column();
    }
    return RowCounts();
  };
  const auto take = [&](TableRows&& rows, const BlockStart& block) {
    for (ColumnIndex c = 0; c < is_read.size(); ++c) {
      if (is_read[c]) held.columns[c].append(rows.columns[c]);
      if (is_looked_up[c]) append(held.rows.columns[c], std::move(rows.columns[c]));
    }
    rows.files.assign(has_origins ? rows.size() : 0, block.file);
    if (!has_origins) rows.rows.clear();
    for (std::uint64_t& row : rows.rows) row += block.rows_before;
    append_rows(held.rows, std::move(rows));
  };
  return read_in_order(table, drop_the_rest, take);
}

void TableReader::pack(TableIndex table, HeldTable& held) const {
  const std::vector<bool> is_read = columns_read(world_.plan, table);
  for (ColumnIndex c = 0; c < is_read.size(); ++c) {
    held.columns.emplace_back(held.rows.columns[c].kind);
    if (is_read[c]) held.columns.back().append(std::exchange(held.rows.columns[c], Column()));
  }
}

bool TableReader::stream(TableIndex table, const std::function<RowCounts(const TableRows&)>& fold) {
  return read_in_order(
      table,
      [&](TableRows& rows) {
        const RowCounts counts = fold(rows);
        rows = TableRows();
        return counts;
      },
      [](TableRows&&, const BlockStart&) {});
}

bool TableReader::read_in_order(TableIndex table, const std::function<RowCounts(TableRows&)>& work,
                                const std::function<void(TableRows&&, const BlockStart&)>& take) {
  const TablePlan& plan = world_.plan.tables[table];
  const bool is_any_use = result_.faults.empty();
  const auto indexes = is_any_use ? indexes_for(plan) : std::vector<const RowIndex*>();
  RisingKeys keys;
  std::atomic<bool> do_keys_rise = true;

  const auto look_at = [&](Batch&& batch) {
    LookedAt seen;
    auto places = only_places(plan, indexes, batch);
    seen.rows = rows_of(std::move(batch));
    for (auto& of_link : places) seen.rows.parents.push_back({{}, std::move(of_link)});
    seen.settle(seen.rows, place_rows(world_.plan, table, seen.rows));
    if (!plan.key.empty()) seen.keys = rising_keys(plan, seen.rows);
    seen.settle(seen.rows, resolve_links(plan, world_.plan.choices, indexes, seen.rows));
    seen.counts += work(seen.rows);
    return seen;
  };
  const auto finish = [&](LookedAt& seen, const BlockStart& block) {
    keys.go_on(seen.keys);
    do_keys_rise = keys.do_rise();
    for (Refusal& refusal : seen.refusals) number_in_file(block, refusal);
    note(table, seen.counts, std::move(seen.refusals));
    take(std::move(seen.rows), block);
  };
  scan(table, [&](Batch&& batch) -> FinishBatch {
    if (!is_any_use || !do_keys_rise) return [](const BlockStart&) {};
    const auto seen = std::make_shared<LookedAt>(look_at(std::move(batch)));
    return [&finish, seen](const BlockStart& block) { finish(*seen, block); };
  });
  return do_keys_rise;
}

void TableReader::number_subjects(const TableRows& rows) {
  std::vector<Period> periods;
  for (const auto& period : world_.periods) {
    if (period) periods.push_back(*period);
  }
  world_.subjects = Subjects(world_.plan, rows, periods);
}

void TableReader::make_indexes_of(TableIndex table) {
  for (const TablePlan& other : world_.plan.tables) {
    for (const LinkPlan& link : other.links) {
      if (link.parent == table) static_cast<void>(index_for(link));
    }
  }
}

void TableReader::note_inside(TableIndex table, HeldTable& held) const {
  constexpr std::size_t rows_at_once = 4096;
  const std::size_t count = held.rows.size();
  held.has_used_child.assign(count, 0);
  held.is_inside.resize(count);
  share_out(options_.threads, (count + rows_at_once - 1) / rows_at_once, [&](std::size_t piece) {
    const std::size_t begin = piece * rows_at_once;
    const RowStretch stretch{table, held.rows, begin, std::min(begin + rows_at_once, count)};
    const std::vector<bool> inside = rows_inside(world_, stretch, feeds_of(world_, stretch));
    std::copy(inside.begin(), inside.end(), held.is_inside.begin() + static_cast<std::ptrdiff_t>(begin));
  });
}

void TableReader::scan(TableIndex table, const WorkOnBatch& work) {
  const auto work_and_note = [&](Batch&& batch) -> FinishBatch {
    const std::size_t rows = batch.size();
    const std::optional<DateSpan> dates = dates_in(table, batch);
    return [this, table, rows, dates, finish = work(std::move(batch))](const BlockStart& block) {
      note_read(table, rows, dates);
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

std::optional<DateSpan> TableReader::dates_in(TableIndex table, const Batch& batch) const {
  std::optional<DateSpan> span;
  const auto& dated = world_.plan.tables[table].dated;
  if (!dated) return span;
  const Column& dates = batch.columns[*dated];
  for (std::size_t row = 0; row < batch.size(); ++row) {
    if (dates.is_present(row)) widen(span, {Date{dates.code(row)}, Date{dates.code(row)}});
  }
  return span;
}

void TableReader::note_read(TableIndex table, std::size_t rows, const std::optional<DateSpan>& dates) {
  if (dates) {
    widen(result_.dates[table], *dates);
    result_.last_date = std::max(result_.last_date, std::optional(dates->last));
  }
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
