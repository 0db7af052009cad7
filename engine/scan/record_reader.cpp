#include "engine/scan/record_reader.hpp"

#include "engine/scan/cell_text.hpp"

namespace nilai::engine {
namespace {

/// `""` as `"`, from `begin` on.
void collapse_quotes(std::string& text, std::size_t begin) {
  std::size_t kept = begin;
  for (std::size_t at = begin; at < text.size(); ++at) {
    if (text[at] == '"' && at + 1 < text.size() && text[at + 1] == '"') ++at;
    text[kept++] = text[at];
  }
  text.resize(kept);
}

}  // namespace

void RecordReader::start(std::string_view bytes) {
  bytes_ = bytes;
}

const CsvRecord* RecordReader::next() {
  while (!fault_ && find_record()) {
    if (is_blank_line()) continue;
    build_record();
    return &record_;
  }
  return nullptr;
}

/// Takes the next record, or blank line, from the front of the bytes.
bool RecordReader::find_record() {
  if (bytes_.empty()) return false;
  splitter_.start(dialect_.delimiter);
  const bool is_complete = splitter_.advance(bytes_);
  if (splitter_.cursor() > max_record_bytes) {
    fault_ = FileFault{FileFaultKind::record_too_long, 0, record_.row + 1, "", ""};
    return false;
  }
  if (!is_complete) splitter_.finish();
  written_ = bytes_.substr(0, splitter_.length());
  bytes_.remove_prefix(splitter_.cursor());
  return true;
}

bool RecordReader::is_blank_line() const {
  return splitter_.fields.size() == 1 && !splitter_.fields.front().was_quoted && trim(written_).empty();
}

/// `bytes` where they are, or in UTF-8 and unquoted in the scratch. Requires: it has room, so that it does not move.
std::string_view RecordReader::converted(std::string_view bytes, bool is_sound, bool has_doubled_quotes) {
  if (is_sound && !has_doubled_quotes) return bytes;
  const std::size_t begin = scratch_.size();
  if (is_sound) {
    scratch_.append(bytes);
  } else if (!append_utf8(bytes, dialect_.encoding, scratch_)) {
    record_.fault = RefusalKind::wrong_encoding;
  }
  if (has_doubled_quotes) collapse_quotes(scratch_, begin);
  return std::string_view(scratch_).substr(begin);
}

void RecordReader::build_record() {
  const bool is_sound = is_sound_text(written_, dialect_.encoding);
  constexpr std::size_t most_bytes_per_byte = 3;
  scratch_.clear();
  // The fields and the record as a whole, each as long as its conversion can make it.
  scratch_.reserve(is_sound ? written_.size() : 2 * most_bytes_per_byte * written_.size());

  ++record_.row;
  record_.fields.clear();
  record_.was_quoted.clear();
  record_.fault.reset();
  for (const FieldMark& field : splitter_.fields) {
    const std::string_view text = written_.substr(field.begin, field.end - field.begin);
    record_.fields.push_back(converted(text, is_sound, field.has_doubled_quotes));
    record_.was_quoted.push_back(field.was_quoted);
  }
  record_.text = converted(written_, is_sound, false);
  if (splitter_.fault) record_.fault = splitter_.fault;
}

}  // namespace nilai::engine
