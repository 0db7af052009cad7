#include "engine/reals/grain.hpp"

#include <catch2/catch.hpp>

namespace nilai::engine {

TEST_CASE("a number between two steps goes to one of them as the direction says", "[engine]") {
  using std::strong_ordering;
  struct Case {
    const char* name;
    RoundingDirection direction;
    Stand stand;
    bool is_negative;
    std::int64_t steps;
  };
  const auto c = GENERATE(values<Case>({
      {"half away, below the half", RoundingDirection::half_away, {2, false, strong_ordering::less}, false, 2},
      {"half away, at the half", RoundingDirection::half_away, {2, false, strong_ordering::equal}, false, 3},
      {"half away, at the half below zero", RoundingDirection::half_away, {2, false, strong_ordering::equal}, true, -3},
      {"half even, at the half of an even one",
       RoundingDirection::half_even,
       {2, false, strong_ordering::equal},
       false,
       2},
      {"half even, at the half of an odd one",
       RoundingDirection::half_even,
       {3, false, strong_ordering::equal},
       true,
       -4},
      {"half even, above the half", RoundingDirection::half_even, {2, false, strong_ordering::greater}, false, 3},
      {"up", RoundingDirection::up, {2, false, strong_ordering::less}, false, 3},
      {"up, below zero", RoundingDirection::up, {2, false, strong_ordering::greater}, true, -2},
      {"down, below zero", RoundingDirection::down, {2, false, strong_ordering::less}, true, -3},
      {"on a step already", RoundingDirection::up, {2, true, strong_ordering::less}, false, 2},
  }));
  CAPTURE(c.name);
  CHECK(brought_to({c.direction, Number::ratio(1, 4)}, c.stand, c.is_negative) == Number::ratio(c.steps, 4));
}

}  // namespace nilai::engine
