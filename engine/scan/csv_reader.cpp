#include "engine/scan/csv_reader.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <string>
#include <utility>

#include "engine/scan/cell_text.hpp"
#include "engine/scan/encoding.hpp"

namespace nilai::engine {
namespace {

constexpr std::size_t block_bytes = 256u << 10;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool ends_line(char byte) {
  return byte == '\n' || byte == '\r';
}

/// The bytes of the source from a moving start on, as many as were asked for.
class Window {
 public:
  explicit Window(std::unique_ptr<ByteSource> source) : source_(std::move(source)), buffer_(block_bytes) {}

  [[nodiscard]] std::string_view bytes() const { return {buffer_.data() + begin_, end_ - begin_}; }
  [[nodiscard]] bool failed() const { return failed_; }

  /// Moves the start past `count` bytes.
  void drop(std::size_t count) { begin_ += count; }

  /// Adds what one read gives; false at the end of the source or when it failed.
  bool fill() {
    if (end_ == buffer_.size()) make_room();
    const auto count = source_->read(buffer_.data() + end_, buffer_.size() - end_);
    failed_ = !count;
    end_ += count.value_or(0);
    return count.value_or(0) != 0;
  }

 private:
  void make_room() {
    if (begin_ == 0) {
      buffer_.resize(2 * buffer_.size());
    } else {
      std::copy(buffer_.data() + begin_, buffer_.data() + end_, buffer_.data());
      end_ -= std::exchange(begin_, 0);
    }
  }

  std::unique_ptr<ByteSource> source_;
  std::vector<char> buffer_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  bool failed_ = false;
};

/// The most frequent of `,` `;` tab outside quotes in the first line that is not blank; `,` when there is none.
char detect_delimiter(Window& window) {
  constexpr std::string_view candidates = ",;\t";
  std::array<std::size_t, candidates.size()> counts{};
  bool is_quoted = false;
  bool is_blank_line = true;
  for (std::size_t at = 0; at < CsvReader::max_record_bytes; ++at) {
    if (at == window.bytes().size() && !window.fill()) break;
    const char byte = window.bytes()[at];
    if (byte == '"') is_quoted = !is_quoted;
    if (!is_quoted && ends_line(byte)) {
      if (!is_blank_line) break;
      counts.fill(0);
    }
    if (!is_blank(byte)) is_blank_line = false;
    const std::size_t candidate = candidates.find(byte);
    if (!is_quoted && candidate != candidates.npos) ++counts[candidate];
  }
  const auto most = std::max_element(counts.begin(), counts.end());
  return candidates[static_cast<std::size_t>(most - counts.begin())];
}

/// Where the bytes of a field are, from the first byte of its record.
struct FieldMark {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool was_quoted = false;
  bool has_doubled_quotes = false;
};

/// Finds the fields of one record in bytes that may arrive in any portions.
class RecordSplitter {
 public:
  std::vector<FieldMark> fields;
  std::optional<RefusalKind> fault;

  void start(char delimiter) {
    fields.clear();
    fault.reset();
    delimiter_ = delimiter;
    cursor_ = 0;
    length_ = 0;
    open_field();
  }

  /// Bytes looked at so far; once the record has ended: with its line end.
  [[nodiscard]] std::size_t cursor() const { return cursor_; }
  /// Bytes of the record without its line end.
  [[nodiscard]] std::size_t length() const { return length_; }

