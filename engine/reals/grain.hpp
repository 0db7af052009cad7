#pragma once

#include <compare>

#include "engine/number.hpp"

namespace nilai::engine {

/// Places after the point of what the rules round without being told how far: standard deviations, confidence bounds.
constexpr unsigned irrational_places = 6;

/// The multiples of `step` that a real number is brought to. `step` is positive.
struct Grain {
  RoundingDirection direction = RoundingDirection::half_away;
  Number step = 1;

  static Grain places(unsigned count);  ///< multiples of 10^-count, half away from zero
};

/// Where a number that is not negative stands between two neighbouring whole numbers.
struct Stand {
  Number whole;                                               ///< the one at or below it
  bool is_whole = false;                                      ///< it is that one
  std::strong_ordering to_half = std::strong_ordering::less;  ///< compared with `whole` + 1/2
};

/// What a number comes to on the grain when, without its sign and in steps, it stands at `stand`.
[[nodiscard]] Number brought_to(const Grain& grain, const Stand& stand, bool is_negative);

}  // namespace nilai::engine
