#include "rules/tests/run_test.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "support/check_text.hpp"

namespace nilai::rules {
namespace {

const std::string book = test::schema + R"(
measure caseload  = count(household)
measure seen      = count(visit where verified)
measure reached   = share(any(visit where verified) of household)
measure share_of  = 1 / households
measure is_new    = active_days < 45 days
measure worst     = max(minutes of visit skipping missing)
measure low       = streak(mark < 50)
measure marked    = mark

criterion visits  weight 100%
  measured by    reached
  points         0 at 0%, 100 at 100%
  assessed when  caseload >= 2
  if missing     not assessed

score = weighted average of criteria

outcomes
  retain coach

decide
  coach   when score if missing 0 < 50  because "low"  code NIL-01
  retain  otherwise

)";

const std::string companion = "given companion households 3, active_days 90, mark 60\n";

/// What came instead of each `expect` that did not come true; `problem` where the test could not be run.
std::vector<std::string> got(const std::string& test) {
  text::Diagnostics diagnostics;
  const auto compiled = compile({"book.nilai", book + test}, diagnostics);
  for (const auto& diagnostic : diagnostics.all()) UNSCOPED_INFO(message_text(diagnostic, text::Language::en));
  REQUIRE(compiled);
  const TestResult result = run_test(*compiled, 0);
  CHECK(result.has_passed() == (result.failed.empty() && result.problems.all().empty()));
  if (!result.problems.all().empty()) return {"problem"};
  std::vector<std::string> all;
  for (const FailedExpectation& failed : result.failed) all.push_back(failed.got);
  return all;
}

struct Case {
  const char* name;
  std::string test;
  std::vector<std::string> got;
};

TEST_CASE("a test is run on the world that it gives", "[rules]") {
  const auto c = GENERATE_COPY(values<Case>({
      {"rows within rows",
       companion + "given 4 household productive yes having 2 visit verified yes, minutes 10 "
                   "given 1 household productive no having 1 visit verified no, minutes 20 "
                   "expect caseload 5 expect seen 8 expect reached 80% expect visits 80 points expect worst 20",
       {}},
      {"nothing at all", companion + "expect caseload 0 expect reached is missing expect visits not assessed", {}},
      {"evidence that is not enough",
       companion + "given 1 household productive yes expect visits not assessed expect code NIL-01",
       {}},
      {"values of every kind that are not as expected",
       companion + "expect caseload 1 expect share_of 33% expect is_new yes expect marked is missing "
                   "expect reached 50% expect visits 5 points expect outcome retain expect code NIL-01",
       {"0", "33.333333% (1/3)", "no", "60", "", "", "coach"}},
  }));
  CAPTURE(c.name);
  CHECK(got("test \"a\" " + c.test) == c.got);
}

TEST_CASE("what a test fixes holds in the periods that it says", "[rules]") {
  const auto c = GENERATE_COPY(values<Case>({
      {"now", companion + "given 2 household productive yes given reached 75% expect visits 75 points", {}},
      {"points", companion + "given visits 40 points expect score 40 expect code NIL-01 expect reached is missing", {}},
      {"not assessed", companion + "given visits not assessed expect score is missing", {}},
      {"a past period alone", companion + "given score 40 in previous quarter expect score is missing", {}},
  }));
  CAPTURE(c.name);
  CHECK(got("test \"a\" in 2017-Q3 " + c.test) == c.got);
}

TEST_CASE("of rows that cannot be as a test has them nothing is expected", "[rules]") {
  const auto c = GENERATE_COPY(values<Case>({
      {"two of one key",
       companion + "given 2 household household_id \"H1\", productive yes expect caseload 2",
       {"problem"}},
      {"of someone else",
       companion + "given 1 household companion_id \"P9\", productive yes expect caseload 0",
       {"problem"}},
  }));
  CAPTURE(c.name);
  CHECK(got("test \"a\" " + c.test) == c.got);
}

}  // namespace
}  // namespace nilai::rules
