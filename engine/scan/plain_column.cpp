#include "engine/scan/plain_column.hpp"

#include <algorithm>
#include <cstring>
#include <limits>
#include <string>
#include <utility>

#include "engine/scan/cell_text.hpp"

namespace nilai::engine {
namespace {

constexpr std::size_t known_count = 1024;  // a power of two
constexpr std::size_t max_known_bytes = 16;
constexpr std::size_t max_digits = 18;  // which fit 64 bits

constexpr std::int64_t lowest = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t highest = std::numeric_limits<std::int64_t>::max();

bool is_whole_bound(const std::optional<Number>& bound) {
  return !bound || bound->to_int64().has_value();
}

std::int64_t power_of_ten(std::size_t exponent) {
  std::int64_t power = 1;
  for (; exponent > 0; --exponent) power *= 10;
  return power;
}

/// Appends the digits at the front of `text` to `value`, and takes them away; how many there were.
std::size_t take_digits(std::string_view& text, std::int64_t& value) {
  std::size_t count = 0;
  for (; count < text.size(); ++count) {
    const auto digit = static_cast<unsigned char>(text[count]) - unsigned{'0'};
    if (digit > 9 || count == max_digits) break;
    value = 10 * value + static_cast<std::int64_t>(digit);
  }
  text.remove_prefix(count);
  return count;
}

std::uint64_t eight_bytes(const char* bytes, std::size_t count) {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, count);
  return word;
}

std::size_t place_of(std::uint64_t head, std::uint64_t tail) {
  constexpr std::uint64_t odd = 0x9E3779B97F4A7C15;  // any number without a pattern
  const std::uint64_t mixed = (head ^ (tail * odd)) * odd;
  return static_cast<std::size_t>(mixed >> 32) & (known_count - 1);
}

void push_code(Column& column, Presence presence, std::int32_t code) {
  column.presence.push_back(presence);
  column.codes.push_back(code);
}

}  // namespace

PlainColumn::PlainColumn(const TablePlan& table, ColumnIndex column, const std::vector<ChoicePlan>& choices,
                         const ColumnInput& input, const ValueFormat& format)
    : careful_(table, column, choices, input, format), kind_(table.columns[column].kind) {
  const ColumnPlan& plan = table.columns[column];
  decimal_mark_ = format.decimal_comma ? ',' : '.';
  max_places_ = plan.max_places ? static_cast<std::size_t>(std::max(*plan.max_places, 0)) : max_digits;
  at_least_ = plan.at_least && is_whole_bound(plan.at_least) ? *plan.at_least->to_int64() : lowest;
  at_most_ = plan.at_most && is_whole_bound(plan.at_most) ? *plan.at_most->to_int64() : highest;
  for (const std::string& null : format.nulls) {
    if (!trim(null).empty()) nulls_.push_back(trim(null));
  }
  bool has_odd_reasons = plan.reasons && kind_ == Kind::text;
  if (plan.reasons && kind_ == Kind::number) {
    const ReasonMatcher matcher(choices[*plan.reasons], kind_, format);
    for (const auto& [number, reason] : matcher.numbers()) {
      if (const auto whole = number.to_int64()) {
        reasons_.push_back(*whole);
      } else {
        has_odd_reasons = true;
      }
    }
  }
  const bool has_odd_bounds = !is_whole_bound(plan.at_least) || !is_whole_bound(plan.at_most);
  const bool is_text_or_number = kind_ == Kind::text || kind_ == Kind::number;
  const bool is_period = table.period == column;
  is_read_whole_ = is_text_or_number && (!input.values.empty() || is_period || has_odd_bounds || has_odd_reasons);
  if (!is_text_or_number) known_.resize(known_count);
}

