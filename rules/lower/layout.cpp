#include "rules/lower/layout.hpp"

#include <algorithm>
#include <iterator>

#include "rules/order.hpp"

namespace nilai::rules {

namespace {

template <class Set, class Element>
std::uint32_t rank_in(const Set& set, const Element& element) {
  return static_cast<std::uint32_t>(std::distance(set.begin(), set.find(element)));
}

}  // namespace

engine::ColumnPlan column_plan(const Column& column) {
  engine::ColumnPlan plan;
  plan.name = column.name;
  plan.kind = column.type.kind;
  plan.choice = column.type.choice;
  plan.is_optional = column.is_optional;
  plan.reasons = column.reasons;
  if (column.type.kind == Kind::number) {
    plan.max_places = column.type.is_whole ? std::optional(0) : column.type.places;
  }
  plan.at_least = column.type.at_least;
  plan.at_most = column.type.at_most;
  return plan;
}

namespace {

/// The reasons why cells of a column, which stands at `place`, are empty.
engine::ColumnPlan reason_plan(const Column& column, ColumnIndex place) {
  engine::ColumnPlan plan;
  plan.name = column.name;
  plan.kind = Kind::choice;
  plan.choice = *column.reasons;
  plan.reason_of = place;
  return plan;
}

}  // namespace

Layout::Layout(const Model& model) : model_(model) {
  need_table(model.subject);
  std::vector<Definition> roots;
  for (std::uint32_t i = 0; i < model.measures.size(); ++i) roots.push_back({Definition::Kind::measure, i, 0});
  for (std::uint32_t i = 0; i < model.criteria.size(); ++i) roots.push_back({Definition::Kind::criterion, i, 0});
  for (std::uint32_t i = 0; i < model.scores.size(); ++i) roots.push_back({Definition::Kind::score, i, 0});
  if (!model.decisions.empty()) roots.push_back({Definition::Kind::decide, 0, 0});
  for (const Definition& root : roots) {
    for (const ExpressionId id : expressions_of(model, root)) need_expression(id);
  }
  for (const auto& [table, columns] : columns_) order_from(table);
}

void Layout::need_table(TableIndex index) {
  if (columns_.count(index) != 0) return;
  const Table& table = model_.tables[index];
  columns_[index] = {table.key.begin(), table.key.end()};
  links_[index] = {};
  if (table.dated) columns_[index].insert(*table.dated);
  if (table.period) columns_[index].insert(*table.period);
  // Formulas are worked out for every row that is read: people ask to see them.
  for (const Column& column : table.columns) need_expression(column.formula);
}

void Layout::need_column(TableIndex table, ColumnIndex column) {
  need_table(table);
  const Column& needed = model_.tables[table].columns[column];
  if (needed.formula.is_none()) columns_[table].insert(column);
}

void Layout::need_path(TableIndex from, const std::vector<LinkIndex>& path) {
  TableIndex at = from;
  for (const LinkIndex index : path) {
    const Link& link = model_.tables[at].links[index];
    need_table(at);
    links_[at].insert(index);
    for (const ColumnIndex own : link.own_columns) need_column(at, own);
    for (const ColumnIndex above : link.parent_columns) need_column(link.parent, above);
    at = link.parent;
  }
}

void Layout::need_reference(const ColumnReference& column) {
  need_path(column.at_hand, column.path);
  need_column(column.table, column.column);
  need_expression(model_.column(column).formula);
}

void Layout::need_expression(ExpressionId id) {
  if (id.is_none() || !seen_.insert(id).second) return;
  if (const auto* column = std::get_if<ColumnReference>(&model_.reference(id))) need_reference(*column);
  for (const ColumnReference& common : model_.in_same(id)) need_reference(common);
  if (const auto& aggregate = model_.aggregate(id)) {
    need_table(aggregate->source);
    need_path(aggregate->source, aggregate->path);
    for (const ColumnIndex by : aggregate->by) need_column(aggregate->source, by);
  }
  for (const ExpressionId child : children(*model_.book, id)) need_expression(child);
}

void Layout::order_from(TableIndex table) {
  if (plan_table_.count(table) != 0) return;
  for (const LinkIndex link : links_[table]) order_from(model_.tables[table].links[link].parent);
  plan_table_[table] = static_cast<TableIndex>(tables_.size());
  tables_.push_back(table);
}

ColumnIndex Layout::column(TableIndex table, ColumnIndex in_model) const {
  return rank_in(columns_.at(table), in_model);
}

ColumnIndex Layout::reason(TableIndex table, ColumnIndex in_model) const {
  const std::vector<ColumnIndex> explained = explained_columns(table);
  const auto place = std::find(explained.begin(), explained.end(), in_model) - explained.begin();
  return static_cast<ColumnIndex>(columns_.at(table).size() + static_cast<std::size_t>(place));
}

std::vector<ColumnIndex> Layout::explained_columns(TableIndex table) const {
  std::vector<ColumnIndex> explained;
  for (const ColumnIndex c : columns_.at(table)) {
    if (model_.tables[table].columns[c].reasons) explained.push_back(c);
  }
  return explained;
}

LinkIndex Layout::link(TableIndex table, LinkIndex in_model) const {
  return rank_in(links_.at(table), in_model);
}

std::vector<engine::TablePlan> Layout::table_plans() const {
  std::vector<engine::TablePlan> plans;
  for (const TableIndex index : tables_) {
    const Table& table = model_.tables[index];
    engine::TablePlan plan;
    plan.name = table.name;
    plan.is_subject = index == model_.subject;
    for (const ColumnIndex c : columns_.at(index)) plan.columns.push_back(column_plan(table.columns[c]));
    for (const ColumnIndex c : explained_columns(index)) {
      plan.columns.push_back(reason_plan(table.columns[c], column(index, c)));
    }
    for (const ColumnIndex c : table.key) plan.key.push_back(column(index, c));
    if (table.dated) plan.dated = column(index, *table.dated);
    if (table.period) plan.period = column(index, *table.period);
    plan.period_unit = model_.every.value_or(engine::PeriodUnit::quarter);
    plan.period_starting_month = static_cast<std::uint8_t>(model_.book->evaluates->starting_month);
    for (const LinkIndex l : links_.at(index)) {
      const Link& link = table.links[l];
      engine::LinkPlan link_plan;
      link_plan.parent = plan_table_.at(link.parent);
      link_plan.is_key = link.is_key;
      for (const ColumnIndex c : link.own_columns) link_plan.own_columns.push_back(column(index, c));
      for (const ColumnIndex c : link.parent_columns) link_plan.parent_columns.push_back(column(link.parent, c));
      plan.links.push_back(std::move(link_plan));
    }
    plans.push_back(std::move(plan));
  }
  return plans;
}

}  // namespace nilai::rules
