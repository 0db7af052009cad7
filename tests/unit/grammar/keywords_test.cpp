#include "grammar/keywords.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>
#include <string>

namespace nilai::grammar {

namespace {

constexpr auto english = KeywordLanguage::english;
constexpr auto indonesian = KeywordLanguage::indonesian;

std::ptrdiff_t reserved_count(KeywordLanguage language) {
  const auto keywords = all_keywords();
  return std::count_if(keywords.begin(), keywords.end(), [&](Keyword k) { return is_reserved(k, language); });
}

}  // namespace

TEST_CASE("the first spelling of a keyword is the one that is written", "[grammar]") {
  CHECK(written(Keyword::places, english) == "places");
  CHECK(spellings(Keyword::places, english) == "places|place");
  CHECK(first_word(Keyword::belongs_to, english) == "belongs");
  CHECK(written(Keyword::places, indonesian) == "desimal");
  CHECK(first_word(Keyword::rulebook, indonesian) == "buku");
}

TEST_CASE("reserved are the 23 words that no English name may be", "[grammar]") {
  CHECK(reserved_count(english) == 23);
  for (const char* word : {"table", "when", "it", "yes", "if", "is"}) CHECK(is_reserved(word, english));
  for (const char* word : {"score", "date", "code", "points", "weight", "since", "use", "rulebook", "missing", ""}) {
    CHECK_FALSE(is_reserved(word, english));
  }
}

TEST_CASE("reserved are the 25 words and pairs that no Indonesian name may be", "[grammar]") {
  CHECK(reserved_count(indonesian) == 25);
  for (const char* word : {"tabel", "bila", "ia", "tidak", "kosong", "terisi", "selain itu", "daftar keputusan"}) {
    CHECK(is_reserved(word, indonesian));
  }
  for (const char* word : {"nilai", "keputusan", "selain", "daftar", "table", "when"}) {
    CHECK_FALSE(is_reserved(word, indonesian));
  }
}

TEST_CASE("the keys of the YAML form alone are no keywords of the native form", "[grammar]") {
  const auto keywords = all_keywords();
  const auto keys = keys_of_yaml_only();
  CHECK(keys.size() == 11);
  CHECK(keys.front() == Keyword::label);
  CHECK(keys.back() == Keyword::tests);
  for (const Keyword key : keys) {
    CAPTURE(written(key, english));
    CHECK(std::find(keywords.begin(), keywords.end(), key) == keywords.end());
    CHECK_FALSE(is_reserved(key, english));
    CHECK_FALSE(is_reserved(key, indonesian));
  }
}

TEST_CASE("what one word is in English is one word in Indonesian", "[grammar]") {
  std::map<std::string, std::set<std::string>> meanings;
  for (const Keyword keyword : all_keywords()) {
    const std::string both(written(keyword, indonesian));
    CAPTURE(both);
    CHECK_FALSE(both.empty());
    meanings[both].insert(std::string(written(keyword, english)));
  }
  // Two English words that are one in Indonesian would leave `convert` to guess; these pairs stand in other places.
  const std::set<std::set<std::string>> told_apart = {
      {"criteria", "criterion"}, {"year", "years"}, {"month", "months"}};
  for (const auto& [word, meaning] : meanings) {
    CAPTURE(word);
    CHECK((meaning.size() == 1 || told_apart.count(meaning) == 1));
  }
}

}  // namespace nilai::grammar
