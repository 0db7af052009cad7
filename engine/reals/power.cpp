#include "engine/reals/power.hpp"

#include "engine/reals/one_sided.hpp"
#include "engine/reals/root.hpp"

namespace nilai::engine {
namespace {

/// Digits behind the binary point beyond those of the grain, to begin with: enough but for near ties.
constexpr unsigned first_bits = 48;

/// What an irrational number lies between.
struct Bounds {
  Number low, high;
};

unsigned bits_of(const Grain& grain) {
  return static_cast<unsigned>((Number(1) / grain.step).bit_length());
}

/// Where the number stands; empty as long as the bounds do not tell. Requires: they are in steps; it is irrational.
std::optional<Stand> stand_within(const Bounds& bounds) {
  Stand stand;
  stand.whole = bounds.low.rounded(RoundingDirection::down, 0);
  if (bounds.high >= stand.whole + 1) return std::nullopt;
  const Number half = stand.whole + Number::ratio(1, 2);
  if (bounds.low <= half && bounds.high >= half) return std::nullopt;
  stand.to_half = bounds.low <=> half;
  return stand;
}

/// Rounds the number, not negative and irrational, that `bounds_to(bits)` closes in on.
template <class BoundsTo>
Number rounded(const Grain& grain, bool is_negative, BoundsTo bounds_to) {
  for (unsigned bits = first_bits;; bits *= 2) {
    const Bounds bounds = bounds_to(bits_of(grain) + bits);
    const auto stand = stand_within({bounds.low / grain.step, bounds.high / grain.step});
    if (stand) return brought_to(grain, *stand, is_negative);
  }
}

/// Requires: `number` is at least 1.
Bounds logarithm_within(const Number& number, unsigned bits) {
  const OneSided down(bits, RoundingDirection::down), up(bits, RoundingDirection::up);
  return {down.real(down.logarithm(number)), up.real(up.logarithm(number))};
}

/// `base`^`exponent`. Requires: `base` is above zero, `exponent` not negative.
Bounds power_within(const Number& base, const Number& exponent, unsigned bits) {
  const bool is_below_one = base < 1;
  const Number at_least_one = is_below_one ? Number(1) / base : base;
  // The logarithm is needed as much finer as the power is larger.
  const Number whole_bits = exponent * static_cast<std::int64_t>(at_least_one.bit_length());
  const auto extra = static_cast<unsigned>(whole_bits.whole_part().to_int64().value_or(0));
  const Bounds ln = logarithm_within(at_least_one, bits + extra + first_bits);
  const Number low = is_below_one ? -(exponent * ln.high) : exponent * ln.low;
  const Number high = is_below_one ? -(exponent * ln.low) : exponent * ln.high;
  return {exponential(low, bits, RoundingDirection::down), exponential(high, bits, RoundingDirection::up)};
}

/// The root where it is whole. Requires: `whole` is above zero.
std::optional<Number> exact_root(const Number& whole, const Number& degree) {
  if (whole == 1) return whole;
  const auto bits = static_cast<std::int64_t>(whole.bit_length());
  if (degree >= bits) return std::nullopt;  // between 1 and 2
  const auto small = static_cast<unsigned>(*degree.to_int64());
  const Number root = whole_root(whole, small);
  return root.power(small) == whole ? std::optional(root) : std::nullopt;
}

/// The power where it is a ratio: of whole exponents, and of perfect powers. Requires: likewise.
std::optional<Number> exact_power(const Number& base, const Number& exponent) {
  const Number degree = exponent.denominator();
  const auto above = exact_root(base.numerator(), degree);
  const auto below = above ? exact_root(base.denominator(), degree) : std::nullopt;
  if (!below) return std::nullopt;
  const Number root = *above / *below;
  if (root == 1) return root;
  return root.power(static_cast<unsigned>(*exponent.numerator().to_int64()));
}

}  // namespace

std::optional<Number> rounded_power(const Number& base, const Number& exponent, const Grain& grain) {
  if (exponent.abs() > std::int64_t{max_exponent}) return std::nullopt;
  if (exponent.is_zero()) return Number(1).rounded_to_nearest(grain.direction, grain.step);
  if (base.is_zero() && exponent.sign() < 0) return std::nullopt;
  if (base.is_zero()) return Number(0);
  if (base.sign() < 0 && !exponent.is_whole()) return std::nullopt;
  const bool is_negative = base.sign() < 0 && !(exponent / 2).is_whole();
  const Number size = exponent.sign() < 0 ? Number(1) / base.abs() : base.abs();
  if (const auto exact = exact_power(size, exponent.abs())) {
    return (is_negative ? -*exact : *exact).rounded_to_nearest(grain.direction, grain.step);
  }
  return rounded(grain, is_negative, [&](unsigned bits) { return power_within(size, exponent.abs(), bits); });
}

std::optional<Number> rounded_logarithm(const Number& number, const Grain& grain) {
  if (number.sign() <= 0) return std::nullopt;
  if (number == 1) return Number(0);
  const bool is_negative = number < 1;
  const Number at_least_one = is_negative ? Number(1) / number : number;
  return rounded(grain, is_negative, [&](unsigned bits) { return logarithm_within(at_least_one, bits); });
}

}  // namespace nilai::engine
