#include "rules/parts.hpp"

#include <catch2/catch.hpp>

#include "rules/order.hpp"
#include "support/check_text.hpp"

namespace nilai::rules {
namespace {

/// The names of the parts of the score called `name`.
std::vector<std::string> names_in(const std::string& definitions, const std::string& name) {
  text::Diagnostics diagnostics;
  const auto compiled = compile(text::Source("book.nilai", nilai::test::schema + definitions), diagnostics);
  REQUIRE(compiled != nullptr);
  const Model& model = compiled->model;
  std::vector<std::string> names;
  for (std::uint32_t i = 0; i < model.scores.size(); ++i) {
    if (model.scores[i].name != name) continue;
    for (const Definition& part : parts_of(model, i)) names.push_back(definition_name(model, part));
  }
  return names;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("parts_of: what is in a score, and what is in none", "[rules]") {
  const std::string a = "criterion a weight 1 in work measured by mark points = it\n";
  const std::string b = "criterion b weight 1 measured by mark points = it\n";
  const std::string work = "score work weight 1 in score = sum of points\n";
  SECTION("a criterion that says nothing is in the score without a name") {
    const std::string text = a + b + work + "score = sum of points";
    CHECK(names_in(text, "work") == Names{"a"});
    CHECK(names_in(text, "score") == Names{"b", "work"});
  }
  SECTION("and where all have names, in the first") {
    const std::string text = a + b + "score first = sum of points\nscore work = sum of points";
    CHECK(names_in(text, "first") == Names{"b"});
    CHECK(names_in(text, "work") == Names{"a"});
  }
  SECTION("a score that says nothing is in none") {
    CHECK(names_in(b + "score = sum of points\nscore other = mark", "score") == Names{"b"});
  }
}

TEST_CASE("parts must be in a score that there is, and not in themselves", "[rules]") {
  const auto snippet = GENERATE(values<nilai::test::Snippet>({
      {"of a criterion", "criterion a in wrk measured by mark points = it\nscore work = mark", {"2111 wrk"}},
      {"of a score", "score work weight 1 in whole = mark", {"2111 whole"}},
      {"of the weight assessed", "score work = assessed weight(wrk)", {"2111 wrk"}},
      {"a criterion has no assessed weight",
       "criterion a measured by mark points = it\nscore work = assessed weight(a)",
       {"2111 a"}},
      {"not one name", "score work = assessed weight(1)", {"3110 assessed weight"}},
      {"a circle", "score a weight 1 in b = mark\nscore b weight 1 in a = mark", {"2301 a"}},
      {"without parts",
       "criterion a measured by mark points = it\nscore first = sum of points\nscore second = sum of points",
       {"3119 sum of points"}},
      {"within rows",
       "criterion a measured by mark points = it\nscore = mark\n"
       "measure n = count(visit where assessed weight > 0)",
       {"3109 assessed weight"}},
  }));
  CAPTURE(snippet.name);
  CHECK(nilai::test::found_in(nilai::test::schema + snippet.text) == snippet.found);
}

}  // namespace nilai::rules
