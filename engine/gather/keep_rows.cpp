#include "engine/gather/keep_rows.hpp"

#include <utility>

#include "engine/kernels/content.hpp"
#include "engine/kernels/evaluate.hpp"

namespace nilai::engine {
namespace {

std::vector<std::uint32_t> rows_of_last_period(const World& world, const TableRows& rows) {
  const DayRange days = days_of(Window{}, world.periods.back());
  std::vector<std::uint32_t> kept;
  for (std::uint32_t row = 0; row < rows.size(); ++row) {
    const bool is_in_period = rows.days_of(row).lie_in(days) || !world.periods.back();
    if (is_in_period) kept.push_back(row);
  }
  return kept;
}

/// Every row of a column that may be one value for all.
Column spread(const Column& column, std::size_t rows) {
  if (!column.is_constant) return column;
  return pick(column, std::vector<std::uint32_t>(rows, 0));
}

}  // namespace

KeptRows keep_rows(const World& world, TableIndex table, const FinishedAggregates& finished) {
  const TableRows& rows = world.tables[table].rows;
  const std::vector<std::uint32_t> kept_rows = rows_of_last_period(world, rows);
  KeptRows kept;
  for (const std::uint32_t row : kept_rows) {
    kept.files.push_back(rows.files[row]);
    kept.rows.push_back(rows.rows[row]);
  }
  for (const Column& column : rows.columns) kept.columns.push_back(pick(column, kept_rows));

  const RowPlan& plan = world.plan.rows[table];
  if (plan.formulas.empty()) return kept;
  const RowStretch all{table, rows, 0, rows.size(), &finished};
  const std::vector<Column> slots = evaluate(plan.program, row_loads(world, all, world.periods.size() - 1));
  for (const FormulaPlan& formula : plan.formulas) {
    kept.formulas.push_back(pick(spread(slots[formula.value], rows.size()), kept_rows));
  }
  return kept;
}

}  // namespace nilai::engine
