#include "engine/number.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <cstdint>
#include <limits>
#include <numeric>
#include <string>
#include <vector>

namespace nilai::engine {
namespace {

constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t smallest = std::numeric_limits<std::int64_t>::min();

Number number(std::string_view text) {
  const auto parsed = Number::parse(text);
  REQUIRE(parsed);
  return *parsed;
}

/// What divides evenly, fits nowhere, is negative, is zero: operands for the laws of arithmetic.
std::vector<Number> operands() {
  return {0,
          1,
          -1,
          7,
          Number::ratio(1, 3),
          Number::ratio(-22, 7),
          Number::ratio(95, 100),
          largest,
          smallest,
          Number::ratio(largest, largest - 1),
          Number::ratio(1, smallest),
          number("123456789012345678901234567890"),
          number("-0.000000000000000000000000000001")};
}

}  // namespace

TEST_CASE("Number::parse reads digits, a sign and a point, and nothing else", "[engine]") {
  struct Case {
    std::string name, text, ratio;  // no ratio: refused
  };
  const auto c = GENERATE(values<Case>({
      {"whole", "1250", "1250"},
      {"negative", "-12.50", "-25/2"},
      {"plus sign", "+3", "3"},
      {"leading zeros", "007.0", "7"},
      {"zero below a sign", "-0", "0"},
      {"a printed double", "2.8999999999999999", "28999999999999999/10000000000000000"},
      {"eighteen digits", "999999999999999999", "999999999999999999"},
      {"nineteen digits that fit", "9223372036854775807", "9223372036854775807"},
      {"the smallest that fits", "-9223372036854775808", "-9223372036854775808"},
      {"nineteen digits that do not fit", "9223372036854775808", "9223372036854775808"},
      {"zeros in the middle of many digits", "100000000000000000000000000000000000000.5",
       "200000000000000000000000000000000000001/2"},
      {"empty", "", ""},
      {"only a sign", "-", ""},
      {"two signs", "--1", ""},
      {"no digit before the point", ".5", ""},
      {"no digit after the point", "5.", ""},
      {"two points", "1.2.3", ""},
      {"exponent", "1e3", ""},
      {"grouping", "1,250", ""},
      {"blank", " 1", ""},
      {"percent", "95%", ""},
      {"hexadecimal", "0x10", ""},
  }));
  CAPTURE(c.name);
  const auto parsed = Number::parse(c.text);
  CHECK(parsed.has_value() == !c.ratio.empty());
  if (parsed) CHECK(parsed->to_ratio_text() == c.ratio);
}

TEST_CASE("Number::parse takes 400 characters and no more", "[engine]") {
  CHECK(Number::parse(std::string(400, '9')));
  CHECK_FALSE(Number::parse(std::string(401, '9')));
}

TEST_CASE("Number::ratio is in lowest terms with a positive denominator", "[engine]") {
  CHECK(Number::ratio(6, -4).to_ratio_text() == "-3/2");
  CHECK(Number::ratio(-6, -3).to_ratio_text() == "2");
  CHECK(Number::ratio(0, -7) == Number(0));
  CHECK(Number::ratio(smallest, smallest) == Number(1));
  CHECK(Number::ratio(smallest, -1).to_ratio_text() == "9223372036854775808");
  CHECK(Number::ratio(1, smallest).to_ratio_text() == "-1/9223372036854775808");
}

TEST_CASE("Number arithmetic agrees with fractions worked out by hand", "[engine]") {
  for (std::int64_t a = -6; a <= 6; ++a) {
    for (std::int64_t b = 1; b <= 6; ++b) {
      for (std::int64_t c = -6; c <= 6; ++c) {
        for (std::int64_t d = 1; d <= 6; ++d) {
          const Number x = Number::ratio(a, b);
          const Number y = Number::ratio(c, d);
          const bool agrees = x + y == Number::ratio(a * d + c * b, b * d) &&
                              x - y == Number::ratio(a * d - c * b, b * d) && x * y == Number::ratio(a * c, b * d) &&
                              (c == 0 || x / y == Number::ratio(a * d, b * c)) && (x < y) == (a * d < c * b) &&
                              (x == y) == (a * d == c * b);
          if (!agrees) FAIL(a << '/' << b << " and " << c << '/' << d);
        }
      }
    }
  }
  SUCCEED();
}

TEST_CASE("Number keeps the laws of arithmetic, whatever the size of its operands", "[engine]") {
  for (const Number& a : operands()) {
    for (const Number& b : operands()) {
      CAPTURE(a.to_ratio_text(), b.to_ratio_text());
      CHECK(a + b == b + a);
      CHECK(a * b == b * a);
      CHECK(a + b - b == a);
      CHECK((a <=> b) == (0 <=> (b <=> a)));
      CHECK(((a <=> b) == 0) == (a == b));
      CHECK((a - b).sign() == (a > b) - (a < b));
      if (!b.is_zero()) CHECK(a / b * b == a);
      for (const Number& c : operands()) CHECK((a + b) * c == a * c + b * c);
    }
  }
}

TEST_CASE("Number that outgrew 64 bits and came back is the number it was", "[engine]") {
  const Number start = largest;
  const Number grown = start + 1;
  CHECK(grown.to_ratio_text() == "9223372036854775808");
  CHECK_FALSE(grown.to_int64());
  CHECK(grown - 1 == start);
  CHECK((grown - 1).hash() == start.hash());
  CHECK((grown - 1).to_int64() == largest);
  CHECK(-grown == Number(smallest));
  CHECK((-grown).to_int64() == smallest);
  CHECK(grown * grown / grown / grown == Number(1));
  CHECK(grown.hash() == (Number(largest - 1) + 2).hash());

  Number copy = grown;
  const Number moved = std::move(copy);
  copy = moved;
  CHECK(copy == grown);
  copy = 5;
  CHECK(copy == Number(5));
}

TEST_CASE("Number of the smallest 64-bit value negates without wrapping", "[engine]") {
  CHECK((-Number(smallest)).to_text() == "9223372036854775808");
  CHECK(Number(smallest).abs() == Number(largest) + 1);
  CHECK(Number(smallest) - Number(smallest) == Number(0));
  CHECK(Number(smallest) / -1 == Number(largest) + 1);
}

TEST_CASE("Number::rounded brings ties where the direction says", "[engine]") {
  struct Case {
    std::string text;
    int places;
    std::string half_away, half_even, up, down;
  };
  const auto c = GENERATE(values<Case>({
      {"2.5", 0, "3", "2", "3", "2"},
      {"-2.5", 0, "-3", "-2", "-2", "-3"},
      {"3.5", 0, "4", "4", "4", "3"},
      {"-3.5", 0, "-4", "-4", "-3", "-4"},
      {"0.5", 0, "1", "0", "1", "0"},
      {"-0.5", 0, "-1", "0", "0", "-1"},
      {"2.4", 0, "2", "2", "3", "2"},
      {"-2.6", 0, "-3", "-3", "-2", "-3"},
      {"2.8999999999999999", 1, "2.9", "2.9", "2.9", "2.8"},
      {"2.8499999999999999", 1, "2.8", "2.8", "2.9", "2.8"},
      {"2.85", 1, "2.9", "2.8", "2.9", "2.8"},
      {"7", 2, "7", "7", "7", "7"},
      {"9.995", 2, "10", "10", "10", "9.99"},
      {"123456789012345678901.5", 0, "123456789012345678902", "123456789012345678902", "123456789012345678902",
       "123456789012345678901"},
      {"0.0000000000000000000000000000005", 30, "0.000000000000000000000000000001", "0",
       "0.000000000000000000000000000001", "0"},
  }));
  CAPTURE(c.text, c.places);
  const Number exact = number(c.text);
  CHECK(exact.rounded(RoundingDirection::half_away, c.places).to_text() == c.half_away);
  CHECK(exact.rounded(RoundingDirection::half_even, c.places).to_text() == c.half_even);
  CHECK(exact.rounded(RoundingDirection::up, c.places).to_text() == c.up);
  CHECK(exact.rounded(RoundingDirection::down, c.places).to_text() == c.down);
}

TEST_CASE("Number::rounded gives the nearest of all candidates", "[engine]") {
  for (std::int64_t numerator = -60; numerator <= 60; ++numerator) {
    for (std::int64_t denominator = 1; denominator <= 12; ++denominator) {
      CAPTURE(numerator, denominator);
      const Number exact = Number::ratio(numerator, denominator);
      const Number below = exact.rounded(RoundingDirection::down, 0);
      const Number above = exact.rounded(RoundingDirection::up, 0);
      const Number nearest = exact.rounded(RoundingDirection::half_away, 0);
      const bool is_right = below <= exact && exact < below + 1 && above >= exact && exact > above - 1 &&
                            (nearest - exact).abs() <= Number::ratio(1, 2) &&
                            ((nearest - exact).abs() < Number::ratio(1, 2) || nearest.abs() > exact.abs());
      if (!is_right) FAIL("wrong neighbour");
    }
  }
  SUCCEED();
}

TEST_CASE("Number::rounded_to_nearest takes multiples of any positive step", "[engine]") {
  CHECK(number("12.3").rounded_to_nearest(RoundingDirection::half_away, 5) == Number(10));
  CHECK(number("12.5").rounded_to_nearest(RoundingDirection::half_away, 5) == Number(15));
  CHECK(number("-12.5").rounded_to_nearest(RoundingDirection::half_even, 5) == Number(-10));
  CHECK(number("0.3").rounded_to_nearest(RoundingDirection::half_away, number("0.25")) == number("0.25"));
  CHECK(number("7").rounded_to_nearest(RoundingDirection::up, Number::ratio(2, 3)) == Number::ratio(22, 3));
}

TEST_CASE("Number::to_text writes what ends in full and the rest to six places", "[engine]") {
  CHECK(Number(0).to_text() == "0");
  CHECK(Number::ratio(1, 8).to_text() == "0.125");
  CHECK(Number::ratio(-1, 8).to_text() == "-0.125");
  CHECK(number("42.50").to_text() == "42.5");
  CHECK(Number::ratio(1, 3).to_text() == "0.333333");
  CHECK(Number::ratio(-2, 3).to_text() == "-0.666667");
  CHECK(Number::ratio(1, 30000000).to_text() == "0.000000");
  CHECK(number("0.0000000000000000000000000000000000000001").to_text() == "0.0000000000000000000000000000000000000001");
  CHECK(Number(2).power(64).to_text() == "18446744073709551616");
  CHECK((Number(1) / Number(2).power(64)).to_text().size() == 66);
  CHECK(Number::ratio(largest, 3).to_text() == "3074457345618258602.333333");
}

TEST_CASE("Number::to_fixed and to_at_most differ in the zeros at the end", "[engine]") {
  CHECK(number("42.5").to_fixed(2) == "42.50");
  CHECK(number("42.5").to_at_most(2) == "42.5");
  CHECK(number("42.005").to_fixed(2) == "42.01");
  CHECK(number("-42.005").to_fixed(2) == "-42.01");
  CHECK(number("-0.004").to_fixed(2) == "0.00");
  CHECK(number("100").to_at_most(2) == "100");
  CHECK(number("100").to_fixed(0) == "100");
  CHECK(number("99.999").to_at_most(2) == "100");
  CHECK(Number(largest).to_fixed(6) == "9223372036854775807.000000");
  CHECK(Number::ratio(1, 3).to_fixed(25) == "0.3333333333333333333333333");
}

TEST_CASE("Number::to_text reads back as the number, where the expansion ends", "[engine]") {
  for (const Number& operand : operands()) {
    CAPTURE(operand.to_ratio_text());
    if (operand.terminates()) CHECK(number(operand.to_text()) == operand);
  }
  CHECK(Number::ratio(7, 40).terminates());
  CHECK_FALSE(Number::ratio(1, 6).terminates());
}

TEST_CASE("Number knows its parts", "[engine]") {
  CHECK(number("2.7").whole_part() == Number(2));
  CHECK(number("-2.7").whole_part() == Number(-2));
  CHECK(number("-123456789012345678901.9").whole_part() == number("-123456789012345678901"));
  CHECK(number("-2.7").sign() == -1);
  CHECK(Number().sign() == 0);
  CHECK(Number().is_zero());
  CHECK(number("3.0").is_whole());
  CHECK_FALSE(number("3.1").is_whole());
  CHECK_FALSE(number("3.1").to_int64());
  CHECK(number("3.0").to_int64() == 3);
}

TEST_CASE("Number::power multiplies as often as told", "[engine]") {
  CHECK(Number(0).power(0) == Number(1));
  CHECK(Number::ratio(-2, 3).power(3) == Number::ratio(-8, 27));
  Number product = 1;
  for (unsigned exponent = 0; exponent <= 64; ++exponent) {
    CHECK(Number(10).power(exponent) == product);
    product *= 10;
  }
}

TEST_CASE("Number sums do not depend on the order", "[engine]") {
  std::vector<Number> parts;
  for (int i = 1; i <= 60; ++i) parts.push_back(Number::ratio(i % 2 == 0 ? i : -i, i + 1));
  const Number forward = std::accumulate(parts.begin(), parts.end(), Number());
  const Number backward = std::accumulate(parts.rbegin(), parts.rend(), Number());
  CHECK(forward == backward);
  CHECK(forward.hash() == backward.hash());
}

}  // namespace nilai::engine
