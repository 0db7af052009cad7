#include "engine/gather/rows_read.hpp"

#include <algorithm>

namespace nilai::engine {
namespace {

/// Marks the columns of `wanted` that a program for rows of `table` loads.
void mark_loaded(const Plan& plan, const Program& program, TableIndex table, TableIndex wanted,
                 std::vector<bool>& is_read) {
  for (const Instruction& instruction : program.instructions) {
    const auto* load = std::get_if<ColumnLoad>(&instruction.payload);
    if (load == nullptr) continue;
    TableIndex end = table;
    for (const LinkIndex link : load->path) end = plan.tables[end].links[link].parent;
    if (end == wanted) is_read[load->column] = true;
  }
}

}  // namespace

std::vector<bool> columns_read(const Plan& plan, TableIndex table) {
  std::vector<bool> is_read(plan.tables[table].columns.size());
  for (TableIndex from = 0; from < plan.tables.size(); ++from) {
    mark_loaded(plan, plan.rows[from].program, from, table, is_read);
  }
  mark_loaded(plan, plan.judge, plan.subject, table, is_read);
  for (const AggregatePlan& aggregate : plan.aggregates) {
    if (aggregate.source != table) continue;
    for (const ColumnIndex column : aggregate.by) is_read[column] = true;
  }
  return is_read;
}

std::vector<bool> columns_looked_up(const Plan& plan, TableIndex table) {
  std::vector<bool> is_looked_up(plan.tables[table].columns.size());
  for (const TablePlan& other : plan.tables) {
    for (const LinkPlan& link : other.links) {
      if (link.parent != table) continue;
      for (const ColumnIndex column : link.parent_columns) is_looked_up[column] = true;
    }
  }
  return is_looked_up;
}

bool tells_origins(const Plan& plan, TableIndex table) {
  return std::any_of(plan.aggregates.begin(), plan.aggregates.end(), [table](const AggregatePlan& aggregate) {
    const bool may_clash = aggregate.kind == AggregateKind::only || aggregate.kind == AggregateKind::first ||
                           aggregate.kind == AggregateKind::latest;
    return aggregate.source == table && may_clash;
  });
}

}  // namespace nilai::engine
