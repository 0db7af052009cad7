#include "engine/reals/one_sided.hpp"

#include <algorithm>

namespace nilai::engine {
namespace {

/// So many times an exponent is halved before its series is summed, and the sum squared after it.
constexpr unsigned halvings = 8;

/// Digits that a sum of some dozens of roundings, each squared `halvings` times, can spoil.
constexpr unsigned guard_bits = 24;

RoundingDirection opposite(RoundingDirection direction) {
  return direction == RoundingDirection::up ? RoundingDirection::down : RoundingDirection::up;
}

/// `exponent` - `twos` * ln 2, on the side of `direction`.
Number rest_of(const Number& exponent, const Number& twos, unsigned bits, RoundingDirection direction) {
  const OneSided side(bits, twos.sign() > 0 ? opposite(direction) : direction);
  return exponent - twos * side.real(side.logarithm(2));
}

}  // namespace

Number power_of_two(std::size_t exponent) {
  Number power = 1;
  for (; exponent > max_exponent; exponent -= max_exponent) power *= Number(2).power(max_exponent);
  return power * Number(2).power(static_cast<unsigned>(exponent));
}

OneSided::OneSided(unsigned bits, RoundingDirection direction) : one_(power_of_two(bits)), direction_(direction) {}

Number OneSided::held(const Number& real) const {
  return Number::whole_quotient(real.numerator() * one_, real.denominator(), direction_);
}

Number OneSided::times(const Number& a, const Number& b) const {
  return Number::whole_quotient(a * b, one_, direction_);
}

Number OneSided::over(const Number& a, const Number& whole) const {
  return Number::whole_quotient(a, whole, direction_);
}

/// 2 (t + t^3/3 + t^5/5 + …). Requires: `t` is at most 1/3, so that what is left out is less than 3/2 of the next
/// power.
Number OneSided::twice_artanh(const Number& t) const {
  const Number square = times(t, t);
  Number power = t;
  Number sum;
  constexpr int negligible = 2;
  for (int odd = 1; power > negligible; odd += 2) {
    sum += over(power, odd);
    power = times(power, square);
  }
  return (is_up() ? sum + negligible + 1 : sum) * 2;
}

/// ln(m 2^k) = k ln 2 + ln m with 1 <= m < 2, and ln m = 2 artanh((m - 1) / (m + 1)).
Number OneSided::logarithm(const Number& real) const {
  const std::size_t twos = real.bit_length() - 1;
  const Number rest = real / power_of_two(twos);
  const Number ln_rest = twice_artanh(held((rest - 1) / (rest + 1)));
  if (twos == 0) return ln_rest;
  return ln_rest + twice_artanh(held(Number::ratio(1, 3))) * static_cast<std::int64_t>(twos);
}

/// 1 + x + x^2/2! + …, of x / 2^halvings; what is left out is less than the last term.
Number OneSided::exponential(const Number& held) const {
  const Number x = over(held, power_of_two(halvings));
  Number sum = one_;
  Number term = one_;
  for (int k = 1; term > 1; ++k) {
    term = over(times(term, x), k);
    sum += term;
  }
  if (is_up()) sum += 1;
  for (unsigned i = 0; i < halvings; ++i) sum = times(sum, sum);
  return sum;
}

/// Euler's series, whose terms are all positive: m / (m^2 + 1) (1 + 2/3 q + 2/3 4/5 q^2 + …) with q = 1 / (m^2 + 1).
Number OneSided::arctan_of_inverse(int whole) const {
  const int below = whole * whole + 1;
  Number term = held(Number::ratio(whole, below));
  Number sum;
  for (int k = 1; term > 1; ++k) {
    sum += term;
    term = over(term * (2 * k), (2 * k + 1) * below);
  }
  return is_up() ? sum + 2 : sum;
}

/// pi / 4 = arctan 1/2 + arctan 1/3
Number OneSided::pi() const {
  return (arctan_of_inverse(2) + arctan_of_inverse(3)) * 4;
}

Number exponential(const Number& exponent, unsigned bits, RoundingDirection direction) {
  // e^x = 2^n e^(x - n ln 2): the rest lies between 0 and 1.
  const Number ln2 = Number::ratio(693147, 1000000);
  Number twos = (exponent / ln2).rounded(RoundingDirection::down, 0);
  const auto whole_bits = static_cast<unsigned>(std::max<std::int64_t>(twos.to_int64().value_or(0), 0));
  const unsigned all_bits = bits + whole_bits + guard_bits;
  Number rest = rest_of(exponent, twos, all_bits, direction);
  while (rest.sign() < 0) {
    twos = twos - 1;
    rest = rest_of(exponent, twos, all_bits, direction);
  }
  while (rest > 1) {
    twos += 1;
    rest = rest_of(exponent, twos, all_bits, direction);
  }
  const OneSided side(all_bits, direction);
  const Number result = side.real(side.exponential(side.held(rest)));
  const Number scale = power_of_two(static_cast<std::size_t>(*twos.abs().to_int64()));
  return twos.sign() < 0 ? result / scale : result * scale;
}

}  // namespace nilai::engine
