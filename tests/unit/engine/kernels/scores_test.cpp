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
  const Value sum = run(Operation::weight_sum, Kind::number, parts);
  CHECK(run(Operation::part_weight, Kind::number, {c.points[0], weight_40, sum}) == c.first_part);
}

TEST_CASE("parts that weigh nothing have no average", "[engine]") {
  const std::vector<Value> parts = {number(100), number(0), none, number(1)};
  CHECK(run(Operation::weighted_average, Kind::number, parts) == none);
  CHECK(run(Operation::weight_sum, Kind::number, parts) == number(0));
  CHECK(run(Operation::part_weight, Kind::number, {number(100), number(0), number(0)}) == none);
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

TEST_CASE("a weight is handed on from what is not assessed, and none of it is lost", "[engine]") {
  const Number half = ratio(1, 2).number();
  struct Case {
    std::string name;
    std::vector<Value> points;  // of parts that weigh 40, 40 and 20 per cent
    std::vector<HandedOn> handed_on;
    std::vector<Value> counted;
  };
  const auto c = GENERATE_COPY(values<Case>({
      {"all are assessed", {number(1), number(1), number(1)}, {{0, 1, 1}}, {weight_40, weight_40, weight_20}},
      {"to one", {none, number(1), number(1)}, {{0, 2, 1}}, {number(0), weight_40, ratio(3, 5)}},
      {"to two", {none, number(1), number(1)}, {{0, 1, half}, {0, 2, half}}, {number(0), ratio(3, 5), ratio(2, 5)}},
      {"on and on", {none, none, number(1)}, {{0, 1, 1}, {1, 2, 1}}, {number(0), number(0), number(1)}},
      {"to nobody who is assessed", {none, none, number(1)}, {{0, 1, 1}}, {number(0), ratio(4, 5), weight_20}},
      {"never back", {none, none, number(1)}, {{0, 1, 1}, {1, 0, 1}}, {weight_40, weight_40, weight_20}},
      {"half of it back",
       {none, none, number(1)},
       {{0, 1, 1}, {1, 0, half}, {1, 2, half}},
       {weight_20, weight_20, ratio(3, 5)}},
      {"one could not be read", {none, hidden, number(1)}, {{0, 2, 1}}, {hidden, hidden, hidden}},
  }));
  CAPTURE(c.name);
  const std::vector<Value> parts = {c.points[0], weight_40, c.points[1], weight_40, c.points[2], weight_20};
  for (std::uint32_t part = 0; part < 3; ++part) {
    CAPTURE(part);
    CHECK(run(Operation::counted_weight, Kind::number, parts, CountedWeightSpec{part, c.handed_on}) == c.counted[part]);
  }
}

}  // namespace nilai::engine
