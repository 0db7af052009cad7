#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace nilai::text {

/// A stretch of bytes of one source: [begin, end).
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  friend auto operator<=>(const Span&, const Span&) = default;
};

/// A place as people count it: both from 1, a column is a character (a UTF-8 code point), not a byte.
struct Place {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

/// A rulebook's text, under the name that people know it by.
class Source {
 public:
  /// Spans are 32 bits wide, so a text has less than 4 GiB; the reader refuses far smaller ones.
  static constexpr std::size_t max_bytes = 8u << 20;

  Source(std::string name, std::string text);

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] std::string_view text(Span span) const;  ///< clipped to the text

  [[nodiscard]] Place place(std::uint32_t offset) const;
  [[nodiscard]] std::string_view line(std::uint32_t number) const;  ///< from 1; without its end
  [[nodiscard]] std::uint32_t line_start(std::uint32_t number) const;

 private:
  std::string name_;
  std::string text_;
  std::vector<std::uint32_t> line_starts_;
};

/// How many columns of a terminal `text` takes: code points, tabs counted as one.
std::size_t width(std::string_view text);

/// Length of the UTF-8 sequence that begins at `text[0]`, or 0 when no valid one does. Requires: `text` is not empty.
std::size_t utf8_length(std::string_view text);

}  // namespace nilai::text
