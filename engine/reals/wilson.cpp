#include "engine/reals/wilson.hpp"

#include "engine/reals/one_sided.hpp"
#include "engine/reals/root.hpp"

#include <utility>

namespace nilai::engine {
namespace {

/// Binary digits of z^2 to begin with: enough for six places but where a bound lies next to one of them.
constexpr unsigned first_bits = 48;

Number square_root(const Number& number, unsigned bits, RoundingDirection direction) {
  return rounded_root(number, 2, {direction, Number(1) / power_of_two(bits)});
}

Number on_grid(const Number& number, unsigned bits) {
  return number.rounded_to_nearest(RoundingDirection::down, Number(1) / power_of_two(bits));
}

/// 1 + 2s/3 + (2s)^2/(3 5) + …, on one side.
Number error_series(const Number& s, const OneSided& side) {
  const Number twice = side.held(s * 2);
  Number sum;
  Number term = side.one();
  // Once a term is half of the one before it, what is left out is less than the last.
  for (int odd = 3; term > 1 || twice * 2 > side.one() * odd; odd += 2) {
    sum += term;
    term = side.over(side.times(term, twice), odd);
  }
  return side.real(side.is_up() ? sum + 2 : sum);
}

/// erf(sqrt(s)) = sqrt(4s / pi) e^-s (1 + 2s/3 + …), on one side.
Number error_function(const Number& s, unsigned bits, RoundingDirection direction) {
  const bool is_up = direction == RoundingDirection::up;
  const OneSided other(bits, is_up ? RoundingDirection::down : RoundingDirection::up);
  const Number root = square_root(s * 4 / other.real(other.pi()), bits, direction);
  return root * exponential(-s, bits, direction) * error_series(s, OneSided(bits, direction));
}

/// Newton's steps toward the s with erf(sqrt(s)) = level. They come from below and never pass it, the function being
/// concave, but for what they lose by rounding.
Number quantile_near(const Number& level, unsigned bits) {
  const OneSided side(bits, RoundingDirection::down);
  const Number pi = side.real(side.pi());
  const Number negligible = Number(16) / power_of_two(bits);
  Number s = on_grid(pi * level * level / 4, bits);
  for (;;) {
    const Number missing = level - error_function(s, bits, RoundingDirection::down);
    const Number slope =
        exponential(-s, bits, RoundingDirection::down) / square_root(pi * s, bits, RoundingDirection::up);
    const Number step = on_grid(missing / slope, bits);
    if (step <= negligible) return s;
    s += step;
  }
}

/// The lower bound for a given z^2; `root_direction` up never gives more than it, down never less.
Number bound_at(const Number& counted, const Number& total, const Number& z2, unsigned bits,
                RoundingDirection root_direction) {
  const Number below_root = z2 * (counted * (total - counted) / total + z2 / 4);
  return (counted + z2 / 2 - square_root(below_root, bits, root_direction)) / (total + z2);
}

}  // namespace

WilsonInterval::WilsonInterval(Number level) : level_(std::move(level)) {
  close_in(first_bits);
}

/// Two numbers next to each other that z^2 lies between, each proved to be on its side of it.
void WilsonInterval::close_in(unsigned bits) {
  bits_ = bits;
  const unsigned inner_bits = bits + first_bits;
  const Number near = quantile_near(level_, inner_bits);
  Number margin = Number(1) / power_of_two(bits);
  Number low = near, high = near;
  while (error_function(low, inner_bits, RoundingDirection::up) >= level_) low = low > margin ? low - margin : low / 2;
  while (error_function(high, inner_bits, RoundingDirection::down) <= level_) {
    high += margin;
    margin *= 2;
  }
  low_ = low * 2;
  high_ = high * 2;
}

Number WilsonInterval::lower(const Number& counted, const Number& total) {
  if (counted.is_zero()) return 0;
  for (;;) {
    // The bound falls as z grows.
    const auto places = static_cast<int>(irrational_places);
    const Number least =
        bound_at(counted, total, high_, bits_, RoundingDirection::up).rounded(RoundingDirection::down, places);
    const Number most =
        bound_at(counted, total, low_, bits_, RoundingDirection::down).rounded(RoundingDirection::down, places);
    if (least == most) return least;
    close_in(bits_ * 2);
  }
}

/// The upper bound of those counted is what the lower bound of the others leaves.
Number WilsonInterval::upper(const Number& counted, const Number& total) {
  return Number(1) - lower(total - counted, total);
}

}  // namespace nilai::engine
