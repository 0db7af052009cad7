#include "engine/scan/record_splitter.hpp"

#include <cstring>

namespace nilai::engine {

void RecordSplitter::start(char delimiter) {
  fields.clear();
  fault.reset();
  delimiter_ = delimiter;
  cursor_ = 0;
  length_ = 0;
  open_field();
}

bool RecordSplitter::advance(std::string_view bytes) {
  while (cursor_ < bytes.size()) {
    const char byte = bytes[cursor_];
    switch (at_) {
      case At::field_start:
        see_first(byte);
        break;
      case At::bare:
        while (cursor_ < bytes.size() && !ends_field(bytes[cursor_])) ++cursor_;
        if (cursor_ < bytes.size() && close_field(bytes[cursor_])) return true;
        break;
      case At::quoted:
        find_quote(bytes);
        break;
      case At::quote_seen:
        see_after_quote(byte);
        break;
      case At::closed:
        if (ends_field(byte)) {
          if (close_field(byte)) return true;
        } else {
          see_after_field(byte);
        }
        break;
    }
  }
  return false;
}

void RecordSplitter::finish() {
  if (at_ == At::quoted) fault = RefusalKind::unclosed_quote;
  end_field();
  length_ = cursor_;
}

void RecordSplitter::open_field() {
  at_ = At::field_start;
  field_ = FieldMark{cursor_, cursor_, false, false};
}

void RecordSplitter::see_first(char byte) {
  if (byte == '"') {
    at_ = At::quoted;
    field_ = FieldMark{cursor_ + 1, cursor_ + 1, true, false};
    ++cursor_;
  } else if (is_padding(byte)) {
    ++cursor_;  // blanks before a quote are not text, so they do not make the field a bare one
  } else {
    at_ = At::bare;
  }
}

void RecordSplitter::find_quote(std::string_view bytes) {
  const void* quote = std::memchr(bytes.data() + cursor_, '"', bytes.size() - cursor_);
  if (quote == nullptr) {
    cursor_ = bytes.size();
    return;
  }
  field_.end = static_cast<std::size_t>(static_cast<const char*>(quote) - bytes.data());
  cursor_ = field_.end + 1;
  at_ = At::quote_seen;
}

void RecordSplitter::see_after_quote(char byte) {
  if (byte != '"') {
    at_ = At::closed;
    return;
  }
  field_.has_doubled_quotes = true;
  at_ = At::quoted;
  ++cursor_;
}

void RecordSplitter::see_after_field(char byte) {
  if (is_padding(byte)) {
    ++cursor_;
    return;
  }
  fault = RefusalKind::stray_quote;
  at_ = At::bare;  // the rest of the field is taken as text, so the harm stays small
}

void RecordSplitter::end_field() {
  if (at_ != At::quote_seen && at_ != At::closed) field_.end = cursor_;
  fields.push_back(field_);
}

/// Returns whether the record ends with the field.
bool RecordSplitter::close_field(char byte) {
  end_field();
  length_ = cursor_;
  ++cursor_;
  open_field();
  return byte != delimiter_;
}

}  // namespace nilai::engine
