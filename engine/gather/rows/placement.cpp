#include "engine/gather/rows/placement.hpp"

#include <string>
#include <unordered_map>

#include "engine/scan/cell_text.hpp"

namespace nilai::engine {
namespace {

/// Reads the names of periods; each is understood once, since few occur in a file.
class PeriodNames {
 public:
  explicit PeriodNames(const TablePlan& table) : table_(table) {}

  const std::optional<RowDays>& days_of(const std::string& name) {
    const auto [entry, is_new] = known_.try_emplace(name);
    if (is_new) {
      const auto period = Period::parse(name, table_.period_unit, table_.period_starting_month);
      if (period) entry->second = RowDays::of(*period);
    }
    return entry->second;
  }

 private:
  const TablePlan& table_;
  std::unordered_map<std::string, std::optional<RowDays>> known_;
};

void place_by_period(const TablePlan& table, TableRows& rows, SetAside& set_aside) {
  PeriodNames names(table);
  const Column& column = rows.columns[*table.period];
  for (std::size_t row = 0; row < rows.size(); ++row) {
    if (!column.is_present(row)) continue;
    if (const auto& days = names.days_of(column.text(row))) {
      rows.days[row] = *days;
    } else {
      set_aside.refuse(rows, row, RefusalKind::not_a_period, table.columns[*table.period].name,
                       excerpt(column.text(row)));
    }
  }
}

void place_by_date(const Plan& plan, const TablePlan& table, TableRows& rows) {
  const Column& column = rows.columns[*table.dated];
  const bool is_whole_period = table.is_subject && plan.every;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    if (!column.is_present(row)) continue;
    const Date date{column.code(row)};
    rows.days[row] =
        is_whole_period ? RowDays::of(Period::containing(date, *plan.every, plan.starting_month)) : RowDays::of(date);
  }
}

}  // namespace

SetAside place_rows(const Plan& plan, TableIndex table_index, TableRows& rows) {
  const TablePlan& table = plan.tables[table_index];
  SetAside set_aside(rows.size());
  if (has_days(table)) rows.days.assign(rows.size(), RowDays::never());
  if (table.period) {
    place_by_period(table, rows, set_aside);
  } else if (table.dated) {
    place_by_date(plan, table, rows);
  }
  return set_aside;
}

}  // namespace nilai::engine
