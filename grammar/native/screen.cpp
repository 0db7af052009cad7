#include "grammar/native/screen.hpp"

#include <algorithm>
#include <string>

#include "grammar/native/characters.hpp"
#include "grammar/native/words.hpp"

namespace nilai::grammar::native {

namespace {

using text::Code;
using text::Phrase;
using text::Span;

std::string code_point_text(char32_t code_point) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string text = "U+";
  for (int shift = code_point > 0xFFFF ? 20 : 12; shift >= 0; shift -= 4) {
    text += digits[(code_point >> static_cast<unsigned>(shift)) & 0xFu];
  }
  return text;
}

/// One pass over the characters.
class Screen {
 public:
  Screen(State& state, const char* from)
      : state_(state), diagnostics_(state.diagnostics), begin_(from), last_(state.last) {}

  void run() {
    const char* at = begin_;
    if (at < last_ && character_at(at, last_).code_point == byte_order_mark) at += 3;
    while (at < last_) {
      const Character character = character_at(at, last_);
      if (*at == '#') {
        at = check_characters(at, std::find(at, last_, '\n'));
      } else if (is_text(at, last_)) {
        at = check_text(at);
      } else if (*at == '`') {
        at = check_backtick(at);
      } else {
        if (is_odd_space(character.code_point)) report_space(at, character);
        at = check_characters(at, at + character.length);
      }
    }
  }

 private:
  static constexpr char32_t byte_order_mark = 0xFEFF;

  [[nodiscard]] Span span(const char* from, const char* to) const { return state_.span(from, to); }

  void report_space(const char* at, Character character) {
    const Span place = span(at, at + character.length);
    auto& diagnostic = diagnostics_.add(Code::odd_space, place, {code_point_text(character.code_point)});
    diagnostic.fixes.push_back({{Phrase::plain_space, {}}, place, " "});
  }

  /// Characters that cannot be seen are reported once: a file that holds one holds many.
  const char* check_characters(const char* at, const char* end) {
    has_control_ = has_control_ || !has_no_controls(state_, at, end);
    return end;
  }

  const char* check_text(const char* at) {
    const char* end = text_end(at, last_);
    check_characters(at, end);
    const bool is_curly = *at != '"';
    const char* body = at + character_at(at, last_).length;
    const bool is_closed = end > body && (end[-1] == '"' || ends_curly(body, end));
    if (is_curly) {
      report_curly(at, body, end);
    } else if (!is_closed) {
      const char* stop = end > at && end[-1] == '\r' ? end - 1 : end;
      diagnostics_.add(Code::text_not_closed, span(at, stop)).notes.push_back({Phrase::text_on_one_line, {}});
    }
    check_escapes(body, end);
    return end;
  }

  [[nodiscard]] bool ends_curly(const char* body, const char* end) const {
    const char* at = body;
    while (at < end) {
      const Character character = character_at(at, last_);
      at += character.length;
      if (at == end) return is_curly_quote(character.code_point);
    }
    return false;
  }

  void report_curly(const char* at, const char* body, const char* end) {
    auto& diagnostic = diagnostics_.add(Code::curly_quotes, span(at, end));
    const char* stop = body;
    while (stop < end && *stop != '"' && !is_curly_quote(character_at(stop, last_).code_point)) {
      stop += character_at(stop, last_).length;
    }
    const std::string straight = "\"" + std::string(body, stop) + "\"";
    diagnostic.fixes.push_back({{Phrase::write_instead, {straight}}, span(at, end), straight});
  }

  void check_escapes(const char* at, const char* end) {
    for (; at + 1 < end; ++at) {
      if (*at != '\\') continue;
      ++at;
      constexpr std::string_view known = "\"\\n{}";
      if (known.find(*at) != std::string_view::npos) continue;
      const Character character = character_at(at, last_);
      auto& diagnostic = diagnostics_.add(Code::unknown_escape, span(at - 1, at + character.length),
                                          {"\\" + std::string(at, character.length)});
      diagnostic.notes.push_back({Phrase::escapes_are, {}});
    }
  }

  const char* check_backtick(const char* at) {
    const char* end = at + 1;
    while (const std::size_t length = name_char_length(end, last_)) end += length;
    const bool is_name = end > at + 1;
    if (is_name && end < last_ && *end == '`') return end + 1;
    auto& diagnostic = diagnostics_.add(Code::backtick_not_closed, span(at, end));
    if (is_name) {
      const std::string closed = std::string(at, end) + "`";
      diagnostic.fixes.push_back({{Phrase::close_backtick, {}}, span(at, end), closed});
    }
    return end;
  }

  State& state_;
  text::Diagnostics& diagnostics_;
  const char* begin_;
  const char* last_;
  bool has_control_ = false;
};

}  // namespace

bool is_readable(const text::Source& source, std::size_t max_bytes, text::Diagnostics& diagnostics) {
  const std::string_view text = source.text();
  if (text.size() > max_bytes) {
    constexpr std::size_t mebibyte = 1u << 20;
    diagnostics.add(Code::file_too_large, {0, 0}, {std::to_string(max_bytes / mebibyte)});
    return false;
  }
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = text::utf8_length(text.substr(i));
    if (length == 0) {
      const auto at = static_cast<std::uint32_t>(i);
      diagnostics.add(Code::not_utf8, {at, at + 1}).notes.push_back({Phrase::save_as_utf8, {}});
      return false;
    }
    i += length;
  }
  return true;
}

void screen(State& state, const char* from) {
  Screen(state, from).run();
}

bool has_no_controls(State& state, const char* from, const char* to) {
  for (const char* at = from; at < to;) {
    const Character character = character_at(at, to);
    if (is_control(character.code_point)) {
      state.diagnostics.add(Code::control_character, state.span(at, at + character.length),
                            {code_point_text(character.code_point)});
      return false;
    }
    at += character.length;
  }
  return true;
}

}  // namespace nilai::grammar::native
