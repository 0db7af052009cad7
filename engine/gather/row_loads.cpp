#include "engine/gather/row_loads.hpp"

#include <algorithm>

#include "engine/gather/rows/placement.hpp"
#include "engine/kernels/content.hpp"

namespace nilai::engine {
namespace {

/// Follows links upward from rows of one table, in one period.
class Ascent {
 public:
  Ascent(const World& world, std::size_t period_index) : world_(world), period_index_(period_index) {}

  /// The rows, within its table, that the rows `at` of `table` belong to by the path; `table` becomes that table.
  void follow(const std::vector<LinkIndex>& path, std::size_t from_step, std::vector<std::uint32_t>& at,
              TableIndex& table) const {
    for (std::size_t step = from_step; step < path.size(); ++step) {
      go_up(world_.tables[table].rows, path[step], table, at);
    }
  }

  void go_up(const TableRows& rows, LinkIndex link, TableIndex& table, std::vector<std::uint32_t>& at) const {
    for (std::uint32_t& row : at) {
      if (row == no_row) continue;
      const auto places = rows.parents[link].of(row);
      row = places.empty() ? no_row : places.front();
    }
    table = world_.plan.tables[table].links[link].parent;
    if (world_.is_subject(table)) rows_of_subjects(at);
  }

 private:
  void rows_of_subjects(std::vector<std::uint32_t>& at) const {
    const auto& rows = world_.subjects.rows_in(period_index_);
    for (std::uint32_t& place : at) place = place == no_row ? no_row : rows[place];
  }

  const World& world_;
  std::size_t period_index_;
};

Column load_column(const World& world, const RowStretch& stretch, std::size_t period_index, const ColumnLoad& load) {
  if (load.path.empty()) return column_of(world, stretch, load.column);
  std::vector<std::uint32_t> at(stretch.size());
  for (std::size_t i = 0; i < at.size(); ++i) at[i] = static_cast<std::uint32_t>(stretch.begin + i);
  TableIndex table = stretch.table;
  const Ascent ascent(world, period_index);
  ascent.go_up(stretch.rows, load.path.front(), table, at);
  ascent.follow(load.path, 1, at, table);
  return world.tables[table].pick(load.column, at);
}

bool reads_changing_subject(const Plan& plan, TableIndex table, const ColumnLoad& load) {
  if (!has_days(plan.tables[plan.subject])) return false;
  for (const LinkIndex link : load.path) {
    table = plan.tables[table].links[link].parent;
    if (table == plan.subject) return true;
  }
  return false;
}

}  // namespace

Column column_of(const World& world, const RowStretch& stretch, ColumnIndex column) {
  const HeldTable& held = world.tables[stretch.table];
  if (held.is_packed()) return held.columns[column].slice(stretch.begin, stretch.end);
  return slice(stretch.rows.columns[column], stretch.begin, stretch.end);
}

Loads row_loads(const World& world, const RowStretch& stretch, std::size_t period_index) {
  Loads loads;
  loads.period = world.periods[period_index];
  loads.working_days = &world.working_days;
  loads.column = [&world, &stretch, period_index](const ColumnLoad& load) {
    return load_column(world, stretch, period_index, load);
  };
  loads.aggregate = [&stretch, period_index](AggregateIndex aggregate) {
    const std::size_t first = stretch.finished->first_row;
    return slice(stretch.finished->values[aggregate][period_index], stretch.begin - first, stretch.end - first);
  };
  return loads;
}

Column subject_load(const World& world, const ColumnLoad& load, std::size_t period_index) {
  std::vector<std::uint32_t> at = world.subjects.rows_in(period_index);
  TableIndex table = world.plan.subject;
  Ascent(world, period_index).follow(load.path, 0, at, table);
  return world.tables[table].pick(load.column, at);
}

bool depends_on_period(const Plan& plan, TableIndex table) {
  const auto& instructions = plan.rows[table].program.instructions;
  return std::any_of(instructions.begin(), instructions.end(), [&](const Instruction& instruction) {
    const auto* load = std::get_if<ColumnLoad>(&instruction.payload);
    return instruction.operation == Operation::aggregate || instruction.operation == Operation::period_start ||
           instruction.operation == Operation::period_end || instruction.operation == Operation::in_force ||
           (load != nullptr && reads_changing_subject(plan, table, *load));
  });
}

}  // namespace nilai::engine
