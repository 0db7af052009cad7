#include <catch2/catch.hpp>

#include "support/check_text.hpp"

namespace {

std::string book(const std::vector<const char*>& weights) {
  std::string text = nilai::test::schema;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    text += "criterion c" + std::to_string(i) + " " + weights[i] + " measured by mark points 0 at 0, 100 at 100\n";
  }
  return text + "score = weighted average of criteria\n";
}

struct WeightCase {
  const char* name;
  std::vector<const char*> weights;
  std::vector<std::string> found;
};

}  // namespace

TEST_CASE("check_weights asks for exactly 100%", "[rules]") {
  const auto c = GENERATE(values<WeightCase>({
      {"halves", {"weight 50%", "weight 50%"}, {}},
      {"thirds typed with two decimals", {"weight 33.33%", "weight 33.33%", "weight 33.33%"}, {"4001 33.33%"}},
      {"plain numbers need no sum", {"weight 2", "weight 3"}, {}},
      {"both kinds", {"weight 50%", "weight 50"}, {"4002 50%"}},
      {"one left out", {"weight 100%", ""}, {"4003 c1"}},
      {"zero", {"weight 100%", "weight 0%"}, {"4004 0%"}},
      {"worked out, never below zero", {"weight households", "weight limited(mark - 5, 0, 10)"}, {}},
      {"worked out, below zero at times", {"weight mark - 5", "weight 10"}, {"4005 mark - 5"}},
      {"worked out, never above zero", {"weight -mark", "weight 10"}, {"4004 -mark"}},
  }));
  CAPTURE(c.name);
  CHECK(nilai::test::found_in(book(c.weights)) == c.found);
}

TEST_CASE("check_weights asks it of the parts of each score", "[rules]") {
  const auto snippet = GENERATE(values<nilai::test::Snippet>({
      {"each has its own whole",
       "criterion a weight 100% in work measured by mark points 0 at 0, 100 at 100\n"
       "criterion b weight 40% measured by mark points 0 at 0, 100 at 100\n"
       "score work weight 60% in score = weighted average of criteria\nscore = weighted average of criteria",
       {}},
      {"a score is a part with a weight",
       "criterion a weight 100% in work measured by mark points 0 at 0, 100 at 100\n"
       "criterion b weight 40% measured by mark points 0 at 0, 100 at 100\n"
       "score work weight 50% in score = weighted average of criteria\nscore = weighted average of criteria",
       {"4001 40%"}},
      {"no average, no weights",
       "criterion a in work measured by mark points 0 at 0, 100 at 100\n"
       "criterion b weight 100% measured by mark points 0 at 0, 100 at 100\n"
       "score work = sum of points\nscore = weighted average of criteria",
       {}},
      {"an average of the one asks no weights of the other",
       "criterion a in work measured by mark points 0 at 0, 100 at 100\n"
       "criterion b weight 100% measured by mark points 0 at 0, 100 at 100\n"
       "score work = weighted average of criteria\nscore = weighted average of criteria",
       {"4003 a"}},
  }));
  CAPTURE(snippet.name);
  CHECK(nilai::test::found_in(nilai::test::schema + snippet.text) == snippet.found);
}
