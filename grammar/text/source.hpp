#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace nilai::text {

/// A stretch of bytes of a source: [begin, end).
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

/// A rulebook's text, under the name that people know it by, and behind it the texts of the files that it reads: spans
/// count through all of them, so that a span tells its file. Copies share the texts.
class Source {
 public:
  /// One text has less; the reader refuses larger ones.
  static constexpr std::size_t max_bytes = 8u << 20;
  /// With it, spans of 32 bits reach through all texts.
  static constexpr std::size_t max_files = 64;

  struct File {
    std::string name;
    std::string text;
    std::uint32_t begin = 0;                 ///< where spans of it begin
    std::vector<std::uint32_t> line_starts;  ///< in `text`
  };

  Source(std::string name, std::string text);

  /// Adds the text of a further file, and gives it. Requires: fewer than `max_files` are there.
  const File& add(std::string name, std::string text);

  [[nodiscard]] const std::string& name() const { return files_.front()->name; }  ///< of the rulebook itself
  [[nodiscard]] std::string_view text() const { return files_.front()->text; }    ///< likewise
  [[nodiscard]] const std::vector<std::shared_ptr<const File>>& files() const { return files_; }  ///< never empty
  [[nodiscard]] const File* find(std::string_view name) const;  ///< null: no file is called so

  [[nodiscard]] const File& file_at(std::uint32_t offset) const;
  [[nodiscard]] std::string_view text(Span span) const;                ///< clipped to the file in which it begins
  [[nodiscard]] Place place(std::uint32_t offset) const;               ///< in its file
  [[nodiscard]] std::string_view line_at(std::uint32_t offset) const;  ///< without its end
  [[nodiscard]] std::uint32_t line_start_at(std::uint32_t offset) const;

 private:
  std::vector<std::shared_ptr<const File>> files_;  ///< in the order of their begins
};

/// How many columns of a terminal `text` takes: code points, tabs counted as one.
std::size_t width(std::string_view text);

/// Length of the UTF-8 sequence that begins at `text[0]`, or 0 when no valid one does. Requires: `text` is not empty.
std::size_t utf8_length(std::string_view text);

}  // namespace nilai::text
