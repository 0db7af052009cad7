#include "engine/reals/grain.hpp"

namespace nilai::engine {
namespace {

bool goes_away_from_zero(RoundingDirection direction, const Stand& stand, bool is_negative) {
  switch (direction) {
    case RoundingDirection::up:
      return !is_negative;
    case RoundingDirection::down:
      return is_negative;
    case RoundingDirection::half_away:
      return stand.to_half >= 0;
    case RoundingDirection::half_even:
      if (stand.to_half == 0) return !(stand.whole / 2).is_whole();
      return stand.to_half > 0;
  }
  return false;
}

}  // namespace

Grain Grain::places(unsigned count) {
  return {RoundingDirection::half_away, Number(1) / Number(10).power(count)};
}

Number brought_to(const Grain& grain, const Stand& stand, bool is_negative) {
  const bool is_moved = !stand.is_whole && goes_away_from_zero(grain.direction, stand, is_negative);
  const Number steps = is_moved ? stand.whole + 1 : stand.whole;
  return (is_negative ? -steps : steps) * grain.step;
}

}  // namespace nilai::engine
