#include "engine/scan/decimal_text.hpp"

#include <string>

namespace nilai::engine {
namespace {

constexpr std::size_t group_digits = 3;

/// Appends the digits of `1,250` without the marks between the groups; false when the groups are not well formed.
bool append_ungrouped(std::string_view grouped, char group_mark, std::string& digits) {
  std::size_t mark = grouped.find(group_mark);
  if (mark == 0 || mark > group_digits || grouped.front() == '0') return false;
  digits.append(grouped.substr(0, mark));
  while (mark != grouped.npos) {
    grouped.remove_prefix(mark + 1);
    mark = grouped.find(group_mark);
    const std::string_view group = grouped.substr(0, mark);
    if (group.size() != group_digits) return false;
    digits.append(group);
  }
  return true;
}

}  // namespace

std::optional<Number> read_decimal(std::string_view text, bool decimal_comma) {
  const char decimal_mark = decimal_comma ? ',' : '.';
  const char group_mark = decimal_comma ? '.' : ',';
  const bool is_grouped = text.find(group_mark) != text.npos;
  if (!is_grouped && !decimal_comma) return Number::parse(text);  // the common way needs no copy

  std::string plain;
  if (text.starts_with('-') || text.starts_with('+')) {
    plain.push_back(text.front());
    text.remove_prefix(1);
  }
  const std::size_t point = text.find(decimal_mark);
  const std::string_view whole = text.substr(0, point);
  if (!is_grouped) {
    plain.append(whole);
  } else if (whole.find(group_mark) == whole.npos || !append_ungrouped(whole, group_mark, plain)) {
    return std::nullopt;
  }
  if (point != text.npos) {
    plain.push_back('.');
    plain.append(text.substr(point + 1));
  }
  return Number::parse(plain);
}

}  // namespace nilai::engine
