#include "rules/tests/test_plan.hpp"

#include <catch2/catch.hpp>

#include "support/check_text.hpp"

namespace nilai::test {
namespace {

const std::string book = schema + R"(
choice grade: poor < good

measure caseload = count(household)
measure seen     = count(household where any(visit where verified))
measure rating   = good when mark >= 50, poor otherwise
measure days     = active_days

criterion visits  weight 100%
  measured by  caseload
  points       0 at 0, 100 at 10

score = weighted average of criteria

test "a"
)";

const std::string companion = "given companion active_days 45, mark 60\n";

}  // namespace

TEST_CASE("what a test says that cannot be so is found where it stands", "[rules]") {
  const auto c = GENERATE_COPY(values<Snippet>({
      {"nothing wrong", "given companion active_days 45, mark 60 expect caseload 0", {}},
      {"no subject", "expect caseload 0", {"3301 test", "3301 test"}},
      {"a column left out", "given companion mark 60 expect caseload 0", {"3301 companion"}},
      {"another type", "given companion active_days yes, mark 60 expect caseload 0", {"3101 yes"}},
      {"a word for a number", "given companion active_days many, mark 60 expect caseload 0", {"3101 many"}},
      {"another unit", "given companion active_days 45, mark 60 days expect caseload 0", {"3103 60 days"}},
      {"above its bound", "given companion active_days 45, mark 101 expect caseload 0", {"3302 101"}},
      {"missing, and not optional", "given companion active_days 45, mark is missing expect caseload 0", {"3302 mark"}},
      {"said twice", "given companion active_days 45, mark 60, mark 61 expect caseload 0", {"1205 mark"}},
      {"two subjects",
       "given companion active_days 45, mark 60 given companion active_days 4, mark 6 expect caseload 0",
       {"1205 companion"}},
      {"no number of rows",
       "given companion active_days 45, mark 60 given household expect caseload 0",
       {"3304 household"}},
      {"rows without their parent",
       "given companion active_days 45, mark 60 given 1 visit verified yes expect caseload 0",
       {"3305 visit"}},
      {"rows inside rows that they cannot belong to",
       "given companion active_days 45, mark 60 given 1 visit verified yes having 1 household expect caseload 0",
       {"3305 visit"}},
      {"more rows than a test may have",
       "given companion active_days 45, mark 60 given 1000 household having 1000 visit verified yes expect caseload 0",
       {"3307 having 1000 visit verified yes"}},
      {"points of a measure", "given companion active_days 45, mark 60 expect caseload 5 points", {"3306 caseload"}},
      {"a measure that is not assessed",
       "given companion active_days 45, mark 60 given caseload not assessed "
       "expect caseload is missing",
       {"3306 caseload"}},
      {"no value of the choice", "given companion active_days 45, mark 60 expect rating fair", {"3105 fair"}},
      {"a measure without its value",
       "given companion active_days 45, mark 60 given caseload expect caseload 0",
       {"2102 caseload"}},
      {"a table with a value",
       "given companion active_days 45, mark 60 given household 62% expect caseload 0",
       {"2101 household"}},
  }));
  CAPTURE(c.name);
  CHECK(found_in(book + c.text) == c.found);
}

TEST_CASE("a test runs in a period of the rulebook, the first unless it says which", "[rules]") {
  const auto period_of = [](const std::string& in) {
    text::Diagnostics diagnostics;
    std::string text = book;
    text.replace(text.find("test \"a\""), 8, "test \"a\"" + in);
    const auto compiled = rules::compile({"book.nilai", text + companion + "expect caseload 0"}, diagnostics);
    REQUIRE(compiled);
    return compiled->tests.front().period->name();
  };
  CHECK(period_of("") == "2017-Q1");
  CHECK(period_of(" in 2018-Q3") == "2018-Q3");
}

}  // namespace nilai::test
