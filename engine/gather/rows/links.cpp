#include "engine/gather/rows/links.hpp"

#include <algorithm>

#include "engine/gather/rows/value_text.hpp"
#include "engine/scan/cell_text.hpp"

namespace nilai::engine {
namespace {

Parents find_parents(const LinkPlan& link, const RowIndex& index, const TableRows& rows) {
  if (link.is_key) return {{}, index.first_places(rows.columns, link.own_columns, rows.size())};
  return index.all_places(rows.columns, link.own_columns, rows.size());
}

}  // namespace

std::vector<std::vector<std::uint32_t>> only_places(const TablePlan& table, const std::vector<const RowIndex*>& indexes,
                                                    const Batch& batch) {
  const auto& links = table.links;
  std::vector<std::vector<std::uint32_t>> places;
  if (!std::all_of(links.begin(), links.end(), [](const LinkPlan& link) { return link.is_key; })) return places;
  for (std::size_t l = 0; l < links.size(); ++l) {
    places.push_back(indexes[l]->first_places(batch.columns, links[l].own_columns, batch.size()));
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
