#include "engine/gather/rows/duplicates.hpp"

#include <numeric>
#include <string>

#include "engine/gather/rows/key_reader.hpp"
#include "engine/gather/rows/key_table.hpp"
#include "engine/gather/rows/value_text.hpp"
#include "engine/gather/rows/whole_keys.hpp"
#include "engine/scan/cell_text.hpp"

namespace nilai::engine {
namespace {

bool has_period_in_key(const TablePlan& table) {
  return table.period.has_value() || table.is_subject;
}

/// Whether no two rows have one key, as far as that is seen without a table of all keys.
bool are_plainly_distinct(const TablePlan& table, const TableRows& rows) {
  if (has_period_in_key(table)) return false;
  KeyReader reader(rows.columns, table.key);
  const auto whole = WholeKeys::of(reader, rows.size());
  return whole && whole->size() == rows.size();
}

/// The number of each row's key, rows of one key having one number.
std::vector<std::uint32_t> number_keys(const TablePlan& table, const TableRows& rows, std::size_t& key_count) {
  KeyTable keys(rows.size());
  KeyReader reader(rows.columns, table.key);
  std::vector<std::uint32_t> numbers(rows.size());
  if (has_period_in_key(table)) {
    std::string key;
    for (std::size_t row = 0; row < rows.size(); ++row) {
      key = std::to_string(rows.days_of(row).first) + ':';
      key += reader.at(row);
      numbers[row] = keys.add(key);
    }
  } else {
    reader.each(rows.size(), [&](std::size_t first_row, std::span<const std::string_view> some) {
      keys.add(some, {numbers.data() + first_row, some.size()});
    });
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

/// Strikes out the orders in which the later of two keys is not the greater.
void compare(std::string_view earlier, std::string_view later, RisingKeys& rising) {
  const bool is_greater = later > earlier;
  rising.do_rise_bytewise = rising.do_rise_bytewise && is_greater;
  const bool is_greater_by_length = later.size() == earlier.size() ? is_greater : later.size() > earlier.size();
  rising.do_rise_by_length = rising.do_rise_by_length && is_greater_by_length;
}

}  // namespace

void RisingKeys::go_on(const RisingKeys& next) {
  if (!next.last) return;
  do_rise_bytewise = do_rise_bytewise && next.do_rise_bytewise;
  do_rise_by_length = do_rise_by_length && next.do_rise_by_length;
  if (last) compare(*last, *next.first, *this);
  if (!first) first = next.first;
  last = next.last;
}

RisingKeys rising_keys(const TablePlan& table, const TableRows& rows) {
  RisingKeys rising;
  KeyReader reader(rows.columns, table.key);
  reader.each(rows.size(), [&](std::size_t first_row, std::span<const std::string_view> keys) {
    if (first_row == 0) rising.first = keys.front();
    if (rising.last) compare(*rising.last, keys.front(), rising);
    for (std::size_t i = 1; i < keys.size() && rising.do_rise(); ++i) compare(keys[i - 1], keys[i], rising);
    rising.last = keys.back();
  });
  return rising;
}

SetAside find_duplicates(const TablePlan& table, const std::vector<ChoicePlan>& choices, const TableRows& rows) {
  SetAside set_aside(rows.size());
  if (rising_keys(table, rows).do_rise() || are_plainly_distinct(table, rows)) return set_aside;
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
