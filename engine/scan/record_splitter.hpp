#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/scan/refusal.hpp"

namespace nilai::engine {

/// Whether a byte ends a line, and outside quotes a record.
[[nodiscard]] inline bool ends_line(char byte) {
  return byte == '\n' || byte == '\r';
}

/// Where the bytes of a field are, from the first byte of its record.
struct FieldMark {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool was_quoted = false;
  bool has_doubled_quotes = false;
};

/// Finds the fields of one record, a byte at a time, in bytes that may arrive in any portions: the careful way.
class RecordSplitter {
 public:
  std::vector<FieldMark> fields;
  std::optional<RefusalKind> fault;  ///< unclosed_quote, stray_quote

  void start(char delimiter);

  /// Bytes looked at so far; once the record has ended: with its line end.
  [[nodiscard]] std::size_t cursor() const { return cursor_; }
  /// Bytes of the record without its line end.
  [[nodiscard]] std::size_t length() const { return length_; }

  /// Goes on where it stopped, in the same record with more bytes; true when its line end was met.
  bool advance(std::string_view bytes);

  /// The source ended: so does the record.
  void finish();

 private:
  enum class At : std::uint8_t { field_start, bare, quoted, quote_seen, closed };

  [[nodiscard]] bool ends_field(char byte) const { return byte == delimiter_ || ends_line(byte); }
  [[nodiscard]] bool is_padding(char byte) const { return (byte == ' ' || byte == '\t') && byte != delimiter_; }

  void open_field();
  void see_first(char byte);
  void find_quote(std::string_view bytes);
  void see_after_quote(char byte);
  void see_after_field(char byte);
  void end_field();
  bool close_field(char byte);

  char delimiter_ = ',';
  At at_ = At::field_start;
  FieldMark field_;
  std::size_t cursor_ = 0;
  std::size_t length_ = 0;
};

}  // namespace nilai::engine
