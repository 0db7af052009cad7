#include "engine/gather/rows/duplicates.hpp"

#include <numeric>
#include <string>

#include "engine/gather/rows/key_table.hpp"
#include "engine/gather/rows/value_text.hpp"
#include "engine/scan/cell_text.hpp"

namespace nilai::engine {
namespace {

/// The number of each row's key, rows of one key having one number.
std::vector<std::uint32_t> number_keys(const TablePlan& table, const TableRows& rows, std::size_t& key_count) {
  const bool has_period_in_key = table.period.has_value() || table.is_subject;
  KeyTable keys;
  KeyReader reader(rows.columns, table.key);
  std::string key;
  std::vector<std::uint32_t> numbers(rows.size());
  for (std::size_t row = 0; row < rows.size(); ++row) {
    if (has_period_in_key) {
      key = std::to_string(rows.days[row].first) + ':';
      key += reader.at(row);
      numbers[row] = keys.add(key);
    } else {
      numbers[row] = keys.add(reader.at(row));
    }
  }
  key_count = keys.size();
  return numbers;
}

bool are_identical(const TablePlan& table, const TableRows& rows, std::size_t a, std::size_t b) {
  for (ColumnIndex c = 0; c < rows.columns.size(); ++c) {
    const Column& column = rows.columns[c];
    if (!table.columns[c].is_only_shown && !same_value(column, a, column, b)) return false;
  }
  return true;
}

}  // namespace

void RisingKeys::go_on(const RisingKeys& next) {
  if (next.last.empty()) return;
  do_rise = do_rise && next.do_rise && last < next.first;
  if (first.empty()) first = next.first;
  last = next.last;
}

RisingKeys rising_keys(const TablePlan& table, const TableRows& rows) {
  RisingKeys keys;
  KeyReader reader(rows.columns, table.key);
  for (std::size_t row = 0; row < rows.size() && keys.do_rise; ++row) {
    const std::string_view key = reader.at(row);
    keys.do_rise = keys.last < key;
    keys.last.assign(key);
    if (row == 0) keys.first = keys.last;
  }
  return keys;
}

SetAside find_duplicates(const TablePlan& table, const std::vector<ChoicePlan>& choices, const TableRows& rows) {
  SetAside set_aside(rows.size());
  if (rising_keys(table, rows).do_rise) return set_aside;
  std::size_t key_count = 0;
  const std::vector<std::uint32_t> numbers = number_keys(table, rows, key_count);
  if (key_count == rows.size()) return set_aside;

  std::vector<std::uint32_t> first_rows(key_count, no_row);
  std::vector<bool> differs(key_count);
  for (std::size_t row = 0; row < rows.size(); ++row) {
    std::uint32_t& first = first_rows[numbers[row]];
    if (first == no_row) {
      first = static_cast<std::uint32_t>(row);
    } else if (!are_identical(table, rows, first, row)) {
      differs[numbers[row]] = true;
    }
  }

  std::vector<ColumnIndex> all_columns(table.columns.size());
  std::iota(all_columns.begin(), all_columns.end(), ColumnIndex{0});
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const bool is_differing = differs[numbers[row]];
    if (!is_differing && first_rows[numbers[row]] == row) continue;
    set_aside.refuse(rows, row, is_differing ? RefusalKind::duplicate_differing : RefusalKind::duplicate_identical, "",
                     excerpt(values_text(rows, row, all_columns, table, choices, ",")));
  }
  return set_aside;
}

}  // namespace nilai::engine
