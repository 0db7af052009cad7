#include <string>

#include "unit/engine/kernels/run_kernel.hpp"

namespace nilai::engine {

TEST_CASE("comparisons of every kind", "[engine]") {
  struct Case {
    std::string name;
    Value smaller, larger;
  };
  const auto c = GENERATE(values<Case>({
      {"numbers", ratio(1, 3), ratio(1, 2)},
      {"dates", day(2017, 3, 9), day(2017, 3, 10)},
      {"choices, in their order", Value::choice(0), Value::choice(2)},
      {"texts, bytewise", Value::of(std::string("A9")), Value::of(std::string("a1"))},
  }));
  CAPTURE(c.name);
  const auto holds = [](Operation operation, const Value& a, const Value& b) {
    return run(operation, Kind::flag, {a, b}) == yes;
  };
  CHECK(holds(Operation::less, c.smaller, c.larger));
  CHECK_FALSE(holds(Operation::less, c.smaller, c.smaller));
  CHECK(holds(Operation::at_most, c.smaller, c.smaller));
  CHECK_FALSE(holds(Operation::at_most, c.larger, c.smaller));
  CHECK(holds(Operation::greater, c.larger, c.smaller));
  CHECK_FALSE(holds(Operation::greater, c.larger, c.larger));
  CHECK(holds(Operation::at_least, c.larger, c.larger));
  CHECK_FALSE(holds(Operation::at_least, c.smaller, c.larger));
  CHECK(holds(Operation::equal, c.larger, c.larger));
  CHECK_FALSE(holds(Operation::equal, c.smaller, c.larger));
  CHECK(holds(Operation::unequal, c.smaller, c.larger));
  CHECK_FALSE(holds(Operation::unequal, c.larger, c.larger));
}

TEST_CASE("a comparison with a side that is not there is unknown", "[engine]") {
  CHECK(run(Operation::equal, Kind::flag, {none, none}) == unknown);
  CHECK(run(Operation::less, Kind::flag, {number(1), none}) == unknown);
  CHECK(run(Operation::at_least, Kind::flag, {none, hidden}) == unread);
}

}  // namespace nilai::engine
