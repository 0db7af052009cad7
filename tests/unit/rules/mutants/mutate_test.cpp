#include "rules/mutants/mutate.hpp"

#include <catch2/catch.hpp>
#include <memory>
#include <set>
#include <string>

#include "rules/mutants/small_changes.hpp"
#include "support/check_text.hpp"

namespace nilai::rules {
namespace {

const std::string book = test::schema + R"(
measure reached = count(visit in last 2 quarters where minutes is missing or minutes > 5)

criterion marks  weight 60%
  measured by  mark
  points       0 at 30, 100 at 90

criterion days  weight 40%
  measured by  active_days
  points       100 when at least 45, 0 otherwise

score = weighted average of criteria  rounded to 1 place

outcomes
  retain coach leave

decide
  leave   when mark < 10
  coach   when score < 50
  retain  otherwise

)";

std::unique_ptr<const Compiled> compiled_of(const std::string& tests) {
  text::Diagnostics diagnostics;
  auto compiled = compile({"book.nilai", book + tests}, diagnostics);
  REQUIRE(compiled);
  return compiled;
}

std::string shown(const Mutant& mutant) {
  return mutant.of + ": " + mutant.before + " > " + mutant.after;
}

std::set<std::string> all_shown(const std::vector<Mutant>& mutants) {
  std::set<std::string> texts;
  for (const Mutant& mutant : mutants) texts.insert(shown(mutant));
  return texts;
}

}  // namespace

TEST_CASE("a number moves by a step of its last digit", "[rules]") {
  CHECK(stepped("55", 1) == "56");
  CHECK(stepped("0.50", -1) == "0.49");
  CHECK(stepped("0", -1) == "-1");
  CHECK(stepped("99", 1) == "100");
}

TEST_CASE("every number, comparison, weight and order is changed in turn", "[rules]") {
  const auto compiled = compiled_of("");
  CHECK(all_shown(mutants_of(compiled->book, compiled->source)) ==
        std::set<std::string>{"reached: in last 2 quarters > ",
                              "reached: minutes is missing or minutes > 5 > ",
                              "reached: 2 > 3",
                              "reached: 2 > 1",
                              "reached: is missing > is not missing",
                              "reached: or > and",
                              "reached: > > >=",
                              "reached: > > <=",
                              "reached: 5 > 6",
                              "reached: 5 > 4",
                              "marks: 60% > 61%",
                              "marks: 0 > 1",
                              "marks: 0 > -1",
                              "marks: 30 > 31",
                              "marks: 30 > 29",
                              "marks: 100 > 101",
                              "marks: 100 > 99",
                              "marks: 90 > 91",
                              "marks: 90 > 89",
                              "days: 40% > 41%",
                              "days: 100 > 101",
                              "days: 100 > 99",
                              "days: >= > >",
                              "days: >= > <",
                              "days: 45 > 46",
                              "days: 45 > 44",
                              "days: 0 > 1",
                              "days: 0 > -1",
                              "score: 1 > 2",
                              "score: 1 > 0",
                              "decide: < > <=",
                              "decide: < > >=",
                              "decide: 10 > 11",
                              "decide: 10 > 9",
                              "decide: 50 > 51",
                              "decide: 50 > 49",
                              "decide: leave > coach"});
}

TEST_CASE("a weight moves between the parts of one score", "[rules]") {
  text::Diagnostics diagnostics;
  const auto compiled = compile({"book.nilai", test::schema + R"(
criterion a  weight 60% in work  measured by mark  points = it
criterion b  weight 40% in work  measured by mark  points = it
criterion c  weight 30%  measured by mark  points = it
score work weight 70% in score = weighted average of criteria
score = weighted average of criteria
)"},
                                diagnostics);
  REQUIRE(compiled);
  const auto mutants = mutants_of(compiled->book, compiled->source);
  CHECK(all_shown(mutants) == std::set<std::string>{"a: 60% > 61%", "b: 40% > 41%", "c: 30% > 31%", "work: 70% > 71%"});
  CHECK(try_mutants(*compiled).refused_count == 0);
}

TEST_CASE("without tests no mutant is noticed, and those that the checker refuses do not count", "[rules]") {
  const auto compiled = compiled_of("");
  const std::size_t all = mutants_of(compiled->book, compiled->source).size();
  const MutationResult result = try_mutants(*compiled);
  CHECK(result.noticed_count == 0);
  CHECK(result.refused_count > 0);  // what `minutes is not missing or minutes > 5` comes to may be unknown
  CHECK(result.unnoticed.size() + result.refused_count == all);
}

TEST_CASE("a test at the bound notices what moves it, and nothing else", "[rules]") {
  const auto compiled = compiled_of(
      "test \"at the bound\" given companion active_days 45, mark 60 expect days 100 points "
      "test \"below it\" given companion active_days 44, mark 60 expect days 0 points");
  const auto unnoticed = all_shown(try_mutants(*compiled).unnoticed);
  for (const char* text :
       {"days: >= > >", "days: >= > <", "days: 45 > 46", "days: 45 > 44", "days: 100 > 99", "days: 0 > 1"}) {
    CAPTURE(text);
    CHECK(unnoticed.count(text) == 0);
  }
  CHECK(unnoticed.count("marks: 30 > 31") == 1);
  CHECK(unnoticed.count("decide: 50 > 51") == 1);
}

}  // namespace nilai::rules
