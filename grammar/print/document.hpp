#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace nilai::grammar {

/// A text that is laid out when its place is known: on one line where it fits, else broken at the places that allow it.
/// After Wadler, "A prettier printer" (2003), with alignment as the only way to indent.
class Document {
 public:
  Document() = default;
  Document(std::string text);  // NOLINT(google-explicit-constructor): a text is a document
  Document(const char* text) : Document(std::string(text)) {}  // NOLINT(google-explicit-constructor)

  /// A blank; the end of a line where its group is broken.
  static Document line();

  /// Its lines are all blanks where the whole fits on the line, and all ends of lines where it does not.
  static Document group(Document inner);

  /// Parts with a blank between them, as many on each line as fit.
  static Document filled(std::vector<Document> parts);

  /// Lines that end within it go on below its first character.
  static Document aligned(Document inner);

  Document& operator+=(Document next);
  friend Document operator+(Document left, Document right) { return left += std::move(right); }

  /// On one line.
  [[nodiscard]] std::string flat() const;

  /// Begins at `column` (from 0) and breaks where a line would grow over `limit` columns; lines after the first are
  /// indented with blanks.
  [[nodiscard]] std::string laid_out(std::size_t column, std::size_t limit) const;

 private:
  enum class Kind : std::uint8_t { text, line, sequence, group, aligned, filled };
  class Layout;

  Kind kind_ = Kind::text;
  std::string text_;
  std::vector<Document> parts_;
  std::size_t width_ = 0;  ///< on one line
};

}  // namespace nilai::grammar
