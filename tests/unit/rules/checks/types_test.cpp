#include <catch2/catch.hpp>

#include "support/check_text.hpp"

using nilai::test::Snippet;

TEST_CASE("check_types finds what does not go together, and says it once", "[rules]") {
  const auto snippet = GENERATE(values<Snippet>({
      {"days with days", "measure m = active_days + 45 days", {}},
      {"days with a bare number", "measure m = active_days - 45", {}},
      {"days with households", "measure m = active_days + households", {"3103 households"}},
      {"days a household, compared with days",
       "measure m = yes when active_days / households > active_days, no otherwise",
       {}},
      {"a date and months", "measure m = count(visit where visited_on <= period end - 6 months)", {}},
      {"a date and a number", "measure m = count(visit where visited_on > 3)", {"3102 3"}},
      {"a bare word where its choice is expected", "measure m = yes when gender in (female, male), no otherwise", {}},
      {"a measure of bare words", "measure m = witness when mark < 50, suspect otherwise", {}},
      {"a mistake is not reported again by what uses it",
       "measure a = 1 + verified2\nmeasure b = a + 1\nmeasure c = not b",
       {"2101 verified2"}},
      {"a percentile of what has an order", "measure m = percentile(90%, visited_on of visit)", {}},
      {"a percentile of flags", "measure m = percentile(90%, verified of visit)", {"3101 verified"}},
      {"a percentile whose part is counted",
       "measure m = percentile(mark / 100, minutes of visit skipping missing)",
       {"3116 mark / 100"}},
      {"a percentile whose part is a parameter",
       "parameter p from 2017-01-01 90% from 2018-01-01 120%\n"
       "measure m = percentile(p, minutes of visit skipping missing)",
       {"3117 120%"}},
      {"a percentile without its part", "measure m = percentile(minutes of visit)", {"3110 percentile"}},
      {"weights of what is not weighted", "measure m = median(minutes weighted by 2 of visit)", {"3110 median"}},
      {"a weighted list", "measure m = average(mark weighted by 2, mark weighted by 1)", {}},
      {"a list weighted in part", "measure m = average(mark weighted by 2, mark)", {"3110 average"}},
      {"a weighted sum", "measure m = sum(mark weighted by 2, mark weighted by 1)", {"3110 sum"}},
      {"days between", "measure m = days between(period start, period end) + 45 days", {}},
      {"days between numbers", "measure m = days between(1, period end)", {"3101 1"}},
      {"a root keeps what its unit leaves", "measure m = root(active_days ^ 2, 2, 6) + active_days", {}},
      {"places that are worked out", "measure m = ln(mark + 1, households)", {"3116 households"}},
      {"a degree that is none", "measure m = root(mark, 1, 6)", {"3117 1"}},
      {"too many places", "measure m = rounded (mark to 31 places)", {"3117 rounded (mark to 31 places)"}},
      {"a column finer than numbers go",
       "table t\n  key k\n  column c number to 31 places",
       {"3117 number to 31 places"}},
      {"a grain of nothing", "measure m = mark rounded to nearest 0.0", {"3117 to nearest 0.0"}},
      {"a bound that is sure", "measure m = lower bound(1, 2, 100%)", {"3117 100%"}},
      {"a window that begins nobody knows when",
       "measure m = count(visit since period start - 6 months)",
       {"3116 period start - 6 months"}},
      {"a gap without a first day", "measure m = longest gap with ends(visit ever)", {"3118 longest gap with ends"}},
      {"a measure within rows", "measure a = mark\nmeasure b = count(visit where a > 3)", {"3109 a"}},
  }));
  CAPTURE(snippet.name);
  CHECK(nilai::test::found_in(nilai::test::schema + snippet.text) == snippet.found);
}

TEST_CASE("A word beside a choice is its value, whatever else is called so", "[rules]") {
  const std::string cases_of =
      "table offence\n  belongs to companion by companion_id\n  column step stage\n"
      "  column convicted yes or no\n";
  const auto snippet = GENERATE(values<Snippet>({
      {"a measure that counts its rows", "measure suspect = count(offence where step = suspect)", {}},
      {"the other way round", "measure suspect = count(offence where suspect != step)", {}},
      {"a measure, in a list",
       "measure suspect = mark\nmeasure m = count(offence where step in (suspect, witness))",
       {}},
      {"a measure, as a bound",
       "measure suspect = mark\nmeasure m = count(offence where step between witness and suspect)",
       {}},
      {"a criterion",
       "criterion suspect measured by mark points 0 at 0, 10 at 50\nmeasure m = count(offence where step >= suspect)",
       {}},
      {"a column of the same row", "measure m = count(offence where step = convicted)", {}},
      {"of what an aggregate picks",
       "measure suspect = yes when (max(step of offence) if missing witness) = suspect, no otherwise",
       {}},
      {"of a measure",
       "measure top = convicted when mark < 50, witness otherwise\nmeasure suspect = mark\n"
       "measure m = yes when top = suspect, no otherwise",
       {}},
      {"a measure of another choice",
       "choice mood: glad, calm\nmeasure suspect = calm when mark < 50, glad otherwise\n"
       "measure m = count(offence where step = suspect)",
       {}},
      {"no value of the choice is the measure",
       "measure low = mark\nmeasure m = count(offence where step = low)",
       {"3109 low"}},
  }));
  CAPTURE(snippet.name);
  CHECK(nilai::test::found_in(nilai::test::schema + cases_of + snippet.text) == snippet.found);
}
