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
  }));
  CAPTURE(c.name);
  CHECK(nilai::test::found_in(book(c.weights)) == c.found);
}
