#include "app/kept/gather_key.hpp"

#include "app/io/sha256.hpp"
#include "app/kept/passes.hpp"

namespace nilai::app {

// Of everything that a request is made of, each part once. Where an instruction comes from says nothing of what it
// does.

void pass(Writer& archive, const engine::Value& value) {
  const auto& [kind, presence, content] = value;
  archive(kind, presence, content);
}

void pass(Writer& archive, const engine::ChoicePlan::Item& item) {
  const auto& [name, label] = item;
  archive(name, label);
}

void pass(Writer& archive, const engine::ChoicePlan& choice) {
  const auto& [name, items, is_ordered] = choice;
  archive(name, items, is_ordered);
}

void pass(Writer& archive, const engine::ColumnPlan& column) {
  const auto& [name, kind, choice, is_optional, reasons, reason_of, max_places, at_least, at_most, is_only_shown] =
      column;
  archive(name, kind, choice, is_optional, reasons, reason_of, max_places, at_least, at_most, is_only_shown);
}

void pass(Writer& archive, const engine::LinkPlan& link) {
  const auto& [parent, own_columns, parent_columns, is_key] = link;
  archive(parent, own_columns, parent_columns, is_key);
}

void pass(Writer& archive, const engine::TablePlan& table) {
  const auto& [name, is_subject, columns, key, links, dated, period, period_unit, period_starting_month] = table;
  archive(name, is_subject, columns, key, links, dated, period, period_unit, period_starting_month);
}

void pass(Writer& archive, const engine::ColumnLoad& load) {
  const auto& [path, column] = load;
  archive(path, column);
}

void pass(Writer& archive, const engine::RoundingSpec& spec) {
  const auto& [direction, places, step] = spec;
  archive(direction, places, step);
}

void pass(Writer& archive, const engine::HandedOn& handed_on) {
  const auto& [from, to, share] = handed_on;
  archive(from, to, share);
}

void pass(Writer& archive, const engine::CountedWeightSpec& spec) {
  const auto& [part, handed_on] = spec;
  archive(part, handed_on);
}

void pass(Writer& archive, const engine::CriteriaSpec& spec) {
  const auto& [statistic, skips_missing] = spec;
  archive(statistic, skips_missing);
}

void pass(Writer& archive, const engine::Window& window) {
  const auto& [kind, count, unit, since] = window;
  archive(kind, count, unit, since);
}

void pass(Writer& archive, const engine::PeersSpec& spec) {
  const auto& [statistic, has_weight, has_level, has_where, skips_missing, common_count, smallest_group] = spec;
  archive(statistic, has_weight, has_level, has_where, skips_missing, common_count, smallest_group);
}

void pass(Writer& archive, const engine::PeriodsSpec& spec) {
  const auto& [statistic, has_weight, has_where, skips_missing, window] = spec;
  archive(statistic, has_weight, has_where, skips_missing, window);
}

void pass(Writer& archive, const engine::Instruction& instruction) {
  const auto& [operation, kind, operands, payload, source] = instruction;
  archive(operation, kind, operands, payload);
}

void pass(Writer& archive, const engine::Program& program) {
  archive(program.instructions);
}

void pass(Writer& archive, const engine::FormulaPlan& formula) {
  const auto& [name, value] = formula;
  archive(name, value);
}

void pass(Writer& archive, const engine::RowPlan& rows) {
  const auto& [program, formulas] = rows;
  archive(program, formulas);
}

void pass(Writer& archive, const engine::AggregatePlan& aggregate) {
  const auto& [kind, result, source, owner, path, window, where, value, weight, level, by, skips_missing, source_id] =
      aggregate;
  archive(kind, result, source, owner, path, window, where, value, weight, level, by, skips_missing);
}

void pass(Writer& archive, const engine::Plan& plan) {
  archive(plan.choices, plan.tables, plan.rows, plan.aggregates, plan.subject, plan.every, plan.starting_month,
          engine::loads_above(plan.judge));
}

void pass(Writer& archive, const engine::ValueFormat& format) {
  const auto& [nulls, date_pattern, decimal_comma, indonesian_flags] = format;
  archive(nulls, date_pattern, decimal_comma, indonesian_flags);
}

void pass(Writer& archive, const engine::ColumnInput& column) {
  const auto& [headers, constant, values] = column;
  archive(headers, constant, values);
}

void pass(Writer& archive, const engine::FileInput& file) {
  archive(file.delimiter, file.encoding, file.format, file.columns);
}

std::string gather_key(const engine::GatherRequest& request) {
  Writer archive;
  archive(std::string("nilai " NILAI_VERSION), state_of("/proc/self/exe"));
  archive(request.plan, request.inputs, request.periods, request.holidays);
  return sha256_of(archive.bytes());
}

}  // namespace nilai::app
