#include "engine/gather/rows/whole_text.hpp"

#include <bit>
#include <cstddef>
#include <cstring>

namespace nilai::engine {
namespace {

constexpr std::size_t max_digits = 18;
constexpr std::size_t word_digits = 8;
constexpr std::uint64_t zeros = 0x3030303030303030;  // eight times `0`

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Eight characters, the first in the lowest byte on every machine.
std::uint64_t word_at(const char* text) {
  std::uint64_t word = 0;
  std::memcpy(&word, text, sizeof word);
  if constexpr (std::endian::native == std::endian::big) {
    std::uint64_t turned = 0;
    for (unsigned shift = 0; shift < 64; shift += 8) turned = (turned << 8) | ((word >> shift) & 0xFF);
    return turned;
  }
  return word;
}

/// The first `count` of eight characters behind as many zeros as make eight. Requires: 1 to 8.
std::uint64_t first_of(std::uint64_t word, std::size_t count) {
  const std::size_t free_bits = 8 * (word_digits - count);
  return free_bits == 0 ? word : (word << free_bits) | (zeros >> (64 - free_bits));
}

/// A digit's upper half is 3, and stays so when 6 is added.
bool are_digits(std::uint64_t word) {
  constexpr std::uint64_t upper_halves = 0xF0F0F0F0F0F0F0F0;
  return (word & upper_halves) == zeros && ((word + 0x0606060606060606) & upper_halves) == zeros;
}

/// Neighbours are joined three times: digits to pairs, pairs to fours, and those to the whole.
std::uint64_t number_of_digits(std::uint64_t word) {
  word = ((word & 0x0F0F0F0F0F0F0F0F) * (10 * 0x100 + 1)) >> 8;
  word = ((word & 0x00FF00FF00FF00FF) * (100 * 0x10000 + 1)) >> 16;
  return ((word & 0x0000FFFF0000FFFF) * (10'000 * 0x100000000 + 1)) >> 32;
}

std::uint64_t digit_by_digit(std::string_view text) {
  std::uint64_t number = 0;
  for (const char c : text) {
    if (!is_digit(c)) return not_whole;
    number = number * 10 + static_cast<std::uint64_t>(c - '0');
  }
  return number;
}

}  // namespace

std::uint64_t whole_number(std::string_view text) {
  if (text.empty() || text.size() > max_digits || (text[0] == '0' && text.size() > 1)) return not_whole;
  if (text.size() < word_digits || text.size() > 2 * word_digits) return digit_by_digit(text);
  const std::uint64_t tail = word_at(text.data() + text.size() - word_digits);
  const std::size_t head_digits = text.size() - word_digits;
  const std::uint64_t head = head_digits == 0 ? zeros : first_of(word_at(text.data()), head_digits);
  if (!are_digits(head) || !are_digits(tail)) return not_whole;
  return number_of_digits(head) * 100'000'000 + number_of_digits(tail);
}

}  // namespace nilai::engine
