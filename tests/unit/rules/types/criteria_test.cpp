#include <catch2/catch.hpp>

#include "support/check_text.hpp"

using nilai::test::Snippet;

TEST_CASE("criteria are rows with points, a value and a weight", "[rules]") {
  const auto snippet = GENERATE(values<Snippet>({
      {"one criterion", "measure m = points(a) + 100 * weight(b) + value(a)", {}},
      {"all of them", "measure m = sum(points * weight of criteria) + count(criteria where points < 3)", {}},
      {"a condition of theirs", "outcomes o\ndecide o when any(criteria where points = 0) o otherwise", {}},
      {"distinct points", "measure m = count(distinct points of criteria)", {}},
      {"a name of theirs elsewhere", "measure m = points", {"2101 points"}},
      {"no such criterion", "measure m = points(c)", {"2112 c"}},
      {"a measure is none", "measure n = mark\nmeasure m = points(n)", {"2112 n"}},
      {"no name", "measure m = points(mark + 1)", {"3110 points"}},
      {"not a number", "measure m = sum(points > 3 of criteria)", {"3101 points > 3"}},
      {"they have no dates", "measure m = latest(points of criteria)", {"3110 latest"}},
      {"nor a time", "measure m = sum(points of criteria ever)", {"3110 sum"}},
      {"within rows", "measure m = count(visit where points(a) > 3)", {"3109 points(a)"}},
      {"their own score reads them",
       "score own = max(points of criteria)\ncriterion d in own measured by points(a) points = it",
       {}},
      {"a circle",
       "criterion d weight 100% in own measured by max(points of criteria) points = it\nscore own = sum of points",
       {"2301 d"}},
  }));
  CAPTURE(snippet.name);
  const std::string criteria =
      "criterion a weight 50% measured by mark points = it\n"
      "criterion b weight 50% measured by households points 0 at 0, 100 at 40\n"
      "score = weighted average of criteria\n";
  CHECK(nilai::test::found_in(nilai::test::schema + criteria + snippet.text) == snippet.found);
}

TEST_CASE("values of criteria that measure different things do not meet", "[rules]") {
  CHECK(nilai::test::found_in(nilai::test::schema +
                              "criterion a measured by mark points = it\n"
                              "criterion b measured by name points 1 when equal to \"x\", 0 otherwise\n"
                              "measure m = count(distinct value of criteria)") ==
        std::vector<std::string>{"3102 name"});
}
