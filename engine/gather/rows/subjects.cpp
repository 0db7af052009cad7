#include "engine/gather/rows/subjects.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "engine/gather/rows/key_reader.hpp"
#include "engine/gather/rows/key_table.hpp"
#include "engine/gather/rows/placement.hpp"
#include "engine/gather/rows/value_text.hpp"

namespace nilai::engine {
namespace {

std::vector<std::string> key_texts(const Plan& plan, const TableRows& rows, std::size_t row) {
  const TablePlan& table = plan.tables[plan.subject];
  std::vector<std::string> texts;
  for (const ColumnIndex column : table.key) {
    texts.push_back(value_text(rows.columns[column], row, table.columns[column], plan.choices));
  }
  return texts;
}

}  // namespace

Subjects::Subjects(const Plan& plan, const TableRows& rows, const std::vector<Period>& periods) {
  const TablePlan& table = plan.tables[plan.subject];
  KeyTable found;
  KeyReader reader(rows.columns, table.key);
  std::vector<std::vector<std::string>> found_keys;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    of_rows_.push_back(found.add(reader.at(row)));
    if (of_rows_.back() == found_keys.size()) found_keys.push_back(key_texts(plan, rows, row));
  }

  std::vector<std::uint32_t> order(found_keys.size());
  std::iota(order.begin(), order.end(), std::uint32_t{0});
  std::sort(order.begin(), order.end(), [&](auto a, auto b) { return found_keys[a] < found_keys[b]; });
  std::vector<std::uint32_t> numbers(order.size());
  for (std::uint32_t number = 0; number < order.size(); ++number) {
    numbers[order[number]] = number;
    keys_.push_back(std::move(found_keys[order[number]]));
  }
  for (std::uint32_t& subject : of_rows_) subject = numbers[subject];

  const bool belongs_to_periods = has_days(table) && !periods.empty();
  rows_in_.assign(belongs_to_periods ? periods.size() : 1, std::vector<std::uint32_t>(keys_.size(), no_row));
  for (std::size_t p = 0; p < rows_in_.size(); ++p) {
    for (std::uint32_t row = 0; row < rows.size(); ++row) {
      if (belongs_to_periods && rows.days_of(row) != RowDays::of(periods[p])) continue;
      rows_in_[p][of_rows_[row]] = row;
    }
  }
}

}  // namespace nilai::engine
