#include <catch2/catch.hpp>

#include "support/check_text.hpp"

using nilai::test::Snippet;

TEST_CASE("a look back takes a value of the subject", "[rules]") {
  const auto snippet = GENERATE(values<Snippet>({
      {"the value before", "measure m = previous(mark) if missing 0", {}},
      {"its change", "measure m = change(mark)", {}},
      {"a statistic of periods", "measure m = average(mark in last 4 quarters)", {}},
      {"with a condition", "measure m = sum(mark in this year where mark > 50)", {}},
      {"a streak of rows", "measure m = streak(verified of visit ever)", {}},
      {"a streak of rows without a date", "measure m = streak(productive of household)", {"2208 household"}},
      {"a streak of what may be unknown", "measure m = streak(minutes > 30 of visit ever)", {"3201 minutes > 30"}},
      {"two values", "measure m = previous(mark, households)", {"3110 previous"}},
      {"a change of what cannot be subtracted", "measure m = change(gender = female)", {"3101 gender = female"}},
      {"within rows", "measure m = sum(previous(mark) of visit)", {"3109 previous(mark)"}},
      {"by dates", "measure m = latest(mark in last 4 quarters)", {"3110 latest"}},
      {"the outcome before",
       "outcomes a b\ndecide b when (previous(outcome) = b) and mark < 50 a otherwise",
       {"3201 (previous(outcome) = b) and mark < 50"}},
      {"the outcome before, dealt with",
       "outcomes a b\ndecide a when previous(outcome) is missing b when previous(outcome) = b a otherwise",
       {}},
      {"an outcome that is none",
       "outcomes a b\ndecide a when previous(outcome) is missing b when previous(outcome) = c a otherwise",
       {"2101 c"}},
  }));
  CAPTURE(snippet.name);
  CHECK(nilai::test::found_in(nilai::test::schema + snippet.text) == snippet.found);
}

TEST_CASE("a definition may use its own past, and never its own present", "[rules]") {
  const auto snippet = GENERATE(values<Snippet>({
      {"its past", "measure m = previous(m) + 1 if missing 0", {}},
      {"through another", "measure a = b + 1\nmeasure b = previous(a) if missing 0", {}},
      {"each of the other", "measure a = previous(b) if missing 0\nmeasure b = previous(a) if missing 1", {}},
      {"in days",
       "measure m = previous(m) + active_days if missing active_days\nmeasure n = m > 3 and active_days > m",
       {}},
      {"of the last period alone", "measure m = sum(m in previous quarter) + mark", {}},
      {"its present among the periods", "measure m = sum(m in last 2 quarters) + mark", {"2301 m"}},
      {"its present too", "measure m = previous(m) + m", {"2301 m"}},
      {"by its change", "measure m = change(m) + 1", {"2301 m"}},
      {"the outcome it decides",
       "outcomes a b\ndecide b when outcome = b a otherwise",
       {"2301 decide b when outcome = b a otherwise"}},
      {"nothing but that", "measure n = m + 1\nmeasure m = previous(m)", {}},
      {"in a unit of its own making", "measure m = previous(m) * 1 day if missing 5", {"3103 m"}},
      {"a mistake in it", "measure m = previous(m) + 1 if missing stage", {"2101 stage"}},
  }));
  CAPTURE(snippet.name);
  CHECK(nilai::test::found_in(nilai::test::schema + snippet.text) == snippet.found);
}
