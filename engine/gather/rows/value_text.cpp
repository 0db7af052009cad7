#include "engine/gather/rows/value_text.hpp"

namespace nilai::engine {

std::string value_text(const Column& column, std::size_t row, const ColumnPlan& plan,
                       const std::vector<ChoicePlan>& choices) {
  if (!column.is_present(row)) return "";
  switch (column.kind) {
    case Kind::number:
      return column.number(row).to_text();
    case Kind::text:
      return column.text(row);
    case Kind::flag:
      return column.code(row) != 0 ? "yes" : "no";
    case Kind::date:
      return Date{column.code(row)}.to_iso();
    case Kind::span:
      return std::to_string(column.code(row));
    case Kind::choice:
      return choices[plan.choice].items[static_cast<std::size_t>(column.code(row))].name;
  }
  return "";
}

std::string values_text(const TableRows& rows, std::size_t row, const std::vector<ColumnIndex>& columns,
                        const TablePlan& table, const std::vector<ChoicePlan>& choices, const char* separator) {
  std::string text;
  for (const ColumnIndex column : columns) {
    if (column != columns.front()) text += separator;
    text += value_text(rows.columns[column], row, table.columns[column], choices);
  }
  return text;
}

}  // namespace nilai::engine
