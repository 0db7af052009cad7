#include "engine/scan/encoding.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

namespace nilai::engine {
namespace {

constexpr char32_t replacement = 0xFFFD;

// Bytes 80..9F of windows-1252 (the rest is as in Latin-1); 0 where the encoding has none.
constexpr std::array<char16_t, 32> windows_1252_high = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                        0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                        0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                        0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

unsigned byte_at(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}

bool continues(std::string_view bytes, std::size_t at, unsigned lowest = 0x80, unsigned highest = 0xBF) {
  return at < bytes.size() && byte_at(bytes, at) >= lowest && byte_at(bytes, at) <= highest;
}

/// The length of the well-formed character at the front, or 0. The ranges are those of table 3-7 of the Unicode
/// standard: what narrows the second byte are the overlong forms, the surrogates and the end of the code space.
std::size_t character_length(std::string_view bytes) {
  const unsigned lead = byte_at(bytes, 0);
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return continues(bytes, 1) ? 2 : 0;
  if (lead >= 0xE0 && lead <= 0xEF) {
    const bool second = continues(bytes, 1, lead == 0xE0 ? 0xA0 : 0x80, lead == 0xED ? 0x9F : 0xBF);
    return second && continues(bytes, 2) ? 3 : 0;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    const bool second = continues(bytes, 1, lead == 0xF0 ? 0x90 : 0x80, lead == 0xF4 ? 0x8F : 0xBF);
    return second && continues(bytes, 2) && continues(bytes, 3) ? 4 : 0;
  }
  return 0;
}

/// Requires: `code` is below U+10000, which is all that windows-1252 and the replacement need.
void append_code(char32_t code, std::string& text) {
  if (code < 0x80) {
    text.push_back(static_cast<char>(code));
  } else if (code < 0x800) {
    text.push_back(static_cast<char>(0xC0 | (code >> 6)));
    text.push_back(static_cast<char>(0x80 | (code & 0x3F)));
  } else {
    text.push_back(static_cast<char>(0xE0 | (code >> 12)));
    text.push_back(static_cast<char>(0x80 | ((code >> 6) & 0x3F)));
    text.push_back(static_cast<char>(0x80 | (code & 0x3F)));
  }
}

bool append_from_utf8(std::string_view bytes, std::string& text) {
  bool is_sound = true;
  while (!bytes.empty()) {
    const std::size_t length = character_length(bytes);
    if (length == 0) {
      append_code(replacement, text);
      is_sound = false;
    } else {
      text.append(bytes.substr(0, length));
    }
    bytes.remove_prefix(length == 0 ? 1 : length);
  }
  return is_sound;
}

bool append_from_windows_1252(std::string_view bytes, std::string& text) {
  bool is_sound = true;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    char32_t code = byte_at(bytes, at);
    if (code >= 0x80 && code < 0xA0) code = windows_1252_high[code - 0x80];
    if (code == 0 && bytes[at] != '\0') {
      code = replacement;
      is_sound = false;
    }
    append_code(code, text);
  }
  return is_sound;
}

}  // namespace

bool is_ascii(std::string_view bytes) {
  unsigned seen = 0;
  for (std::size_t at = 0; at < bytes.size(); ++at) seen |= byte_at(bytes, at);
  return seen < 0x80;
}

bool is_utf8(std::string_view bytes) {
  while (!bytes.empty()) {
    const std::size_t length = character_length(bytes);
    if (length == 0) return false;
    bytes.remove_prefix(length);
  }
  return true;
}

bool is_sound_text(std::string_view bytes, Encoding encoding) {
  return is_ascii(bytes) || (encoding == Encoding::utf8 && is_utf8(bytes));
}

bool append_utf8(std::string_view bytes, Encoding encoding, std::string& text) {
  switch (encoding) {
    case Encoding::utf8:
      return append_from_utf8(bytes, text);
    case Encoding::windows_1252:
      return append_from_windows_1252(bytes, text);
  }
  return false;
}

}  // namespace nilai::engine
