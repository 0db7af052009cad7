#include "grammar/keywords.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

namespace nilai::grammar {

TEST_CASE("the first spelling of a keyword is the one that is written", "[grammar]") {
  CHECK(written(Keyword::places) == "places");
  CHECK(spellings(Keyword::places) == "places|place");
  CHECK(first_word(Keyword::belongs_to) == "belongs");
}

TEST_CASE("reserved are the 23 words that no name may be", "[grammar]") {
  const auto keywords = all_keywords();
  const auto count = std::count_if(keywords.begin(), keywords.end(), [](Keyword k) { return is_reserved(written(k)); });
  CHECK(count == 23);
  for (const char* word : {"table", "when", "it", "yes", "if", "is"}) CHECK(is_reserved(word));
  for (const char* word : {"score", "date", "code", "points", "weight", "since", "use", "rulebook", "missing", ""}) {
    CHECK_FALSE(is_reserved(word));
  }
}

}  // namespace nilai::grammar
