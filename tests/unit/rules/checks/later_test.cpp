#include <catch2/catch.hpp>

#include "support/check_text.hpp"

TEST_CASE("check_later names what is read and not evaluated, once for each construct", "[rules]") {
  using Found = std::vector<std::string>;
  const auto found = [](const std::string& definition) {
    return nilai::test::found_in(nilai::test::schema + definition);
  };
  CHECK(found("measure a = average(mark weighted by 2 among companion)") ==
        Found{"1301 average(mark weighted by 2 among companion)"});
  CHECK(found("measure a = average(mark weighted by 2 in last 4 quarters)") ==
        Found{"1301 average(mark weighted by 2 in last 4 quarters)"});
  CHECK(found("measure a = average(minutes if missing 0 weighted by 2 of visit)").empty());
}

TEST_CASE("a name that is no function is told from one that is misspelt", "[rules]") {
  using Found = std::vector<std::string>;
  CHECK(nilai::test::found_in(nilai::test::schema + "measure a = cuont(companion where mark > 1)") ==
        Found{"1208 cuont"});
}
