#pragma once

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "engine/gather/gather.hpp"
#include "support/text_source.hpp"

/// Plans and records that fit on a screen, for the tests of gather.
namespace nilai::engine {

inline ColumnPlan column_of(std::string name, Kind kind, bool is_optional = false) {
  ColumnPlan column;
  column.name = std::move(name);
  column.kind = kind;
  column.is_optional = is_optional;
  return column;
}

inline TablePlan table_of(std::string name, std::vector<ColumnPlan> columns, std::vector<ColumnIndex> key = {}) {
  TablePlan table;
  table.name = std::move(name);
  table.columns = std::move(columns);
  table.key = std::move(key);
  return table;
}

inline LinkPlan link_to(TableIndex parent, std::vector<ColumnIndex> own, std::vector<ColumnIndex> above,
                        bool is_key = true) {
  return {parent, std::move(own), std::move(above), is_key};
}

inline Slot emit(Program& program, Operation operation, Kind kind, std::vector<Slot> operands, Payload payload = {}) {
  program.instructions.push_back({operation, kind, std::move(operands), std::move(payload), 0});
  return static_cast<Slot>(program.instructions.size() - 1);
}

inline Slot load(Program& program, Kind kind, ColumnIndex column, std::vector<LinkIndex> path = {}) {
  return emit(program, Operation::column, kind, {}, ColumnLoad{std::move(path), column});
}

inline Slot constant(Program& program, const Value& value) {
  return emit(program, Operation::constant, value.kind, {}, value);
}

/// The files of every table, as texts.
using Texts = std::vector<std::vector<std::string>>;

inline TableInputs inputs_of(const Plan& plan, const Texts& texts) {
  TableInputs inputs(plan.tables.size());
  for (std::size_t t = 0; t < texts.size(); ++t) {
    for (const std::string& text : texts[t]) {
      FileInput& file = inputs[t].emplace_back();
      file.name = plan.tables[t].name;
      file.open = tests::open_text(text);
      for (const ColumnPlan& column : plan.tables[t].columns) file.columns.emplace_back().headers = {column.name};
    }
  }
  return inputs;
}

inline Period quarter(const char* name) {
  return *Period::parse(name, PeriodUnit::quarter);
}

inline Date day(const char* iso) {
  return *Date::parse_iso(iso);
}

/// companion <- household <- visit, and companion <- visit: the tables that most tests start from.
namespace visits {

inline constexpr TableIndex companion = 0, household = 1, visit = 2;

// Columns of `visit`.
inline constexpr ColumnIndex visited_on = 2, verified = 3, minutes = 4;

// Slots of the visit's program.
inline constexpr Slot is_verified = 0, minutes_spent = 1;

// Links of `visit`.
inline constexpr LinkIndex to_companion = 0, to_household = 1;

inline constexpr const char* companion_header = "companion_id\n";
inline constexpr const char* household_header = "household_id,companion_id\n";
inline constexpr const char* visit_header = "companion_id,household_id,visited_on,verified,minutes\n";

/// No aggregates yet; each companion is evaluated every quarter.
inline Plan plan() {
  Plan plan;
  plan.tables = {
      table_of("companion", {column_of("companion_id", Kind::text)}, {0}),
      table_of("household", {column_of("household_id", Kind::text), column_of("companion_id", Kind::text)}, {0}),
      table_of("visit", {column_of("companion_id", Kind::text), column_of("household_id", Kind::text),
                         column_of("visited_on", Kind::date), column_of("verified", Kind::flag),
                         column_of("minutes", Kind::number, true)})};
  plan.tables[companion].is_subject = true;
  plan.tables[household].links = {link_to(companion, {1}, {0})};
  plan.tables[visit].links = {link_to(companion, {0}, {0}), link_to(household, {1}, {0})};
  plan.tables[visit].dated = visited_on;
  plan.rows.resize(3);
  load(plan.rows[visit].program, Kind::flag, verified);
  load(plan.rows[visit].program, Kind::number, minutes);
  plan.every = PeriodUnit::quarter;
  return plan;
}

/// An aggregate of the companion's over its visits.
inline AggregatePlan of_visits(AggregateKind kind, Kind result) {
  AggregatePlan aggregate;
  aggregate.kind = kind;
  aggregate.result = result;
  aggregate.source = visit;
  aggregate.owner = companion;
  aggregate.path = {to_companion};
  return aggregate;
}

}  // namespace visits
}  // namespace nilai::engine