bool PlainColumn::read(const PlainBlock& block, std::size_t field, std::size_t begin, std::size_t end, Column& column) {
  const auto read_each = [&](auto read_cell) {
    for (std::size_t record = begin; record < end; ++record) {
      if (!read_cell(block.field(record, field))) return false;
    }
    return true;
  };
  if (is_read_whole_) return read_each([&](std::string_view text) { return read_any(text, column); });
  switch (kind_) {
    case Kind::text:
      return read_each([&](std::string_view text) { return read_text(text, column); });
    case Kind::number:
      return read_each([&](std::string_view text) { return read_number(text, column); });
    case Kind::flag:
    case Kind::date:
    case Kind::span:
    case Kind::choice:
      break;
  }
  return read_each([&](std::string_view text) { return read_code(text, column); });
}

bool PlainColumn::read_any(std::string_view text, Column& column) {
  Cell cell = careful_.read(text);
  if (cell.refusal) return false;
  column.push(std::move(cell.value));
  return true;
}

bool PlainColumn::may_be_null(std::string_view trimmed) const {
  return trimmed.empty() || std::any_of(nulls_.begin(), nulls_.end(), [trimmed](std::string_view null) {
           return equal_ignoring_case(null, trimmed);
         });
}

bool PlainColumn::read_text(std::string_view text, Column& column) {
  const std::string_view trimmed = trim(text);
  if (may_be_null(trimmed)) return read_any(text, column);
  column.presence.push_back(Presence::present);
  column.texts.emplace_back(trimmed);
  return true;
}

/// Whether `digits / unit` surely is: a fraction counts as its neighbours on both sides.
bool PlainColumn::is_within_bounds(std::int64_t digits, std::int64_t unit) const {
  const std::int64_t whole = digits / unit;
  const std::int64_t margin = digits % unit == 0 ? 0 : 1;
  return whole - margin >= at_least_ && whole + margin <= at_most_;
}

bool PlainColumn::is_reason(std::int64_t digits, std::int64_t unit) const {
  return std::any_of(reasons_.begin(), reasons_.end(),
                     [digits, unit](std::int64_t whole) { return digits % unit == 0 && digits / unit == whole; });
}

/// `-12` and `-12.5`: a sign, digits, at most as many places as the column has.
bool PlainColumn::read_number(std::string_view text, Column& column) {
  const std::string_view trimmed = trim(text);
  if (may_be_null(trimmed)) return read_any(text, column);
  std::string_view left = trimmed;  // to be read
  const bool is_negative = left.front() == '-';
  if (is_negative) left.remove_prefix(1);
  std::int64_t digits = 0;
  std::size_t places = 0;
  std::size_t count = take_digits(left, digits);
  if (count == 0) return read_any(text, column);
  if (!left.empty() && left.front() == decimal_mark_) {
    left.remove_prefix(1);
    if (left.size() > max_digits - count) return read_any(text, column);
    places = take_digits(left, digits);
    if (places == 0) return read_any(text, column);
  }
  if (!left.empty() || places > max_places_) return read_any(text, column);
  if (is_negative) digits = -digits;
  const std::int64_t unit = power_of_ten(places);
  if (!is_within_bounds(digits, unit) || is_reason(digits, unit)) return read_any(text, column);
  column.presence.push_back(Presence::present);
  column.numbers.push_back(places == 0 ? Number(digits) : Number::ratio(digits, unit));
  return true;
}

bool PlainColumn::read_code(std::string_view text, Column& column) {
  if (text.empty() || text.size() > max_known_bytes) return read_any(text, column);
  const std::size_t head_bytes = std::min<std::size_t>(text.size(), 8);
  const std::uint64_t head = eight_bytes(text.data(), head_bytes);
  const std::uint64_t tail = eight_bytes(text.data() + head_bytes, text.size() - head_bytes);
  Known& known = known_[place_of(head, tail)];
  if (known.length == text.size() && known.head == head && known.tail == tail) {
    push_code(column, known.presence, known.code);
    return true;
  }
  const Cell cell = careful_.read(text);
  if (cell.refusal) return false;
  const std::int32_t code = cell.value.is_present() ? cell.value.code() : 0;
  known = {head, tail, code, cell.value.presence, static_cast<std::uint8_t>(text.size())};
  push_code(column, known.presence, known.code);
  return true;
}

}  // namespace nilai::engine
