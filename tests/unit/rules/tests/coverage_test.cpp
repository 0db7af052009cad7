#include "rules/tests/coverage.hpp"

#include <catch2/catch.hpp>
#include <map>
#include <memory>
#include <string>

#include "support/check_text.hpp"

namespace nilai::rules {
namespace {

const std::string book = test::schema + R"(
table task
  belongs to  companion by companion_id
  dated       done_on
  column      hours  number
  column      size   one of small, large = large when hours >= 4, small otherwise

measure tasks = count(task where size = large)

measure rated
  = mark
  assessed when active_days >= 45 days

measure grade = 2 when rated >= 70, 1 when rated >= 40, 0 otherwise

criterion marks  weight 100%
  measured by  mark
  points       0 at 30, 50 at 60, 100 at 90

score = weighted average of criteria

outcomes
  retain coach

decide
  coach   when score < 50
  retain  otherwise

)";

/// How many tests reached each way, by its text; the kind too where an `assessed when` has two.
std::map<std::string, std::size_t> counts_of(const std::string& tests) {
  text::Diagnostics diagnostics;
  const auto compiled = compile({"book.nilai", book + tests}, diagnostics);
  REQUIRE(compiled);
  Coverage coverage(*compiled);
  for (std::size_t i = 0; i < compiled->tests.size(); ++i) coverage.add(run_test(*compiled, i));
  std::map<std::string, std::size_t> counts;
  for (const CoveredPlace& place : coverage.places()) {
    const bool is_not = place.kind == CoveredPlace::Kind::no_evidence;
    counts[(is_not ? "not " : "") + place.text] = place.test_count;
  }
  return counts;
}

std::string subject(const std::string& mark, const std::string& days = "90") {
  return "test \"a\" given companion active_days " + days + ", mark " + mark + " ";
}

}  // namespace

TEST_CASE("without tests every way is there and none is reached", "[rules]") {
  const auto counts = counts_of("");
  CHECK(counts.size() == 13);
  for (const auto& [text, count] : counts) {
    CAPTURE(text);
    CHECK(count == 0);
  }
}

TEST_CASE("a test counts where its subject went", "[rules]") {
  const auto counts =
      counts_of(subject("75") + "expect rated 75 " + subject("30", "44") + "expect rated is missing " + subject("60") +
                "given 2 task hours 4 expect tasks 2 " + subject("95") + "expect outcome retain");
  const std::map<std::string, std::size_t> expected = {{"large when hours >= 4", 1},
                                                       {"small otherwise", 0},
                                                       {"active_days >= 45 days", 3},
                                                       {"not active_days >= 45 days", 1},
                                                       {"2 when rated >= 70", 2},
                                                       {"1 when rated >= 40", 1},
                                                       {"0 otherwise", 0},  // a missing value is not the other case
                                                       {"… 0 at 30", 1},    // the end takes its point in
                                                       {"0 at 30, 50 at 60", 1},
                                                       {"50 at 60, 100 at 90", 1},
                                                       {"100 at 90 …", 1},
                                                       {"coach: score < 50", 1},
                                                       {"retain", 3}};
  CHECK(counts == expected);
}

TEST_CASE("what stands in a case that was not taken is not reached", "[rules]") {
  text::Diagnostics diagnostics;
  const auto compiled =
      compile({"book.nilai", test::schema + "measure pay = (5 when mark >= 90, 4 otherwise) when active_days > 9, "
                                            "(2 when mark >= 50, 1 otherwise) otherwise\n"
                                            "test \"a\" given companion active_days 10, mark 60 expect pay 4"},
              diagnostics);
  REQUIRE(compiled);
  Coverage coverage(*compiled);
  coverage.add(run_test(*compiled, 0));
  std::vector<std::string> reached;
  for (const CoveredPlace& place : coverage.places()) {
    if (place.test_count > 0) reached.push_back(place.text);
  }
  CHECK(reached == std::vector<std::string>{"(5 when mark >= 90, 4 otherwise) when active_days > 9", "4 otherwise"});
}

}  // namespace nilai::rules
