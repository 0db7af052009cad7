#include "engine/gather/rows/table_rows.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace nilai::engine {
namespace {

std::vector<std::uint32_t> rows_left(const SetAside& set_aside) {
  std::vector<std::uint32_t> left;
  left.reserve(set_aside.is_refused.size() - set_aside.refusals.size());
  for (std::size_t row = 0; row < set_aside.is_refused.size(); ++row) {
    if (!set_aside.is_refused[row]) left.push_back(static_cast<std::uint32_t>(row));
  }
  return left;
}

template <class Element>
void keep(std::vector<Element>& elements, const std::vector<std::uint32_t>& rows) {
  if (elements.empty()) return;
  for (std::size_t to = 0; to < rows.size(); ++to) {
    if (rows[to] != to) elements[to] = std::move(elements[rows[to]]);
  }
  elements.resize(rows.size());
}

void keep(Parents& parents, const std::vector<std::uint32_t>& rows) {
  if (parents.starts.empty()) return keep(parents.places, rows);
  Parents kept;
  kept.starts.push_back(0);
  for (const std::uint32_t row : rows) {
    const auto of_row = parents.of(row);
    kept.places.insert(kept.places.end(), of_row.begin(), of_row.end());
    kept.starts.push_back(static_cast<std::uint32_t>(kept.places.size()));
  }
  parents = std::move(kept);
}

template <class Element>
void put_behind(std::vector<Element>& elements, const std::vector<Element>& more) {
  elements.insert(elements.end(), more.begin(), more.end());
}

void put_behind(Parents& parents, const Parents& more) {
  const auto places_before = static_cast<std::uint32_t>(parents.places.size());
  const bool is_first = parents.starts.empty();
  for (std::size_t i = is_first ? 0 : 1; i < more.starts.size(); ++i) {
    parents.starts.push_back(places_before + more.starts[i]);
  }
  put_behind(parents.places, more.places);
}

void keep(Column& column, const std::vector<std::uint32_t>& rows) {
  keep(column.presence, rows);
  keep(column.numbers, rows);
  keep(column.codes, rows);
  keep(column.texts, rows);
}

}  // namespace

void SetAside::refuse(const TableRows& rows, std::size_t row, RefusalKind kind, std::string column, std::string text) {
  is_refused[row] = true;
  refusals.push_back({kind, rows.files[row], rows.rows[row], std::move(column), std::move(text), false});
}

TableRows rows_of(Batch&& batch) {
  TableRows rows;
  rows.count = batch.size();
  rows.files.assign(batch.size(), batch.file);
  rows.rows = std::move(batch.rows);
  rows.columns = std::move(batch.columns);
  return rows;
}

TableRows rows_of(const TablePlan& table, std::vector<Batch>&& batches) {
  // Batches of several files come in as the threads have it.
  std::sort(batches.begin(), batches.end(), [](const Batch& a, const Batch& b) {
    return std::tuple(a.file, a.rows.front()) < std::tuple(b.file, b.rows.front());
  });
  std::size_t size = 0;
  for (const Batch& batch : batches) size += batch.size();

  TableRows rows;
  rows.count = size;
  rows.files.reserve(size);
  rows.rows.reserve(size);
  for (const ColumnPlan& column : table.columns) {
    rows.columns.push_back(Column::of(column.kind, 0));
    rows.columns.back().reserve(size);
  }
  for (Batch& batch : batches) {
    rows.files.insert(rows.files.end(), batch.size(), batch.file);
    rows.rows.insert(rows.rows.end(), batch.rows.begin(), batch.rows.end());
    for (std::size_t c = 0; c < rows.columns.size(); ++c) append(rows.columns[c], std::move(batch.columns[c]));
    batch = Batch{};
  }
  return rows;
}

void append_rows(TableRows& rows, TableRows&& more) {
  rows.count += more.count;
  put_behind(rows.files, more.files);
  put_behind(rows.rows, more.rows);
  put_behind(rows.days, more.days);
  rows.parents.resize(more.parents.size());
  for (std::size_t link = 0; link < more.parents.size(); ++link) put_behind(rows.parents[link], more.parents[link]);
}

void drop_refused(TableRows& rows, const SetAside& set_aside) {
  if (set_aside.refusals.empty()) return;
  const std::vector<std::uint32_t> left = rows_left(set_aside);
  rows.count = left.size();
  keep(rows.files, left);
  keep(rows.rows, left);
  keep(rows.days, left);
  for (Column& column : rows.columns) keep(column, left);
  for (Parents& parents : rows.parents) keep(parents, left);
}

}  // namespace nilai::engine
