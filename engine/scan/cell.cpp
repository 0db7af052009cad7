#include "engine/scan/cell.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "engine/scan/cell_text.hpp"
#include "engine/scan/decimal_text.hpp"

namespace nilai::engine {
namespace {

struct FlagWord {
  std::string_view text;
  bool is_yes;
  bool is_indonesian;
};

constexpr std::array<FlagWord, 10> flag_words = {{
    {"yes", true, false},
    {"no", false, false},
    {"true", true, false},
    {"false", false, false},
    {"y", true, false},
    {"n", false, false},
    {"1", true, false},
    {"0", false, false},
    {"ya", true, true},
    {"tidak", false, true},
}};

bool contains(const std::vector<ColumnIndex>& columns, ColumnIndex column) {
  return std::find(columns.begin(), columns.end(), column) != columns.end();
}

/// Whether the column says whose row this is.
bool identifies(const TablePlan& table, ColumnIndex column) {
  return contains(table.key, column) ||
         std::any_of(table.links.begin(), table.links.end(),
                     [column](const LinkPlan& link) { return contains(link.own_columns, column); });
}

bool has_at_most_places(const Number& number, int places) {
  return number == number.rounded(RoundingDirection::down, places);
}

}  // namespace

CellReader::CellReader(const TablePlan& table, ColumnIndex column, const std::vector<ChoicePlan>& choices,
                       const ColumnInput& input, const ValueFormat& format)
    : table_(table), column_(table.columns[column]), format_(format) {
  const bool is_identity = identifies(table, column);
  is_period_ = table.period == column;
  may_be_blank_ = column_.is_optional && !is_identity;
  refuses_row_ = !table.is_subject || is_identity || is_period_ || table.dated == column;
  if (column_.kind == Kind::date) dates_ = DatePattern::parse(format.date_pattern);
  if (column_.kind == Kind::choice) choice_.emplace(choices[column_.choice]);
  if (column_.reasons) reasons_.emplace(choices[*column_.reasons], column_.kind, format);
  if (column_.reason_of) explained_ = std::make_unique<CellReader>(table, *column_.reason_of, choices, input, format);
  for (const auto& [found, meant] : input.values) {
    lower_case(trim(found), lowered_);
    meanings_.emplace(lowered_, trim(meant));
  }
}

Cell CellReader::read(std::string_view text) {
  if (explained_) return read_reason(text);
  const std::string_view meaning = meaning_of(trim(text));
  if (reasons_ && reasons_->find(meaning)) return {Value::missing(column_.kind), std::nullopt};
  if (!means_blank(meaning)) return read_present(meaning);
  if (may_be_blank_) return {Value::missing(column_.kind), std::nullopt};
  return refused(RefusalKind::empty);
}

Cell CellReader::read_reason(std::string_view text) {
  const auto reason = explained_->reasons_->find(explained_->meaning_of(trim(text)));
  if (reason) return {Value::choice(*reason), std::nullopt};
  const bool is_withheld = explained_->read(text).value.presence == Presence::withheld;
  return {is_withheld ? Value::withheld(column_.kind) : Value::missing(column_.kind), std::nullopt};
}

Cell CellReader::refused(RefusalKind kind) const {
  if (column_.is_only_shown) return {Value::missing(column_.kind), std::nullopt};
  return {Value::withheld(column_.kind), kind};
}

std::string_view CellReader::meaning_of(std::string_view trimmed) {
  if (meanings_.empty()) return trimmed;
  lower_case(trimmed, lowered_);
  const auto place = meanings_.find(lowered_);
  return place == meanings_.end() ? trimmed : std::string_view(place->second);
}

bool CellReader::means_blank(std::string_view trimmed) const {
  if (trimmed.empty()) return true;
  return std::any_of(format_.nulls.begin(), format_.nulls.end(),
                     [trimmed](const std::string& null) { return equal_ignoring_case(trim(null), trimmed); });
}

Cell CellReader::read_present(std::string_view trimmed) {
  switch (column_.kind) {
    case Kind::number:
      return read_number(trimmed);
    case Kind::flag:
      return read_flag(trimmed);
    case Kind::date:
      return read_date(trimmed);
    case Kind::choice:
      return read_choice(trimmed);
    case Kind::text:
      return read_text(trimmed);
    case Kind::span:
      break;  // no column of a table holds spans
  }
  return refused(RefusalKind::not_a_number);
}

Cell CellReader::read_number(std::string_view trimmed) const {
  auto number = read_decimal(trimmed, format_.decimal_comma);
  if (!number) return refused(RefusalKind::not_a_number);
  if (column_.max_places && !has_at_most_places(*number, *column_.max_places)) return refused(RefusalKind::not_whole);
  if (!is_within_bounds(*number)) return refused(RefusalKind::out_of_bounds);
  return {Value::of(*std::move(number)), std::nullopt};
}

Cell CellReader::read_flag(std::string_view trimmed) const {
  for (const FlagWord& word : flag_words) {
    if (word.is_indonesian && !format_.indonesian_flags) continue;
    if (equal_ignoring_case(word.text, trimmed)) return {Value::flag(word.is_yes), std::nullopt};
  }
  return refused(RefusalKind::not_a_flag);
}

Cell CellReader::read_date(std::string_view trimmed) const {
  const auto date = dates_ ? dates_->read(trimmed) : std::nullopt;
  if (!date) return refused(RefusalKind::not_a_date);
  if (!is_within_bounds(date->days)) return refused(RefusalKind::out_of_bounds);
  return {Value::of(*date), std::nullopt};
}

Cell CellReader::read_choice(std::string_view trimmed) {
  const auto index = choice_->find(trimmed);
  if (!index) return refused(RefusalKind::not_a_choice);
  return {Value::choice(*index), std::nullopt};
}

Cell CellReader::read_text(std::string_view trimmed) const {
  if (!is_period_) return {Value::of(std::string(trimmed)), std::nullopt};
  const auto period = Period::parse(trimmed, table_.period_unit, table_.period_starting_month);
  if (!period) return refused(RefusalKind::not_a_period);
  // One spelling for one period, so that a key which holds it is the same in files of different offices.
  return {Value::of(period->name()), std::nullopt};
}

bool CellReader::is_within_bounds(const Number& number) const {
  return (!column_.at_least || number >= *column_.at_least) && (!column_.at_most || number <= *column_.at_most);
}

}  // namespace nilai::engine
