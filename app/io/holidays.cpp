#include "app/io/holidays.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "engine/scan/cell_text.hpp"
#include "engine/scan/csv_reader.hpp"
#include "engine/scan/date_pattern.hpp"

namespace nilai::app {

namespace {

using text::Code;

/// So many rows are reported one by one: a file in another pattern has nothing else.
constexpr std::size_t most_reported = 5;

std::size_t date_column(const engine::CsvRecord& header) {
  for (std::size_t i = 0; i < header.fields.size(); ++i) {
    const std::string_view name = engine::trim(header.fields[i]);
    if (engine::equal_ignoring_case(name, "date") || engine::equal_ignoring_case(name, "tanggal")) return i;
  }
  return 0;
}

bool counts_in(const engine::Program& program) {
  return std::any_of(program.instructions.begin(), program.instructions.end(), [](const engine::Instruction& i) {
    return i.operation == engine::Operation::working_days_between;
  });
}

}  // namespace

std::vector<engine::Date> read_holidays(const engine::FileInput& format, text::Span place,
                                        text::Diagnostics& diagnostics) {
  std::vector<engine::Date> holidays;
  auto source = format.open();
  if (source == nullptr) {
    diagnostics.add(Code::holidays_unreadable, place, {format.name});
    return holidays;
  }
  const auto pattern = engine::DatePattern::parse(format.format.date_pattern);
  if (!pattern) return holidays;  // reported where it is written
  engine::CsvReader reader(std::move(source), format.delimiter, format.encoding);
  std::size_t column = 0, bad_rows = 0;
  while (const engine::CsvRecord* record = reader.next()) {
    const bool is_header = record->row == 1;
    if (is_header) column = date_column(*record);
    const std::string_view cell =
        column < record->fields.size() ? engine::trim(record->fields[column]) : std::string_view();
    const auto date = record->fault ? std::nullopt : pattern->read(cell);
    if (date) {
      holidays.push_back(*date);
    } else if (!is_header && ++bad_rows <= most_reported) {
      diagnostics.add(Code::holiday_not_a_date, place,
                      {format.name, std::to_string(record->row), engine::excerpt(cell)});
    }
  }
  if (reader.fault()) diagnostics.add(Code::holidays_unreadable, place, {format.name});
  return holidays;
}

bool counts_working_days(const engine::Plan& plan) {
  return counts_in(plan.judge) || std::any_of(plan.rows.begin(), plan.rows.end(),
                                              [](const engine::RowPlan& rows) { return counts_in(rows.program); });
}

}  // namespace nilai::app
