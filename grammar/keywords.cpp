#include "grammar/keywords.hpp"

#include <algorithm>
#include <array>

namespace nilai::grammar {

namespace {

enum class Standing : std::uint8_t { free, reserved, reserved_in_indonesian, key };

struct Entry {
  Standing standing;
  std::string_view english, indonesian;
};

constexpr auto entries = std::to_array<Entry>({
#define NILAI_KEYWORD(name, standing, english, indonesian) {Standing::standing, english, indonesian},
#include "grammar/keywords.def"
#undef NILAI_KEYWORD
});

constexpr auto keywords = std::to_array<Keyword>({
#define NILAI_KEYWORD(name, standing, english, indonesian) Keyword::name,
#include "grammar/keywords.def"
#undef NILAI_KEYWORD
});

const Entry& entry(Keyword keyword) {
  return entries[static_cast<std::size_t>(keyword)];
}

}  // namespace

std::string_view spellings(Keyword keyword, KeywordLanguage language) {
  return language == KeywordLanguage::english ? entry(keyword).english : entry(keyword).indonesian;
}

std::string_view written(Keyword keyword, KeywordLanguage language) {
  const std::string_view all = spellings(keyword, language);
  return all.substr(0, all.find('|'));
}

std::string_view first_word(Keyword keyword, KeywordLanguage language) {
  const std::string_view words = written(keyword, language);
  return words.substr(0, words.find(' '));
}

std::span<const Keyword> all_keywords() {
  return std::span(keywords).first(static_cast<std::size_t>(Keyword::label));
}

std::span<const Keyword> keys_of_yaml_only() {
  return std::span(keywords).subspan(static_cast<std::size_t>(Keyword::label));
}

bool is_reserved(Keyword keyword, KeywordLanguage language) {
  switch (entry(keyword).standing) {
    case Standing::free:
    case Standing::key:
      return false;
    case Standing::reserved:
      return true;
    case Standing::reserved_in_indonesian:
      return language == KeywordLanguage::indonesian;
  }
  return false;
}

bool is_reserved(std::string_view words, KeywordLanguage language) {
  return std::any_of(keywords.begin(), keywords.end(), [&](Keyword keyword) {
    return is_reserved(keyword, language) && written(keyword, language) == words;
  });
}

}  // namespace nilai::grammar
