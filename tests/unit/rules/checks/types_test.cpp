#include <catch2/catch.hpp>

#include "support/check_text.hpp"

using nilai::test::Snippet;

TEST_CASE("check_types finds what does not go together, and says it once", "[rules]") {
  const auto snippet = GENERATE(values<Snippet>({
      {"days with days", "measure m = active_days + 45 days", {}},
      {"days with a bare number", "measure m = active_days - 45", {}},
      {"days with households", "measure m = active_days + households", {"3103 households"}},
      {"days a household, compared with days",
       "measure m = yes when active_days / households > active_days, no otherwise",
       {}},
      {"a date and months", "measure m = count(visit where visited_on <= period end - 6 months)", {}},
      {"a date and a number", "measure m = count(visit where visited_on > 3)", {"3102 3"}},
      {"a bare word where its choice is expected", "measure m = yes when gender in (female, male), no otherwise", {}},
      {"a measure of bare words", "measure m = witness when mark < 50, suspect otherwise", {}},
      {"a mistake is not reported again by what uses it",
       "measure a = 1 + verified2\nmeasure b = a + 1\nmeasure c = not b",
       {"2101 verified2"}},
      {"a measure within rows", "measure a = mark\nmeasure b = count(visit where a > 3)", {"3109 a"}},
  }));
  CAPTURE(snippet.name);
  CHECK(nilai::test::found_in(nilai::test::schema + snippet.text) == snippet.found);
}
