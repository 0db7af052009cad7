#include <algorithm>
#include <deque>
#include <utility>

#include "grammar/text/nearest.hpp"
#include "rules/resolve/resolve.hpp"

namespace nilai::rules {

namespace {

/// More ways than anyone reads; a schema made to have millions of them must not be walked to its end.
constexpr std::size_t max_paths = 4;

void extend(const Model& model, TableIndex at, TableIndex to, Path& path, std::vector<Path>& found) {
  if (at == to && !path.empty()) {
    found.push_back(path);
    return;
  }
  const auto& links = model.tables[at].links;
  for (LinkIndex i = 0; i < links.size() && found.size() < max_paths; ++i) {
    if (!path_up(model, links[i].parent, to)) continue;  // every step taken leads to a way
    path.push_back(i);
    extend(model, links[i].parent, to, path, found);
    path.pop_back();
  }
}

}  // namespace

std::optional<Path> path_up(const Model& model, TableIndex from, TableIndex to) {
  std::vector<bool> seen(model.tables.size(), false);
  std::deque<std::pair<TableIndex, Path>> open = {{from, {}}};
  while (!open.empty()) {
    const auto [at, path] = open.front();
    open.pop_front();
    if (at == to) return path;
    if (seen[at]) continue;
    seen[at] = true;
    const auto& links = model.tables[at].links;
    for (LinkIndex i = 0; i < links.size(); ++i) {
      Path longer = path;
      longer.push_back(i);
      open.emplace_back(links[i].parent, std::move(longer));
    }
  }
  return std::nullopt;
}

std::vector<Path> all_paths_up(const Model& model, TableIndex from, TableIndex to) {
  std::vector<Path> found;
  Path path;
  extend(model, from, to, path, found);
  return found;
}

std::string path_text(const Model& model, TableIndex from, const Path& path) {
  std::string text = model.tables[from].name;
  TableIndex at = from;
  for (const LinkIndex link : path) {
    at = model.tables[at].links[link].parent;
    text += " → " + model.tables[at].name;
  }
  return text;
}

std::vector<ColumnReference> nearest_columns(const Model& model, const std::string& name, TableIndex at_hand) {
  std::vector<bool> seen(model.tables.size(), false);
  std::vector<ColumnReference> nearest = {{at_hand, {}, at_hand, 0}};
  while (!nearest.empty()) {
    std::vector<ColumnReference> found, farther;
    for (const ColumnReference& row : nearest) {
      if (seen[row.table]) continue;
      seen[row.table] = true;
      if (const auto column = model.tables[row.table].find(name)) {
        found.push_back({at_hand, row.path, row.table, *column});
      }
      const auto& links = model.tables[row.table].links;
      for (LinkIndex i = 0; i < links.size(); ++i) {
        ColumnReference above{at_hand, row.path, links[i].parent, 0};
        above.path.push_back(i);
        farther.push_back(std::move(above));
      }
    }
    if (!found.empty()) return found;
    nearest = std::move(farther);
  }
  return {};
}

std::optional<TableIndex> find_table(const Model& model, const std::string& name) {
  const auto found =
      std::find_if(model.tables.begin(), model.tables.end(), [&](const auto& t) { return t.name == name; });
  if (found == model.tables.end()) return std::nullopt;
  return static_cast<TableIndex>(found - model.tables.begin());
}

void offer_nearest(text::Diagnostic& diagnostic, const syntax::Name& name, const std::vector<std::string>& candidates) {
  const auto near = text::nearest(name.text, candidates);
  if (near) diagnostic.fixes.push_back({{text::Phrase::did_you_mean, {*near}}, name.span, *near});
}

}  // namespace nilai::rules
