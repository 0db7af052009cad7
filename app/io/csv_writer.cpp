#include "app/io/csv_writer.hpp"

namespace nilai::app {

namespace {

constexpr std::string_view formula_starts = "=+-@\t\r";

bool needs_quotes(std::string_view cell) {
  return cell.find_first_of(",\"\r\n") != std::string_view::npos;
}

}  // namespace

void CsvWriter::begin_cell() {
  if (!is_first_) *target_ += ',';
  is_first_ = false;
}

CsvWriter& CsvWriter::text(std::string_view cell) {
  begin_cell();
  const bool is_quoted = needs_quotes(cell);
  if (is_quoted) *target_ += '"';
  if (!cell.empty() && formula_starts.find(cell.front()) != std::string_view::npos) *target_ += '\'';
  for (const char c : cell) {
    if (c == '"') *target_ += '"';
    *target_ += c;
  }
  if (is_quoted) *target_ += '"';
  return *this;
}

CsvWriter& CsvWriter::number(std::string_view cell) {
  begin_cell();
  *target_ += cell;
  return *this;
}

void CsvWriter::end_record() {
  *target_ += '\n';
  is_first_ = true;
}

}  // namespace nilai::app
