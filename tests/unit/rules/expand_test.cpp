#include "rules/expand/expand.hpp"

#include <catch2/catch.hpp>

#include "support/check_text.hpp"

namespace {

using Found = std::vector<std::string>;

Found found(const std::string& definitions) {
  return nilai::test::found_in(nilai::test::schema + definitions);
}

}  // namespace

TEST_CASE("formulas with inputs are checked where they are used", "[rules]") {
  const std::string half = "measure half by x = x / 2\n";
  CHECK(found(half + "measure a = half(mark) + half(half(3))").empty());
  CHECK(found(half + "measure a = half(mark, 2)") == Found{"3110 half"});
  CHECK(found(half + "measure a = half(mark of companion)") == Found{"3110 half"});
  CHECK(found(half + "measure half = 1") == Found{"2001 half"});
  CHECK(found("measure f by x = g(x)\nmeasure g by x = f(x) + 1\nmeasure a = f(1)") == Found{"2301 f"});
  // One that is named and not written is one mistake, however it is used.
  CHECK(found("measure f by x\nmeasure a = f(mark)") == Found{"1201 measure"});
}

TEST_CASE("the rows of a parameter by keys fit its keys and dates", "[rules]") {
  CHECK(found("parameter p by k\n  5 when 1 or 2, 0 otherwise\nmeasure a = p(mark)").empty());
  CHECK(found("parameter p by k, l\n  for 1: 5 when 1, 0 otherwise\nmeasure a = p(mark, 1) if missing 0").empty());
  CHECK(found("parameter p by k\n  for 1: 5 when 1, 0 otherwise\nmeasure a = p(mark)") ==
        Found{"2303 for 1: 5 when 1, 0 otherwise"});
  CHECK(found("parameter p by k\n  from 2017-01-01 5 when 1, 0 otherwise\n  from 2016-01-01 4 when 1, 0 otherwise\n"
              "measure a = p(mark)") == Found{"2402 from 2016-01-01 4 when 1, 0 otherwise"});
  // Rows that cannot be read are one mistake, however they are used.
  CHECK(found("parameter p by k, l\n  for 1: 5 when at least 1, m 2 when 3\nmeasure a = p(mark, 1)") ==
        Found{"1201 2"});
}
