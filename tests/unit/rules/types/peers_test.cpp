#include <catch2/catch.hpp>

#include "support/check_text.hpp"

using nilai::test::Snippet;

TEST_CASE("a comparison with peers takes a value of the subject, and its own table", "[rules]") {
  const auto snippet = GENERATE(values<Snippet>({
      {"a statistic", "measure m = median(mark among companion in same households with at least 5) if missing 0", {}},
      {"how many have a value", "measure m = count(mark among companion skipping missing)", {}},
      {"a share", "measure m = share(mark >= 50 among companion)", {}},
      {"a rank with what breaks ties", "measure m = rank(mark among companion, households, active_days)", {}},
      {"a place in per cent", "measure m = 100 * percentile rank(mark among companion)", {}},
      {"another table", "measure m = median(mark among visit)", {"3110 visit"}},
      {"an unknown column in common", "measure m = median(mark among companion in same marks)", {"2103 marks"}},
      {"within rows", "measure m = sum(median(mark among companion) of visit)", {"3109 median(mark among companion)"}},
      {"a rank among nobody", "measure m = rank(mark)", {"3110 rank"}},
      {"a second value of a median", "measure m = median(mark among companion, households)", {"3110 median"}},
      {"a statistic by dates", "measure m = latest(mark among companion)", {"3110 latest"}},
      {"a rank by nothing that has an order", "measure m = rank(gender among companion)", {"3104 gender"}},
      {"of several periods at once", "measure m = median(mark among companion in last 2 quarters)", {"3110 median"}},
      {"a value that rests on itself", "score = mark + rank(score among companion)", {"2301 score"}},
  }));
  CAPTURE(snippet.name);
  CHECK(nilai::test::found_in(nilai::test::schema + snippet.text) == snippet.found);
}
