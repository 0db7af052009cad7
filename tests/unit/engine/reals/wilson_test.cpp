#include "engine/reals/wilson.hpp"

#include <catch2/catch.hpp>
#include <string>

namespace nilai::engine {

TEST_CASE("Wilson's bounds are rounded outward", "[engine]") {
  struct Case {
    const char* name;
    Number level, counted, total;
    const char* lower;
    const char* upper;
  };
  const Number usual = Number::ratio(95, 100);
  // Worked out with 40 digits of z = 1.959963984540054235524594430520551527955…
  const auto c = GENERATE_COPY(values<Case>({
      {"none of ten", usual, 0, 10, "0", "0.277533"},
      {"all of ten", usual, 10, 10, "0.722467", "1"},
      {"half", usual, 5, 10, "0.236593", "0.763407"},
      {"one of one", usual, 1, 1, "0.206549", "1"},
      {"many", usual, 118, 139, "0.780062", "0.899012"},
      {"surer", Number::ratio(99, 100), 118, 139, "0.754949", "0.9111"},
      {"hardly sure", Number::ratio(1, 100), 1, 2, "0.495568", "0.504432"},
      {"very sure", Number::ratio(999999, 1000000), 3, 1000, "0.000303", "0.028925"},
  }));
  CAPTURE(c.name);
  WilsonInterval interval(c.level);
  CHECK(interval.lower(c.counted, c.total).to_text() == c.lower);
  CHECK(interval.upper(c.counted, c.total).to_text() == c.upper);
}

}  // namespace nilai::engine
