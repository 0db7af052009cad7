#include "rules/tests/test_world.hpp"

#include <algorithm>

#include "engine/evaluated_periods.hpp"
#include "engine/gather/rows/value_text.hpp"
#include "engine/gather/windows.hpp"

namespace nilai::rules {

namespace {

using engine::ColumnIndex;
using engine::Period;
using engine::TableIndex;
using engine::TablePlan;
using engine::Value;

using Row = std::vector<Value>;

bool holds_in(const FixedValue& fixed, const Period& period, const Period& of_test) {
  if (!fixed.window) return period == of_test;
  return engine::RowDays::of(period).lie_in(engine::days_of(*fixed.window, of_test));
}

class WorldMaker {
 public:
  WorldMaker(const engine::Plan& plan, const TestPlan& test)
      : plan_(plan), test_(test), batches_(plan.tables.size()), latest_(plan.tables.size()), keys_(plan.tables.size()) {
    world_.group_of.resize(plan.tables.size());
    if (test.period) world_.periods = engine::evaluated_periods(plan, *test.period);
    for (TableIndex table = 0; table < plan.tables.size(); ++table) {
      for (const engine::ColumnPlan& column : plan.tables[table].columns) {
        batches_[table].columns.push_back(engine::Column::of(column.kind, 0));
      }
    }
  }

  TestWorld make() {
    for (std::size_t group = 0; group < test_.groups.size(); ++group) {
      if (test_.groups[group].under) continue;  // made with the rows that they belong to
      // What `given` says is of the one evaluated, however many others came before.
      if (!test_.groups[group].is_inside && !evaluated_.empty()) latest_[plan_.subject] = evaluated_;
      test_.groups[group].is_evaluated ? make_evaluated(group) : make_rows(group);
    }
    const TablePlan& table = plan_.tables[plan_.subject];
    for (const ColumnIndex column : table.key) {
      const auto value = engine::Column::constant(evaluated_[column]);
      world_.key.push_back(engine::value_text(value, 0, table.columns[column], plan_.choices));
    }
    for (engine::Batch& batch : batches_) {
      engine::FileInput input;
      input.rows = std::make_shared<const engine::Batch>(std::move(batch));
      world_.inputs.push_back({std::move(input)});
    }
    return std::move(world_);
  }

 private:
  void make_rows(std::size_t group) {
    const RowGroup& rows = test_.groups[group];
    for (std::uint32_t i = 0; i < rows.count; ++i) {
      if (rows.table) add(group, row_of(rows, test_.period));
      for (std::size_t inner = group + 1; inner < test_.groups.size(); ++inner) {
        if (test_.groups[inner].under == group) make_rows(inner);
      }
    }
  }

  // --- the one evaluated ------------------------------------------------------------------------------------------

  void make_evaluated(std::size_t group) {
    const RowGroup& rows = test_.groups[group];
    const TablePlan& table = plan_.tables[plan_.subject];
    const auto time = table.period ? table.period : table.dated;
    if (!time || !test_.period || rows.stated[*time]) return add_evaluated(group, row_of(rows, test_.period));
    for (const Period& period : world_.periods) {
      const bool is_wanted =
          period == *test_.period || std::any_of(test_.fixed.begin(), test_.fixed.end(), [&](const FixedValue& fixed) {
            return holds_in(fixed, period, *test_.period);
          });
      if (is_wanted && !is_stated(period, *time)) add_evaluated(group, row_of(rows, period));
    }
  }

  void add_evaluated(std::size_t group, Row row) {
    const TablePlan& table = plan_.tables[plan_.subject];
    if (evaluated_.empty()) {
      evaluated_ = row;
    } else {
      for (const ColumnIndex column : table.key) {
        if (column != table.period && column != table.dated) row[column] = evaluated_[column];
      }
    }
    add(group, std::move(row));
  }

  /// Whether the test itself says what the one evaluated is like in that period.
  [[nodiscard]] bool is_stated(const Period& period, ColumnIndex time) const {
    return std::any_of(test_.groups.begin(), test_.groups.end(), [&](const RowGroup& group) {
      if (!group.is_evaluated || !group.stated[time] || !group.stated[time]->is_present()) return false;
      const Value& value = *group.stated[time];
      return value.kind == Kind::date ? period.contains(value.date()) : period.name() == value.text();
    });
  }

  // --- a row ------------------------------------------------------------------------------------------------------

  Row row_of(const RowGroup& group, const std::optional<Period>& period) {
    const TablePlan& table = plan_.tables[*group.table];
    std::vector<std::optional<Value>> values = group.stated;
    for (const engine::LinkPlan& link : table.links) {
      for (std::size_t i = 0; i < link.own_columns.size(); ++i) {
        std::optional<Value>& own = values[link.own_columns[i]];
        if (!own && !latest_[link.parent].empty()) own = latest_[link.parent][link.parent_columns[i]];
      }
    }
    if (period && table.dated && !values[*table.dated]) values[*table.dated] = Value::of(period->start());
    if (period && table.period && !values[*table.period]) values[*table.period] = Value::of(period->name());
    for (const ColumnIndex column : table.key) {
      if (!values[column]) values[column] = next_key(*group.table, table.columns[column].kind);
    }
    Row row;
    for (ColumnIndex column = 0; column < values.size(); ++column) {
      row.push_back(std::move(values[column]).value_or(Value::missing(table.columns[column].kind)));
    }
    return row;
  }

  Value next_key(TableIndex table, Kind kind) {
    const std::int64_t number = ++keys_[table];
    return kind == Kind::number ? Value::of(Number(number)) : Value::of(std::to_string(number));
  }

  void add(std::size_t group, Row row) {
    const TableIndex table = *test_.groups[group].table;
    engine::Batch& batch = batches_[table];
    for (ColumnIndex column = 0; column < row.size(); ++column) batch.columns[column].push(row[column]);
    batch.rows.push_back(batch.rows.size() + 1);
    world_.group_of[table].push_back(group);
    latest_[table] = std::move(row);
  }

  const engine::Plan& plan_;
  const TestPlan& test_;
  std::vector<engine::Batch> batches_;  ///< per table
  std::vector<Row> latest_;             ///< per table: the row made last; empty: none
  std::vector<std::int64_t> keys_;      ///< per table: the number given last
  Row evaluated_;
  TestWorld world_;
};

}  // namespace

TestWorld make_world(const engine::Plan& plan, const TestPlan& test) {
  return WorldMaker(plan, test).make();
}

std::vector<engine::Override> overrides_of(const TestPlan& test, const std::vector<Period>& periods,
                                           std::size_t subject) {
  std::vector<engine::Override> overrides;
  for (const FixedValue& fixed : test.fixed) {
    const engine::Column column = engine::Column::constant(fixed.value);
    if (periods.empty()) overrides.push_back({fixed.slot, column, subject, 0});
    for (std::size_t p = 0; p < periods.size(); ++p) {
      if (!holds_in(fixed, periods[p], *test.period)) continue;
      overrides.push_back({fixed.slot, column, subject, periods.size() - 1 - p});
    }
  }
  return overrides;
}

}  // namespace nilai::rules
