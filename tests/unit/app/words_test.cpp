#include "app/words.hpp"

#include <catch2/catch.hpp>

namespace nilai::app {
namespace {

using text::Language;

TEST_CASE("words are said in the language asked for, with their arguments", "[app]") {
  CHECK(say(Word::so_many_errors, Language::en, {"3"}) == "3 errors");
  CHECK(say(Word::so_many_errors, Language::id, {"3"}) == "3 galat");
}

TEST_CASE("thousands are apart as the language writes them", "[app]") {
  CHECK(count_text(0, Language::en) == "0");
  CHECK(count_text(999, Language::en) == "999");
  CHECK(count_text(1'000, Language::en) == "1,000");
  CHECK(count_text(144'000, Language::id) == "144.000");
  CHECK(count_text(1'234'567, Language::en) == "1,234,567");
}

}  // namespace
}  // namespace nilai::app
