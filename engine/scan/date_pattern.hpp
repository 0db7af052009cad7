#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/date.hpp"

namespace nilai::engine {

/// How dates are written in a file: `yyyy-mm-dd`, `dd/mm/yyyy`, `d.m.yy`, `yyyymmdd`.
///
/// `yyyy` and `yy` are years of so many digits (00..68 are 2000..2068, 69..99 are 1969..1999), `mm` and `dd` have two
/// digits, `m` and `d` one or two. Everything that is neither a letter nor a digit stands for itself.
class DatePattern {
 public:
  /// Empty unless `pattern` names year, month and day once each, and `m` and `d` end at a separator or at the end.
  static std::optional<DatePattern> parse(std::string_view pattern);

  /// Empty when `text` is not written so, or there is no such day.
  [[nodiscard]] std::optional<Date> read(std::string_view text) const;

 private:
  enum class Part : std::uint8_t { year, month, day, separator };

  struct Element {
    Part part = Part::separator;
    std::uint8_t min_digits = 0;
    std::uint8_t max_digits = 0;
    char separator = 0;
  };

  static std::optional<Element> element_of(char letter, std::size_t count);
  [[nodiscard]] bool is_complete() const;

  std::vector<Element> elements_;
};

}  // namespace nilai::engine
