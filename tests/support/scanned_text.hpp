#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/scan/careful_rows.hpp"
#include "engine/scan/plain_rows.hpp"
#include "engine/scan/table_scan.hpp"

namespace nilai::tests {

/// A table with a column of each kind, so that every way to read a cell is met.
inline engine::TablePlan table_of_every_kind(bool is_subject) {
  using engine::Kind;
  engine::TablePlan table;
  table.name = "visit";
  table.is_subject = is_subject;
  const auto add = [&table](const char* name, Kind kind) -> engine::ColumnPlan& {
    table.columns.emplace_back().name = name;
    table.columns.back().kind = kind;
    return table.columns.back();
  };
  add("id", Kind::text);
  engine::ColumnPlan& number = add("number", Kind::number);
  number.max_places = 2;
  number.at_least = engine::Number(0);
  add("flag", Kind::flag).is_optional = true;
  add("day", Kind::date);
  add("stage", Kind::choice);
  table.key = {0};
  return table;
}

/// The same, with a reason why it may be empty for each column but the key.
inline engine::TablePlan with_reasons(engine::TablePlan table) {
  const std::size_t count = table.columns.size();
  for (engine::ColumnIndex column = 1; column < count; ++column) {
    table.columns[column].reasons = 1;
    engine::ColumnPlan& reason = table.columns.emplace_back();
    reason.name = table.columns[column].name;
    reason.kind = engine::Kind::choice;
    reason.choice = 1;
    reason.reason_of = column;
  }
  return table;
}

inline const std::vector<engine::ChoicePlan>& stages() {
  static const std::vector<engine::ChoicePlan> choices = {
      {"stage", {{"reported", "Dilaporkan"}, {"convicted", ""}}, false},
      {"why", {{"lost", "12"}, {"refused", "-"}, {"too_small", "x"}, {"late", "2024-02-29"}, {"odd", "12.5"}}, false}};
  return choices;
}

/// The columns of `table` under their own names.
inline engine::FileInput input_of(const engine::TablePlan& table) {
  engine::FileInput input;
  input.name = table.name + ".csv";
  for (const engine::ColumnPlan& column : table.columns) input.columns.push_back({{column.name}, {}, {}});
  return input;
}

/// A file whose columns are those of the table, in its order, but for those of reasons.
inline engine::FileLayout layout_of(const engine::TablePlan& table, engine::Dialect dialect) {
  engine::FileLayout layout{dialect, 0, {}};
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    layout.positions.emplace_back(table.columns[column].reason_of.value_or(static_cast<engine::ColumnIndex>(column)));
    if (!table.columns[column].reason_of) ++layout.field_count;
  }
  return layout;
}

/// Whether both hold the same rows, in batches of any size.
inline bool same_rows(const engine::ScannedRows& a, const engine::ScannedRows& b) {
  const auto rows_of = [](const engine::ScannedRows& scanned) {
    std::vector<std::pair<std::uint64_t, std::vector<engine::Value>>> rows;
    for (const engine::Batch& batch : scanned.batches) {
      for (std::size_t i = 0; i < batch.size(); ++i) {
        auto& [row, values] = rows.emplace_back(batch.rows[i], std::vector<engine::Value>());
        for (const engine::Column& column : batch.columns) values.push_back(column.value(i));
      }
    }
    return rows;
  };
  return a.row_count == b.row_count && a.refusals == b.refusals && rows_of(a) == rows_of(b);
}

/// Reads the records of `text` both ways: false where the fast way takes them and gives anything else. Requires: no
/// record of it was begun before.
inline bool ways_agree(const std::string& text, const engine::TablePlan& table, const engine::FileInput& input,
                       engine::Dialect dialect, bool& was_plain) {
  const engine::FileLayout layout = layout_of(table, dialect);
  constexpr std::size_t batch_rows = 3;
  const auto plain = engine::PlainRows(table, stages(), input, layout, 0, batch_rows).read(text);
  was_plain = plain.has_value();
  if (!was_plain) return true;
  return same_rows(*plain, engine::CarefulRows(table, stages(), input, layout, 0, batch_rows).read(text));
}

}  // namespace nilai::tests
