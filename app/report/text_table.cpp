#include "app/report/text_table.hpp"

#include <algorithm>

#include "grammar/text/source.hpp"

namespace nilai::app {

void TextTable::add(std::vector<std::string> cells) {
  cells.resize(columns_.size());
  rows_.push_back({std::move(cells), false});
}

void TextTable::rule_under(std::size_t column) {
  std::vector<std::string> cells(columns_.size());
  cells[column] = "─";
  rows_.push_back({std::move(cells), true});
}

std::string TextTable::text(const std::string& indent) const {
  std::vector<std::size_t> widths(columns_.size(), 0);
  for (const Row& row : rows_) {
    for (std::size_t c = 0; c < columns_.size(); ++c) widths[c] = std::max(widths[c], text::width(row.cells[c]));
  }
  std::string lines;
  for (const Row& row : rows_) {
    std::string line = indent;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      std::string cell = row.cells[c];
      if (row.is_rule && !cell.empty()) {
        cell.clear();
        for (std::size_t i = 0; i < widths[c]; ++i) cell += "─";
      }
      const std::string blanks(widths[c] - text::width(cell), ' ');
      line += (c == 0 ? "" : "  ") + (columns_[c] == Align::right ? blanks + cell : cell + blanks);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    lines += line + "\n";
  }
  return lines;
}

}  // namespace nilai::app
