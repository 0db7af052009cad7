#include "engine/scan/cell_text.hpp"

#include <algorithm>

namespace nilai::engine {
namespace {

char lower_ascii(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool continues_a_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0u) == 0x80u;
}

/// The second byte of À..Þ, whose first is C3, as that of à..þ. × (97) and ÷ are no letters.
char lower_latin1(char second) {
  const auto byte = static_cast<unsigned char>(second);
  return byte >= 0x80 && byte <= 0x9E && byte != 0x97 ? static_cast<char>(byte + 0x20) : second;
}

}  // namespace

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  return a.size() == b.size() &&
         std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return lower_ascii(x) == lower_ascii(y); });
}

void lower_case(std::string_view text, std::string& lowered) {
  lowered.assign(text);
  bool after_c3 = false;
  for (char& c : lowered) {
    c = after_c3 ? lower_latin1(c) : lower_ascii(c);
    after_c3 = c == '\xC3';
  }
}

std::string excerpt(std::string_view text, std::size_t max_characters) {
  std::size_t characters = 0;
  std::size_t end = 0;
  for (; end < text.size(); ++end) {
    if (!continues_a_character(text[end]) && ++characters > max_characters) break;
  }
  return std::string(text.substr(0, end));
}

}  // namespace nilai::engine
