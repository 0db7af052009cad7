#include "engine/reals/root.hpp"

#include <catch2/catch.hpp>
#include <random>

namespace nilai::engine {
namespace {

Number root(const char* number, unsigned degree, unsigned places) {
  return rounded_root(*Number::parse(number), degree, Grain::places(places));
}

}  // namespace

TEST_CASE("a whole root is the greatest whose power is not too large", "[engine]") {
  std::mt19937_64 random(20170101);
  for (int i = 0; i < 2000; ++i) {
    Number number = static_cast<std::int64_t>(random() >> (random() % 63 + 1));
    for (auto factors = random() % 6; factors > 0; --factors) number *= static_cast<std::int64_t>(random() >> 40) + 1;
    const auto degree = static_cast<unsigned>(random() % max_exponent) + 1;
    const Number found = whole_root(number, degree);
    CAPTURE(number.to_text(), degree);
    REQUIRE(found.power(degree) <= number);
    REQUIRE((found + 1).power(degree) > number);
  }
}

TEST_CASE("roots are correctly rounded, ties too", "[engine]") {
  CHECK(root("2", 2, 6).to_text() == "1.414214");
  CHECK(root("2", 2, 30).to_text() == "1.41421356237309504880168872421");
  CHECK(root("-27", 3, 2) == Number(-3));
  CHECK(root("6.25", 2, 0) == Number(3));  // 2.5 exactly
  CHECK(root("6.2499999999", 2, 0) == Number(2));
  CHECK(root("0", 2, 6) == Number(0));
  CHECK(root("0.000000000001", 2, 6).to_text() == "0.000001");
  CHECK(rounded_root(20, 2, {RoundingDirection::up, Number::ratio(1, 2)}) == Number::ratio(9, 2));
  CHECK(rounded_root(-20, 3, {RoundingDirection::up, 1}) == Number(-2));
  CHECK(rounded_root(-20, 3, {RoundingDirection::down, 1}) == Number(-3));
}

}  // namespace nilai::engine
