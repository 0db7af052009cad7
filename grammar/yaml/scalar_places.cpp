#include "grammar/yaml/scalar_places.hpp"

#include <algorithm>
#include <string_view>

namespace nilai::grammar::yaml {

namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n';
}

/// The first character at or after `at` that is no blank. A carriage return is one at the end of its line only.
std::size_t skip_blanks(std::string_view file, std::size_t at) {
  const auto ends_line = [&] { return file[at] == '\r' && at + 1 < file.size() && file[at + 1] == '\n'; };
  while (at < file.size() && (is_blank(file[at]) || ends_line())) ++at;
  return at;
}

bool is_hex(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

std::uint32_t size32(std::size_t size) {
  return static_cast<std::uint32_t>(size);
}

/// Walks through the scalar in the file and through its value side by side.
class Walk {
 public:
  Walk(std::string_view file, std::uint32_t at, std::string_view value, text::SourceMap& places)
      : file_(file), value_(value), places_(places), begin_(at), at_(at) {
    const char opening = at < file.size() ? file[at] : '\0';
    if (opening == '"' || opening == '\'') {
      quote_ = opening;
      ++at_;
    } else if (opening == '|' || opening == '>') {
      is_block_ = true;
      at_ = std::min(file.find('\n', at), file.size() - 1) + 1;
    }
  }

  ScalarPlace run() {
    const std::size_t content = at_;
    bool is_exact = true;
    while (done_ < value_.size() && is_exact) is_exact = step();
    if (!is_exact) {
      // The library and this walk disagree: what is left stands at the rest of the line.
      const std::size_t line_end = std::min(file_.find('\n', at_), file_.size());
      add(value_.size() - done_, line_end - at_);
    }
    std::size_t end = at_;
    if (quote_ != '\0') {
      const std::size_t close = skip_blanks(file_, at_);
      if (close < file_.size() && file_[close] == quote_) end = close + 1;
    } else {
      while (end > content && (is_blank(file_[end - 1]) || file_[end - 1] == '\r')) --end;
    }
    const std::size_t text_end = quote_ != '\0' ? at_ : end;
    return {{begin_, size32(end)}, size32(text_end)};
  }

 private:
  /// One character of the value, or one run of blanks. False where the file has something else.
  bool step() {
    if (at_ >= file_.size()) return false;
    if (quote_ == '"' && file_[at_] == '\\') return escape();
    if (skip_blanks(file_, at_) > at_) return blanks();
    if (file_[at_] != value_[done_]) return false;
    if (quote_ == '\'' && file_[at_] == '\'') {
      add(1, 2);
    } else {
      places_.add_verbatim(1, size32(at_));
      ++at_;
      ++done_;
    }
    return true;
  }

  /// Blanks of the file, and what they are folded into: nothing, a blank, some line breaks, themselves.
  bool blanks() {
    const std::size_t end = skip_blanks(file_, at_);
    const std::string_view written = file_.substr(at_, end - at_);
    std::size_t count = 0;
    if (is_block_) {
      while (done_ + count < value_.size() && is_blank(value_[done_ + count])) ++count;
    } else {
      const auto breaks = static_cast<std::size_t>(std::count(written.begin(), written.end(), '\n'));
      count = breaks == 0 ? written.size() : std::max<std::size_t>(breaks - 1, 1);
      count = std::min(count, value_.size() - done_);
    }
    if (value_.substr(done_, count) == written) {
      places_.add_verbatim(size32(count), size32(at_));
      at_ = end;
      done_ += count;
    } else {
      add(count, written.size());
    }
    return true;
  }

  bool escape() {
    if (at_ + 1 >= file_.size()) return false;
    const char kind = file_[at_ + 1];
    if (kind == '\n' || kind == '\r') {
      // The line goes on in the next one, behind its blanks; an empty line between them is a line break.
      const std::size_t end = skip_blanks(file_, at_ + 1);
      const std::string_view written = file_.substr(at_, end - at_);
      const auto breaks = static_cast<std::size_t>(std::count(written.begin(), written.end(), '\n'));
      add(std::min(std::max<std::size_t>(breaks, 1) - 1, value_.size() - done_), written.size());
      return true;
    }
    std::size_t digits = kind == 'x' ? 2 : kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
    std::size_t length = 2;
    for (; digits > 0 && at_ + length < file_.size() && is_hex(file_[at_ + length]); --digits) ++length;
    add(std::min(std::max<std::size_t>(text::utf8_length(value_.substr(done_)), 1), value_.size() - done_), length);
    return true;
  }

  /// `count` bytes of the value that `length` bytes of the file are written for.
  void add(std::size_t count, std::size_t length) {
    places_.add_written(size32(count), {size32(at_), size32(at_ + length)});
    done_ += count;
    at_ += length;
  }

  std::string_view file_, value_;
  text::SourceMap& places_;
  std::uint32_t begin_;
  char quote_ = '\0';
  bool is_block_ = false;
  std::size_t at_;        ///< in the file
  std::size_t done_ = 0;  ///< of the value
};

}  // namespace

ScalarPlace place_scalar(std::string_view file, std::uint32_t at, std::string_view value, text::SourceMap& places) {
  return Walk(file, at, value, places).run();
}

}  // namespace nilai::grammar::yaml