  /// Goes on where it stopped, in the same record with more bytes; true when its line end was met.
  bool advance(std::string_view bytes) {
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

  /// The source ended: so does the record.
  void finish() {
    if (at_ == At::quoted) fault = RefusalKind::unclosed_quote;
    end_field();
    length_ = cursor_;
  }

 private:
  enum class At : std::uint8_t { field_start, bare, quoted, quote_seen, closed };

  [[nodiscard]] bool ends_field(char byte) const { return byte == delimiter_ || ends_line(byte); }
  [[nodiscard]] bool is_padding(char byte) const { return (byte == ' ' || byte == '\t') && byte != delimiter_; }

  void open_field() {
    at_ = At::field_start;
    field_ = FieldMark{cursor_, cursor_, false, false};
  }

  void see_first(char byte) {
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

  void find_quote(std::string_view bytes) {
    const void* quote = std::memchr(bytes.data() + cursor_, '"', bytes.size() - cursor_);
    if (quote == nullptr) {
      cursor_ = bytes.size();
      return;
    }
    field_.end = static_cast<std::size_t>(static_cast<const char*>(quote) - bytes.data());
    cursor_ = field_.end + 1;
    at_ = At::quote_seen;
  }

  void see_after_quote(char byte) {
    if (byte != '"') {
      at_ = At::closed;
      return;
    }
    field_.has_doubled_quotes = true;
    at_ = At::quoted;
    ++cursor_;
  }

  void see_after_field(char byte) {
    if (is_padding(byte)) {
      ++cursor_;
      return;
    }
    fault = RefusalKind::stray_quote;
    at_ = At::bare;  // the rest of the field is taken as text, so the harm stays small
  }

  void end_field() {
    if (at_ != At::quote_seen && at_ != At::closed) field_.end = cursor_;
    fields.push_back(field_);
  }

  /// Returns whether the record ends with the field.
  bool close_field(char byte) {
    end_field();
    length_ = cursor_;
    ++cursor_;
    open_field();
    return byte != delimiter_;
  }

  char delimiter_ = ',';
  At at_ = At::field_start;
  FieldMark field_;
  std::size_t cursor_ = 0;
  std::size_t length_ = 0;
};

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

struct CsvReader::State {
  State(std::unique_ptr<ByteSource> source, char wanted_delimiter, Encoding declared_encoding)
      : window(std::move(source)), delimiter(wanted_delimiter), encoding(declared_encoding) {}

  Window window;
  char delimiter;
  Encoding encoding;
  bool has_begun = false;
  bool has_ended = false;
  RecordSplitter splitter;
  CsvRecord record;
  std::string scratch;  // what had to be unquoted or converted; the record's views point into it or into the window
  std::optional<FileFault> fault;

  void begin();
  bool find_record();
  [[nodiscard]] bool is_blank_line() const;
  bool stop(FileFaultKind kind);
  void build_record();
  std::string_view converted(std::string_view bytes, bool is_sound, bool has_doubled_quotes);
};

void CsvReader::State::begin() {
  has_begun = true;
  while (window.bytes().size() < byte_order_mark.size() && window.fill()) {
  }
  if (window.bytes().starts_with(byte_order_mark)) {
    window.drop(byte_order_mark.size());
    encoding = Encoding::utf8;  // a file that says what it is knows better than who described it
  }
  if (delimiter == 0) delimiter = detect_delimiter(window);
}

bool CsvReader::State::stop(FileFaultKind kind) {
  has_ended = true;
  fault = FileFault{kind, 0, record.row + 1, "", ""};
  return false;
}

/// Puts the next record, or blank line, at the front of the window.
bool CsvReader::State::find_record() {
  window.drop(splitter.cursor());
  splitter.start(delimiter);
  for (;;) {
    const bool is_complete = splitter.advance(window.bytes());
    if (splitter.cursor() > max_record_bytes) return stop(FileFaultKind::record_too_long);
    if (is_complete) return true;
    if (window.fill()) continue;
    if (window.failed()) return stop(FileFaultKind::cannot_read);
    has_ended = true;
    if (splitter.cursor() == 0) return false;
    splitter.finish();
    return true;
  }
}

bool CsvReader::State::is_blank_line() const {
  if (splitter.fields.size() != 1 || splitter.fields.front().was_quoted) return false;
  return trim(window.bytes().substr(0, splitter.length())).empty();
}

/// `bytes` where they are, or in UTF-8 and unquoted in `scratch`. Requires: `scratch` has room, so that it does not
/// move.
std::string_view CsvReader::State::converted(std::string_view bytes, bool is_sound, bool has_doubled_quotes) {
  if (is_sound && !has_doubled_quotes) return bytes;
  const std::size_t begin = scratch.size();
  if (is_sound) {
    scratch.append(bytes);
  } else if (!append_utf8(bytes, encoding, scratch)) {
    record.fault = RefusalKind::wrong_encoding;
  }
  if (has_doubled_quotes) collapse_quotes(scratch, begin);
  return std::string_view(scratch).substr(begin);
}

void CsvReader::State::build_record() {
  const std::string_view bytes = window.bytes().substr(0, splitter.length());
  const bool is_sound = is_ascii(bytes) || (encoding == Encoding::utf8 && is_utf8(bytes));
  constexpr std::size_t most_bytes_per_byte = 3;
  scratch.clear();
  // The fields and the record as a whole, each as long as its conversion can make it.
  scratch.reserve(is_sound ? bytes.size() : 2 * most_bytes_per_byte * bytes.size());

  ++record.row;
  record.fields.clear();
  record.was_quoted.clear();
  record.fault.reset();
  for (const FieldMark& field : splitter.fields) {
    const std::string_view text = bytes.substr(field.begin, field.end - field.begin);
    record.fields.push_back(converted(text, is_sound, field.has_doubled_quotes));
    record.was_quoted.push_back(field.was_quoted);
  }
  record.text = converted(bytes, is_sound, false);
  if (splitter.fault) record.fault = splitter.fault;
}

CsvReader::CsvReader(std::unique_ptr<ByteSource> source, char delimiter, Encoding encoding)
    : state_(std::make_unique<State>(std::move(source), delimiter, encoding)) {}

CsvReader::~CsvReader() = default;

const CsvRecord* CsvReader::next() {
  State& state = *state_;
  if (!state.has_begun) state.begin();
  while (!state.has_ended && state.find_record()) {
    if (state.is_blank_line()) continue;
    state.build_record();
    return &state.record;
  }
  return nullptr;
}

const std::optional<FileFault>& CsvReader::fault() const {
  return state_->fault;
}

}  // namespace nilai::engine
