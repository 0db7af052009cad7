#include <catch2/catch.hpp>

#include "support/check_text.hpp"

using nilai::test::Snippet;

TEST_CASE("check_flow follows protected and personal columns through every path", "[rules]") {
  const auto snippet = GENERATE(values<Snippet>({
      {"a measure that nothing uses", "measure women = 1 when gender = female, 0 otherwise", {}},
      {"straight into a decision", "outcomes a b\ndecide b when gender = female a otherwise", {"4301 gender"}},
      {"through a measure into a score",
       "measure bonus = 10 when gender = female, 0 otherwise\nscore = mark + bonus",
       {"4301 gender"}},
      {"within a row that belongs to the person",
       "measure n = count(visit where gender = female)\nscore = mark + n",
       {"4301 gender"}},
      {"in what peers have in common",
       "score = mark - median(mark among companion in same gender)",
       {"4301 median(mark among companion in same gender)"}},
      {"through an earlier period",
       "measure bonus = 10 when gender = female, 0 otherwise\nscore = mark + (previous(bonus) if missing 0)",
       {"4301 gender"}},
      {"a name of an earlier period",
       "outcomes a\ndecide a otherwise because \"{previous(name)}\"",
       {"4302 previous(name)"}},
      {"a name in a reason", "outcomes a\ndecide a otherwise because \"{name}\"", {"4302 name"}},
  }));
  CAPTURE(snippet.name);
  CHECK(nilai::test::found_in(nilai::test::schema + snippet.text) == snippet.found);
}
