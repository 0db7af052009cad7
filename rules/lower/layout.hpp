#pragma once

#include <map>
#include <optional>
#include <set>
#include <vector>

#include "engine/plan.hpp"
#include "rules/model.hpp"

namespace nilai::rules {

/// A column as the engine reads it.
engine::ColumnPlan column_plan(const Column& column);

/// Which tables, columns and links a rulebook really reads, and where they stand in the plan: nothing else is looked
/// at in the data.
class Layout {
 public:
  explicit Layout(const Model& model);

  /// The tables of the plan, parents before their children, with columns, keys and links; no programs yet.
  [[nodiscard]] std::vector<engine::TablePlan> table_plans() const;

  [[nodiscard]] const std::vector<TableIndex>& tables() const { return tables_; }  ///< of the model, in plan order
  [[nodiscard]] TableIndex table(TableIndex in_model) const { return plan_table_.at(in_model); }
  [[nodiscard]] ColumnIndex column(TableIndex table, ColumnIndex in_model) const;

  /// Where the reasons stand why cells of a column are empty. Requires: the column has reasons.
  [[nodiscard]] ColumnIndex reason(TableIndex table, ColumnIndex in_model) const;
  [[nodiscard]] LinkIndex link(TableIndex table, LinkIndex in_model) const;

 private:
  void need_table(TableIndex index);
  void need_column(TableIndex table, ColumnIndex column);
  void need_path(TableIndex from, const std::vector<LinkIndex>& path);
  void need_reference(const ColumnReference& column);
  void need_expression(ExpressionId id);
  [[nodiscard]] std::vector<ColumnIndex> explained_columns(TableIndex table) const;
  void order_from(TableIndex table);

  const Model& model_;
  std::map<TableIndex, std::set<ColumnIndex>> columns_;  ///< of the model, per table needed
  std::map<TableIndex, std::set<LinkIndex>> links_;
  std::set<ExpressionId> seen_;
  std::vector<TableIndex> tables_;
  std::map<TableIndex, TableIndex> plan_table_;
};

}  // namespace nilai::rules
