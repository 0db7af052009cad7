#include <catch2/catch.hpp>

#include "support/check_text.hpp"

namespace {

std::string book(const std::string& points, const std::string& parameter = "") {
  return nilai::test::schema + parameter + "criterion c weight 100% measured by mark points " + points +
         "\nscore = weighted average of criteria\n";
}

}  // namespace

TEST_CASE("check_scales wants points in rising order, on every day a parameter changes", "[rules]") {
  using Found = std::vector<std::string>;
  const Found nothing;
  const std::string parameter = "parameter full\n  from 2017-01-01  95\n  from 2018-01-01  20\n";
  CHECK(nilai::test::found_in(book("0 at 30, 100 at 95")) == nothing);
  CHECK(nilai::test::found_in(book("100 at 0, 0 at 3")) == nothing);
  CHECK(nilai::test::found_in(book("0 at 95, 100 at 30")) == Found{"4201 30"});
  CHECK(nilai::test::found_in(book("0 at 30, 50 at 30, 100 at 95")) == Found{"4201 30"});
  CHECK(nilai::test::found_in(book("100 at 30")) == Found{"4202 100 at 30"});
  CHECK(nilai::test::found_in(book("0 at 0%, 100 at 90")) == Found{"4204 0%"});
  CHECK(nilai::test::found_in(book("0 at 0, 100 at 90%")) == nothing);
  CHECK(nilai::test::found_in(book("0 at 0, 100 at households")) == Found{"4203 households"});
  CHECK(nilai::test::found_in(book("0 at 30, 100 at full", parameter)) == Found{"4201 full"});
  CHECK(nilai::test::found_in(book("0 at 10, 100 at full", parameter)) == nothing);
}
