#include "grammar/keywords.hpp"

#include <algorithm>
#include <array>

namespace nilai::grammar {

namespace {

enum class Standing : std::uint8_t { free, reserved };

struct Entry {
  Standing standing;
  std::string_view english;
};

constexpr auto entries = std::to_array<Entry>({
#define NILAI_KEYWORD(name, standing, english) {Standing::standing, english},
#include "grammar/keywords.def"
#undef NILAI_KEYWORD
});

constexpr auto keywords = std::to_array<Keyword>({
#define NILAI_KEYWORD(name, standing, english) Keyword::name,
#include "grammar/keywords.def"
#undef NILAI_KEYWORD
});

}  // namespace

std::string_view spellings(Keyword keyword) {
  return entries[static_cast<std::size_t>(keyword)].english;
}

std::string_view written(Keyword keyword) {
  const std::string_view all = spellings(keyword);
  return all.substr(0, all.find('|'));
}

std::string_view first_word(Keyword keyword) {
  const std::string_view words = written(keyword);
  return words.substr(0, words.find(' '));
}

std::span<const Keyword> all_keywords() {
  return keywords;
}

bool is_reserved(std::string_view word) {
  return std::any_of(entries.begin(), entries.end(),
                     [&](const Entry& entry) { return entry.standing == Standing::reserved && entry.english == word; });
}

}  // namespace nilai::grammar
