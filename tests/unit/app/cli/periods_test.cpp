#include "app/cli/periods.hpp"

#include <catch2/catch.hpp>

namespace nilai::app {
namespace {

using engine::Date;
using engine::PeriodUnit;

engine::Plan quarterly(const char* from, bool looks_back = false) {
  engine::Plan plan;
  plan.every = PeriodUnit::quarter;
  plan.in_force_from = Date::parse_iso(from);
  plan.history.is_needed = looks_back;
  return plan;
}

std::vector<std::string> names_of(const engine::Plan& plan, const char* asked) {
  std::vector<std::string> names;
  for (const auto& period : asked_periods(plan, asked, text::Language::en).periods) names.push_back(period.name());
  return names;
}

using Names = std::vector<std::string>;

TEST_CASE("the period asked for is gathered alone where the rules do not look back", "[app]") {
  CHECK(names_of(quarterly("2017-01-01"), "2017Q3") == Names{"2017-Q3"});
}

TEST_CASE("rules that look back get the periods since they were in force", "[app]") {
  CHECK(names_of(quarterly("2017-01-01", true), "2017-Q3") == Names{"2017-Q1", "2017-Q2", "2017-Q3"});
  CHECK(names_of(quarterly("2017-02-01", true), "2017-Q3") == Names{"2017-Q2", "2017-Q3"});
  CHECK(names_of(quarterly("2017-01-01", true), "2017-Q1") == Names{"2017-Q1"});
}

TEST_CASE("no further than the rules look", "[app]") {
  auto plan = quarterly("2010-01-01", true);
  plan.history.periods_back = 2;
  CHECK(names_of(plan, "2017-Q1") == Names{"2016-Q3", "2016-Q4", "2017-Q1"});
}

TEST_CASE("a range is gathered with what its first period looks back to", "[app]") {
  auto plan = quarterly("2010-01-01", true);
  plan.history.periods_back = 1;
  const AskedPeriods asked = asked_range(plan, "2016-Q4..2017-Q2", text::Language::en);
  CHECK(asked.asked_count == 3);
  REQUIRE(asked.periods.size() == 4);
  CHECK(asked.periods.front().name() == "2016-Q3");
  CHECK(asked.periods.back().name() == "2017-Q2");
  CHECK(asked_range(plan, "2017-Q2", text::Language::en).asked_count == 1);
  for (const char* wrong : {"2017-Q2..2017-Q1", "2017-Q2..", "..2017-Q2", "2017..2018", "2009-Q4..2010-Q1"}) {
    CAPTURE(wrong);
    CHECK_FALSE(asked_range(plan, wrong, text::Language::en).mistake.empty());
  }
}

struct MistakeCase {
  const char* name;
  std::optional<std::string> asked;
  const char* expected;
};

TEST_CASE("a period that cannot be run is a mistake that shows the form", "[app]") {
  const auto c = GENERATE(values<MistakeCase>({
      {"none", std::nullopt, "--period 2017-Q2"},
      {"no such quarter", "2017-Q5", "2017-Q2"},
      {"another unit", "2017", "2017-Q2"},
      {"before in force", "2017-Q1", "2017-02-01"},
      {"after it was in force", "2019-Q1", "2018-12-31"},
  }));
  CAPTURE(c.name);
  auto plan = quarterly("2017-02-01");
  plan.in_force_to = Date::parse_iso("2018-12-31");
  const AskedPeriods asked = asked_periods(plan, c.asked, text::Language::en);
  CHECK(asked.periods.empty());
  CHECK(asked.mistake.find(c.expected) != std::string::npos);
}

TEST_CASE("a rulebook without periods takes none", "[app]") {
  const engine::Plan plan;
  CHECK(asked_periods(plan, std::nullopt, text::Language::en).mistake.empty());
  CHECK_FALSE(asked_periods(plan, "2017-Q1", text::Language::en).mistake.empty());
}

}  // namespace
}  // namespace nilai::app
