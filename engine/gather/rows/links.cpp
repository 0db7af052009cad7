#include "engine/gather/rows/links.hpp"

#include <algorithm>
#include <utility>

#include "engine/gather/rows/value_text.hpp"
#include "engine/scan/cell_text.hpp"

namespace nilai::engine {
namespace {

/// The one parent of each row by a link to a key, or `no_row`.
std::vector<std::uint32_t> only_parents(const LinkPlan& link, const RowIndex& index, const std::vector<Column>& columns,
                                        std::size_t row_count) {
  KeyReader reader(columns, link.own_columns);
  std::vector<std::uint32_t> found(row_count);
  for (std::size_t row = 0; row < row_count; ++row) {
    const auto places = index.find(reader.at(row));
    found[row] = places.empty() ? no_row : places.front();
  }
  return found;
}

Parents find_parents(const LinkPlan& link, const RowIndex& index, const TableRows& rows) {
  if (link.is_key) return {{}, only_parents(link, index, rows.columns, rows.size())};
  KeyReader reader(rows.columns, link.own_columns);
  Parents parents;
  parents.starts.push_back(0);
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const auto places = index.find(reader.at(row));
    parents.places.insert(parents.places.end(), places.begin(), places.end());
    parents.starts.push_back(static_cast<std::uint32_t>(parents.places.size()));
  }
  return parents;
}

}  // namespace

RowIndex::RowIndex(const TableRows& rows, const std::vector<ColumnIndex>& key,
                   const std::vector<std::uint32_t>& places) {
  KeyReader reader(rows.columns, key);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> found;  // number of the key, place
  found.reserve(rows.size());
  for (std::size_t row = 0; row < rows.size(); ++row) found.emplace_back(keys_.add(reader.at(row)), places[row]);
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());

  places_.reserve(found.size());
  if (found.size() == keys_.size()) {
    for (const auto& [key_number, place] : found) places_.push_back(place);
    return;
  }
  starts_.reserve(keys_.size() + 1);
  for (const auto& [key_number, place] : found) {
    if (starts_.size() == key_number) starts_.push_back(static_cast<std::uint32_t>(places_.size()));
    places_.push_back(place);
  }
  starts_.push_back(static_cast<std::uint32_t>(places_.size()));
}

std::span<const std::uint32_t> RowIndex::find(std::string_view key) const {
  const std::uint32_t number = keys_.find(key);
  if (number == no_row) return {};
  if (starts_.empty()) return {&places_[number], 1};
  return {places_.data() + starts_[number], places_.data() + starts_[number + 1]};
}

std::vector<std::vector<std::uint32_t>> only_places(const TablePlan& table, const std::vector<const RowIndex*>& indexes,
                                                    const Batch& batch) {
  const auto& links = table.links;
  std::vector<std::vector<std::uint32_t>> places;
  if (!std::all_of(links.begin(), links.end(), [](const LinkPlan& link) { return link.is_key; })) return places;
  for (std::size_t l = 0; l < links.size(); ++l) {
    places.push_back(only_parents(links[l], *indexes[l], batch.columns, batch.size()));
  }
  return places;
}

SetAside resolve_links(const TablePlan& table, const std::vector<ChoicePlan>& choices,
                       const std::vector<const RowIndex*>& indexes, TableRows& rows) {
  SetAside set_aside(rows.size());
  const bool are_found = rows.parents.size() == table.links.size();
  for (std::size_t l = 0; l < table.links.size(); ++l) {
    const LinkPlan& link = table.links[l];
    if (!are_found) rows.parents.push_back(find_parents(link, *indexes[l], rows));
    for (std::size_t row = 0; row < rows.size(); ++row) {
      if (set_aside.is_refused[row] || !rows.parents[l].of(row).empty()) continue;
      set_aside.refuse(rows, row, RefusalKind::orphan, table.columns[link.own_columns.front()].name,
                       excerpt(values_text(rows, row, link.own_columns, table, choices, ", ")));
    }
  }
  return set_aside;
}

}  // namespace nilai::engine
