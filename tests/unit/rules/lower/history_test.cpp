#include "rules/lower/history.hpp"

#include <catch2/catch.hpp>

#include "support/check_text.hpp"

namespace nilai::rules {
namespace {

using Depth = std::optional<std::uint32_t>;
constexpr Depth all = std::nullopt;

struct Look {
  std::string definitions;
  Depth periods_back;
};

}  // namespace

TEST_CASE("the rules look back no further than they need", "[rules]") {
  const auto look = GENERATE(values<Look>({
      {"measure m = previous(mark)", 1},
      {"measure m = change(mark)", 1},
      {"measure m = previous(previous(mark))", 2},
      {"measure m = average(mark in last 4 quarters)", 3},
      {"measure m = average(mark in last 1 year)", 3},
      {"measure m = average(mark in this year)", 3},
      {"measure m = average(mark in previous quarter)", 1},
      {"measure m = average(mark ever)", all},
      {"measure a = change(mark)\nmeasure m = max(a in last 3 quarters skipping missing)", 3},
      {"measure m = 1 when streak(mark < 50) >= 3, 0 otherwise", 2},
      {"measure m = 1 when streak((change(mark) if missing 0) < 0) >= 3, 0 otherwise", 3},
      {"measure m = streak(mark < 50)", all},
      {"measure m = previous(m) + 1 if missing 0", all},
  }));
  CAPTURE(look.definitions);
  text::Diagnostics diagnostics;
  const auto compiled = compile(text::Source("book.nilai", nilai::test::schema + look.definitions), diagnostics);
  REQUIRE(compiled != nullptr);
  CHECK(compiled->plan.history.is_needed);
  CHECK(compiled->plan.history.periods_back == look.periods_back);
}

TEST_CASE("rules that look at the present alone need no history", "[rules]") {
  text::Diagnostics diagnostics;
  const auto compiled = compile(text::Source("book.nilai", nilai::test::schema + "measure m = mark"), diagnostics);
  REQUIRE(compiled != nullptr);
  CHECK_FALSE(compiled->plan.history.is_needed);
}

}  // namespace nilai::rules
