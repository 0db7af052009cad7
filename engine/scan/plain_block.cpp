#include "engine/scan/plain_block.hpp"

#include <algorithm>

#include "engine/scan/encoding.hpp"

namespace nilai::engine {

bool PlainBlock::split(std::string_view bytes) {
  // A line of one field may be blank, and a delimiter that ends lines or quotes is nobody's: let the careful way see.
  const bool is_usual = field_count_ >= 2 && !ends_line(dialect_.delimiter) && dialect_.delimiter != '"';
  if (!is_usual || bytes.size() > max_record_bytes) return false;
  bytes_ = bytes;
  find_separators(bytes, dialect_.delimiter, separators_);
  if (!separators_.is_plain) return false;
  if (!bytes.ends_with('\n')) end_last_record();
  return has_full_records() && (separators_.is_ascii || is_sound_text(bytes, dialect_.encoding));
}

/// A file may end without a line end.
void PlainBlock::end_last_record() {
  separators_.places.resize(std::max(separators_.places.size(), separators_.count + 1));
  separators_.places[separators_.count++] = static_cast<std::uint32_t>(bytes_.size());
  ++separators_.newline_count;
}

/// Whether every record has its count of fields: there are so many separators, and each last one is a line end.
bool PlainBlock::has_full_records() const {
  if (separators_.count != separators_.newline_count * field_count_) return false;
  for (std::size_t at = field_count_ - 1; at < separators_.count; at += field_count_) {
    const std::size_t place = separators_.places[at];
    if (place < bytes_.size() && bytes_[place] != '\n') return false;
  }
  return true;
}

}  // namespace nilai::engine
