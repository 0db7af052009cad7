#include "grammar/native/characters.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "grammar/text/source.hpp"

namespace nilai::grammar::native {

namespace {

struct Range {
  char32_t first, last;
};

// What is no letter above ASCII, by block. Coarse on purpose: a name may hold a rare symbol, but never one that people
// take for an operator, a quote or a space.
constexpr auto no_letters = std::to_array<Range>({
    {0x80, 0xA9},     {0xAB, 0xB4},     {0xB6, 0xB9},     {0xBB, 0xBF},     {0xD7, 0xD7},       {0xF7, 0xF7},
    {0x1680, 0x1680}, {0x2000, 0x206F}, {0x20A0, 0x20CF}, {0x2190, 0x2BFF}, {0x2E00, 0x2E7F},   {0x3000, 0x3004},
    {0x3008, 0x3020}, {0x3030, 0x3030}, {0xE000, 0xF8FF}, {0xFE10, 0xFE1F}, {0xFE30, 0xFE6F},   {0xFEFF, 0xFF0F},
    {0xFF1A, 0xFF20}, {0xFF3B, 0xFF40}, {0xFF5B, 0xFF65}, {0xFFE0, 0xFFFF}, {0x1F000, 0x1FAFF}, {0xE0000, 0x10FFFF},
});

}  // namespace

Character character_at(const char* at, const char* last) {
  const auto byte = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(at[i])); };
  const char32_t lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  const std::size_t length = text::utf8_length({at, static_cast<std::size_t>(last - at)});
  switch (length) {
    case 2:
      return {(lead & 0x1F) << 6 | (byte(1) & 0x3F), 2};
    case 3:
      return {(lead & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F), 3};
    case 4:
      return {(lead & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F), 4};
    default:
      return {0xFFFD, 1};
  }
}

bool is_letter(char32_t code_point) {
  if (code_point < 0x80) {
    return (code_point >= 'a' && code_point <= 'z') || (code_point >= 'A' && code_point <= 'Z');
  }
  const auto range =
      std::find_if(no_letters.begin(), no_letters.end(), [&](const Range& r) { return code_point <= r.last; });
  return range == no_letters.end() || code_point < range->first;
}

std::size_t name_char_length(const char* at, const char* last) {
  if (at >= last) return 0;
  if (is_digit(*at) || *at == '_') return 1;
  const Character character = character_at(at, last);
  return is_letter(character.code_point) ? character.length : 0;
}

bool is_odd_space(char32_t c) {
  return c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200D) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
         c == 0x205F || c == 0x2060 || c == 0x3000 || c == 0xFEFF;
}

bool is_curly_quote(char32_t c) {
  return (c >= 0x201C && c <= 0x201F) || c == 0xAB || c == 0xBB || c == 0xFF02;
}

bool is_control(char32_t c) {
  const bool is_blank = c == '\t' || c == '\n' || c == '\r';
  return (c < 0x20 && !is_blank) || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

const char* skip_blanks(const char* at, const char* last) {
  while (at < last) {
    const char byte = *at;
    if (byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r') {
      ++at;
    } else if (byte == '#') {
      at = std::find(at, last, '\n');
    } else if (static_cast<unsigned char>(byte) > 0x20 && static_cast<unsigned char>(byte) < 0x7F) {
      break;
    } else {
      const Character character = character_at(at, last);
      if (!is_odd_space(character.code_point) && !is_control(character.code_point)) break;
      at += character.length;
    }
  }
  return at;
}

}  // namespace nilai::grammar::native
