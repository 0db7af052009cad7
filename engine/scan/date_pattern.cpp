#include "engine/scan/date_pattern.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace nilai::engine {
namespace {

constexpr int first_year_of_past_century = 69;  // as POSIX has it

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

int full_year(int two_digits) {
  return two_digits + (two_digits < first_year_of_past_century ? 2000 : 1900);
}

}  // namespace

std::optional<DatePattern::Element> DatePattern::element_of(char letter, std::size_t count) {
  const auto digits = static_cast<std::uint8_t>(count);
  if (letter == 'y' && (count == 2 || count == 4)) return Element{Part::year, digits, digits, 0};
  if (letter == 'm' && count <= 2) return Element{Part::month, digits, 2, 0};
  if (letter == 'd' && count <= 2) return Element{Part::day, digits, 2, 0};
  if (!is_letter(letter) && !is_digit(letter) && count == 1) return Element{Part::separator, 0, 0, letter};
  return std::nullopt;
}

bool DatePattern::is_complete() const {
  for (const Part part : {Part::year, Part::month, Part::day}) {
    if (std::count_if(elements_.begin(), elements_.end(), [part](const Element& e) { return e.part == part; }) != 1) {
      return false;
    }
  }
  for (std::size_t i = 0; i + 1 < elements_.size(); ++i) {
    const bool is_open_ended = elements_[i].min_digits != elements_[i].max_digits;
    if (is_open_ended && elements_[i + 1].part != Part::separator) return false;
  }
  return true;
}

std::optional<DatePattern> DatePattern::parse(std::string_view pattern) {
  DatePattern parsed;
  while (!pattern.empty()) {
    const char first = pattern.front();
    const std::size_t run = is_letter(first) ? std::min(pattern.find_first_not_of(first), pattern.size()) : 1;
    const auto element = element_of(first, run);
    if (!element) return std::nullopt;
    parsed.elements_.push_back(*element);
    pattern.remove_prefix(run);
  }
  if (!parsed.is_complete()) return std::nullopt;
  return parsed;
}

std::optional<Date> DatePattern::read(std::string_view text) const {
  std::array<int, 3> parts{};  // in the order of `Part`
  for (const Element& element : elements_) {
    if (element.part == Part::separator) {
      if (text.empty() || text.front() != element.separator) return std::nullopt;
      text.remove_prefix(1);
      continue;
    }
    int value = 0;
    std::uint8_t digits = 0;
    for (; digits < element.max_digits && digits < text.size() && is_digit(text[digits]); ++digits) {
      value = 10 * value + (text[digits] - '0');
    }
    if (digits < element.min_digits) return std::nullopt;
    text.remove_prefix(digits);
    const bool is_short_year = element.part == Part::year && element.max_digits == 2;
    parts[static_cast<std::size_t>(element.part)] = is_short_year ? full_year(value) : value;
  }
  if (!text.empty()) return std::nullopt;
  return Date::from_ymd(parts[0], parts[1], parts[2]);
}

}  // namespace nilai::engine
