#include "engine/reals/power.hpp"

#include <catch2/catch.hpp>

namespace nilai::engine {
namespace {

Number of(const char* text) {
  return *Number::parse(text);
}

std::string power(const char* base, const Number& exponent, unsigned places) {
  const auto result = rounded_power(of(base), exponent, Grain::places(places));
  return result ? result->to_text() : "none";
}

std::string logarithm(const char* number, unsigned places) {
  const auto result = rounded_logarithm(of(number), Grain::places(places));
  return result ? result->to_text() : "none";
}

}  // namespace

TEST_CASE("powers are correctly rounded", "[engine]") {
  CHECK(power("2", Number::ratio(1, 2), 30) == "1.41421356237309504880168872421");
  CHECK(power("2", Number::ratio(1, 3), 10) == "1.2599210499");
  CHECK(power("10", of("0.5"), 0) == "3");
  CHECK(power("1.5", of("-2.5"), 6) == "0.362887");
  CHECK(power("0.001", of("63.7"), 30) == "0");
  CHECK(power("12345678901234567890", of("1.5"), 2) == "43378293792560096179196812722.06");
}

TEST_CASE("powers that are ratios are exact, ties too", "[engine]") {
  CHECK(power("6.25", Number::ratio(1, 2), 0) == "3");
  CHECK(power("15.625", Number::ratio(1, 3), 0) == "3");
  CHECK(power("4", Number::ratio(-1, 2), 3) == "0.5");
  CHECK(power("2.25", Number::ratio(3, 2), 3) == "3.375");
  CHECK(power("1", of("0.123456789012345678901"), 30) == "1");
  CHECK(power("1.1", 3, 3) == "1.331");
  CHECK(power("0", of("0.5"), 2) == "0");
  CHECK(power("0", 0, 2) == "1");
  CHECK(rounded_power(of("2.5"), 1, {RoundingDirection::half_even, 1}) == Number(2));
}

TEST_CASE("a power that is not defined is none", "[engine]") {
  CHECK(power("-8", Number::ratio(1, 3), 2) == "none");
  CHECK(power("-8", 3, 2) == "-512");
  CHECK(power("-8", -2, 6) == "0.015625");
  CHECK(power("0", -1, 2) == "none");
  CHECK(power("2", 65, 2) == "none");
}

TEST_CASE("logarithms are correctly rounded", "[engine]") {
  CHECK(logarithm("2", 30) == "0.693147180559945309417232121458");
  CHECK(logarithm("0.5", 6) == "-0.693147");
  CHECK(logarithm("1", 6) == "0");
  CHECK(logarithm("10", 12) == "2.302585092994");
  CHECK(logarithm("1000000000000000000000000000000000000000", 12) == "89.800818626768");
  CHECK(logarithm("1.000000000000000000000000000001", 30) == "0.000000000000000000000000000001");
  CHECK(logarithm("1.000000000000000000000000000001", 6) == "0");
  CHECK(logarithm("0", 6) == "none");
  CHECK(logarithm("-1", 6) == "none");
  CHECK(rounded_logarithm(of("1.000000000000000000000000000001"), {RoundingDirection::up, 1}) == Number(1));
}

}  // namespace nilai::engine
