#pragma once

#include <cstddef>
#include <cstdint>

namespace nilai::grammar::native {

/// A character of the text: its code point and its length in bytes. Requires: `at` < `last`, and valid UTF-8.
struct Character {
  char32_t code_point = 0;
  std::size_t length = 1;
};
Character character_at(const char* at, const char* last);

inline bool is_digit(char byte) {
  return byte >= '0' && byte <= '9';
}

/// A letter or mark of any script: every code point above ASCII that is no punctuation, symbol, space or control.
bool is_letter(char32_t code_point);

/// Length in bytes of the letter, mark, digit or `_` at `at`; 0 when another character, or the end, stands there.
std::size_t name_char_length(const char* at, const char* last);

/// White space that looks like a blank and is none: a no-break space and its like.
bool is_odd_space(char32_t code_point);

/// `“`, `”` and their like.
bool is_curly_quote(char32_t code_point);

/// Characters that no text for people holds: all controls but tab and line ends, and those that turn the direction of
/// writing, which make a text look different from what it says.
bool is_control(char32_t code_point);

/// The first character at or after `at` that is neither blank nor part of a comment. What `screen` has reported as an
/// odd space or a control counts as blank, so that it is reported once.
const char* skip_blanks(const char* at, const char* last);

}  // namespace nilai::grammar::native
