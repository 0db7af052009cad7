#include "app/output/rejected_csv.hpp"

#include "app/io/csv_writer.hpp"

namespace nilai::app {

std::string rejected_csv(const std::vector<RefusedRow>& refused) {
  std::string text;
  CsvWriter csv(text);
  for (const char* name : {"table", "file", "row", "column", "text", "code", "problem", "effect"}) csv.text(name);
  csv.end_record();
  for (const RefusedRow& row : refused) {
    csv.text(row.table).text(row.file).number(std::to_string(row.row)).text(row.column).text(row.text);
    csv.text(text::code_text(row.code)).text(row.problem).text(row.effect);
    csv.end_record();
  }
  return text;
}

}  // namespace nilai::app
