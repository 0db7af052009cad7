#include "engine/reals/root.hpp"

#include <cstddef>

#include "engine/reals/one_sided.hpp"

namespace nilai::engine {
namespace {

Number floor_quotient(const Number& a, const Number& b) {
  return Number::whole_quotient(a, b, RoundingDirection::down);
}

}  // namespace

Number whole_root(const Number& number, unsigned degree) {
  const Number target = number.whole_part();
  const std::size_t bits = target.bit_length();
  if (bits <= degree) return target.is_zero() ? 0 : 1;
  // The root of the leading half of the digits, and one more, is a guess from above with half of the digits right.
  const std::size_t digits_left_out = bits / degree / 2;
  Number guess = 2;
  if (digits_left_out > 0) {
    const Number leading = floor_quotient(target, power_of_two(digits_left_out * degree));
    guess = (whole_root(leading, degree) + 1) * power_of_two(digits_left_out);
  } else {
    while (guess.power(degree) <= target) guess += 1;
  }
  // Newton's steps come down to the root, and turn back only once they are there.
  for (;;) {
    const Number steps = guess * std::int64_t{degree - 1} + floor_quotient(target, guess.power(degree - 1));
    const Number next = floor_quotient(steps, std::int64_t{degree});
    if (next >= guess) return guess;
    guess = next;
  }
}

Number rounded_root(const Number& number, unsigned degree, const Grain& grain) {
  const Number target = number.abs() / grain.step.power(degree);
  Stand stand;
  stand.whole = whole_root(target, degree);
  stand.is_whole = stand.whole.power(degree) == target;
  stand.to_half = target <=> (stand.whole + Number::ratio(1, 2)).power(degree);
  return brought_to(grain, stand, number.sign() < 0);
}

}  // namespace nilai::engine
