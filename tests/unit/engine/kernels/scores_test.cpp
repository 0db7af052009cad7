#include <string>

#include "unit/engine/kernels/run_kernel.hpp"

namespace nilai::engine {
namespace {

const Value weight_40 = ratio(2, 5);
const Value weight_20 = ratio(1, 5);

}  // namespace

TEST_CASE("scores rescale the weights of the parts that were assessed", "[engine]") {
  struct Case {
    std::string name;
    std::vector<Value> points;  // of parts that weigh 40, 40 and 20 per cent
    Value average, sum, assessed, first_part;
  };
  const auto c = GENERATE(values<Case>({
      {"all", {number(100), number(50), number(0)}, number(60), number(150), number(1), ratio(2, 5)},
      {"one not assessed", {number(100), none, number(0)}, ratio(200, 3), number(100), ratio(3, 5), ratio(2, 3)},
      {"the first not assessed", {none, number(50), number(10)}, ratio(110, 3), number(60), ratio(3, 5), none},
      {"none", {none, none, none}, none, none, number(0), none},
      {"one could not be read", {number(100), hidden, none}, hidden, hidden, hidden, hidden},
  }));
  CAPTURE(c.name);
  const std::vector<Value> parts = {c.points[0], weight_40, c.points[1], weight_40, c.points[2], weight_20};
  CHECK(run(Operation::weighted_average, Kind::number, parts) == c.average);
  CHECK(run(Operation::sum_of_points, Kind::number, parts) == c.sum);
  CHECK(run(Operation::assessed_weight, Kind::number, parts) == c.assessed);
  CHECK(run(Operation::part_weight, Kind::number, parts, std::uint32_t{0}) == c.first_part);
}

TEST_CASE("parts that weigh nothing have no average", "[engine]") {
  const std::vector<Value> parts = {number(100), number(0), none, number(1)};
  CHECK(run(Operation::weighted_average, Kind::number, parts) == none);
  CHECK(run(Operation::part_weight, Kind::number, parts, std::uint32_t{0}) == none);
  CHECK(run(Operation::sum_of_points, Kind::number, parts) == number(100));
  CHECK(run(Operation::assessed_weight, Kind::number, parts) == number(0));
  CHECK(run(Operation::assessed_weight, Kind::number, {number(5), number(0)}) == number(0));
}

TEST_CASE("a weight that is missing matters where its part was assessed", "[engine]") {
  CHECK(run(Operation::weighted_average, Kind::number, {number(10), none, number(20), number(1)}) == none);
  CHECK(run(Operation::weighted_average, Kind::number, {none, none, number(20), number(1)}) == number(20));
}

TEST_CASE("the weakest part lost most; of equals the first", "[engine]") {
  const auto weakest = [](const Value& a, const Value& b, const Value& c) {
    return run(Operation::weakest_part, Kind::choice,
               {a, weight_40, number(100), b, weight_40, number(100), c, weight_20, number(100)});
  };
  CHECK(weakest(number(90), number(20), number(0)) == Value::choice(1));
  CHECK(weakest(number(60), number(60), number(20)) == Value::choice(0));
  CHECK(weakest(number(100), none, number(99)) == Value::choice(2));
  CHECK(weakest(number(100), number(100), number(100)) == Value::choice(0));
  CHECK(weakest(none, none, none) == Value::missing(Kind::choice));
  CHECK(weakest(number(0), hidden, none) == Value::withheld(Kind::choice));
}

}  // namespace nilai::engine
