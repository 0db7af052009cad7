#include <catch2/catch.hpp>

#include "support/check_text.hpp"

using nilai::test::Snippet;

TEST_CASE("check_cases finds gaps, and cases out of reach", "[rules]") {
  const auto snippet = GENERATE(values<Snippet>({
      {"the whole line, in two", "measure m = yes when mark < 50, no when mark >= 50", {}},
      {"whole bands over a whole number", "measure m = yes when households <= 90, no when households >= 91", {}},
      {"whole bands over a number that is not whole",
       "measure m = yes when mark <= 90, no when mark >= 91",
       {"4101 yes when mark <= 90, no when mark >= 91"}},
      {"a point left out",
       "measure m = yes when mark < 50, no when mark > 50",
       {"4101 yes when mark < 50, no when mark > 50"}},
      {"two subjects and no otherwise",
       "measure m = yes when mark < 50, no when households >= 1",
       {"4101 yes when mark < 50, no when households >= 1"}},
      {"taken by the case before",
       "measure m = 2 when mark >= 35, 1 when mark >= 40, 0 otherwise",
       {"4102 1 when mark >= 40"}},
      {"beyond the bounds of the column", "measure m = 2 when mark > 100, 1 otherwise", {"4102 2 when mark > 100"}},
      {"an otherwise that nothing is left for",
       "measure m = 2 when mark >= 50, 1 when mark < 50, 0 otherwise",
       {"4102 0 otherwise"}},
      {"a decision out of reach", "outcomes a b\ndecide b when mark < 50 b when mark < 40 a otherwise", {"4102 b"}},
      {"a decision without otherwise", "outcomes a b\ndecide b when mark < 50", {"4101 b"}},
  }));
  CAPTURE(snippet.name);
  CHECK(nilai::test::found_in(nilai::test::schema + snippet.text) == snippet.found);
}
