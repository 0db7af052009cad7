#include "engine/scan/header.hpp"

#include <algorithm>
#include <string>

#include "engine/scan/cell_text.hpp"

namespace nilai::engine {
namespace {

constexpr std::size_t max_header_characters = 1000;  // the first line of what is no table may be of any length

bool feeds(std::string_view header, const ColumnInput& input) {
  return std::any_of(input.headers.begin(), input.headers.end(),
                     [header](const std::string& wanted) { return equal_ignoring_case(trim(header), trim(wanted)); });
}

std::string joined(const std::vector<std::string_view>& headers) {
  std::string text;
  for (const std::string_view header : headers) {
    if (!text.empty()) text += ", ";
    text += trim(header);
  }
  return excerpt(text, max_header_characters);
}

}  // namespace

std::optional<FieldPositions> locate_columns(const TablePlan& table, const std::vector<ColumnInput>& inputs,
                                             const std::vector<std::string_view>& headers,
                                             std::optional<FileFault>& fault) {
  FieldPositions positions;
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    std::optional<std::size_t>& position = positions.emplace_back();
    const ColumnInput& input = inputs[column];
    if (input.constant) continue;
    for (std::size_t field = 0; field < headers.size(); ++field) {
      if (!feeds(headers[field], input)) continue;
      if (position) {
        fault =
            FileFault{FileFaultKind::column_twice, 0, 1, table.columns[column].name, std::string(trim(headers[field]))};
        return std::nullopt;
      }
      position = field;
    }
    if (!position && !table.columns[column].is_only_shown) {
      fault = FileFault{FileFaultKind::missing_column, 0, 1, table.columns[column].name, joined(headers)};
      return std::nullopt;
    }
  }
  return positions;
}

}  // namespace nilai::engine
