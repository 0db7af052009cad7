#pragma once

#include <cstddef>
#include <string_view>

#include "engine/scan/record_reader.hpp"
#include "engine/scan/separators.hpp"

namespace nilai::engine {

/// The fields of a block of records that holds nothing unusual: the fast way.
///
/// A block is plain when its records all have as many fields as the header line, two or more; its text is UTF-8;
/// quotes stand around whole fields alone, without a quote inside; and lines end in LF or CRLF. Then its fields are
/// those that `RecordReader` gives, and no record has a fault. Everything else is for `RecordReader`.
class PlainBlock {
 public:
  PlainBlock(Dialect dialect, std::size_t field_count) : dialect_(dialect), field_count_(field_count) {}

  /// Whether `bytes` are plain. Requires: they begin and end where records do, and live as long as the fields.
  bool split(std::string_view bytes);

  [[nodiscard]] std::size_t record_count() const { return separators_.count / field_count_; }

  /// A field, unquoted. Requires: `record < record_count()`, `field` is below the count of fields.
  [[nodiscard]] std::string_view field(std::size_t record, std::size_t field) const {
    const std::size_t at = record * field_count_ + field;
    const std::size_t begin = at == 0 ? 0 : separators_.places[at - 1] + std::size_t{1};
    std::size_t end = separators_.places[at];
    if (begin == end) return {};
    if (field + 1 == field_count_ && bytes_[end - 1] == '\r') --end;
    if (bytes_[begin] == '"') return bytes_.substr(begin + 1, end - begin - 2);
    return bytes_.substr(begin, end - begin);
  }

 private:
  void end_last_record();
  [[nodiscard]] bool has_full_records() const;

  Dialect dialect_;
  std::size_t field_count_;
  std::string_view bytes_;
  Separators separators_;
};

}  // namespace nilai::engine
