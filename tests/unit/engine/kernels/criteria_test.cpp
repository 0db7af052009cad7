#include <string>

#include "unit/engine/kernels/run_kernel.hpp"

namespace nilai::engine {

TEST_CASE("a statistic of the criteria that are taken", "[engine]") {
  struct Case {
    std::string name;
    AggregateKind statistic;
    Kind kind;
    std::vector<Value> operands;  // whether a criterion is taken, and its value
    Value result;
  };
  const auto c = GENERATE_COPY(values<Case>({
      {"a sum", AggregateKind::sum, Kind::number, {yes, number(3), yes, number(4), no, number(9)}, number(7)},
      {"a count", AggregateKind::count, Kind::number, {yes, yes, no, no, yes, yes}, number(2)},
      {"the least", AggregateKind::min, Kind::number, {yes, number(3), yes, number(4), no, number(1)}, number(3)},
      {"the middle", AggregateKind::median, Kind::number, {yes, number(3), yes, number(4), no, none}, ratio(7, 2)},
      {"any", AggregateKind::any, Kind::flag, {no, no, yes, yes}, yes},
      {"a part", AggregateKind::share, Kind::number, {yes, yes, yes, no, no, yes}, ratio(1, 2)},
      {"of none a sum is nothing", AggregateKind::sum, Kind::number, {no, number(3)}, number(0)},
      {"of none there is no least", AggregateKind::min, Kind::number, {no, number(3)}, none},
      {"a value is missing", AggregateKind::sum, Kind::number, {yes, number(3), yes, none}, none},
      {"one that could not be read", AggregateKind::sum, Kind::number, {yes, number(3), unread, number(1)}, hidden},
      {"settled without it", AggregateKind::any, Kind::flag, {yes, yes, unread, yes}, yes},
  }));
  CAPTURE(c.name);
  std::vector<Value> operands;
  for (std::size_t i = 0; i < c.operands.size(); i += 2) {
    operands.insert(operands.end(), {c.operands[i], c.operands[i + 1], number(1)});
  }
  CHECK(run(Operation::criteria, c.kind, operands, CriteriaSpec{c.statistic, false}) == c.result);
}

TEST_CASE("a percentile and weights of the criteria that are taken", "[engine]") {
  const auto taken = [](AggregateKind statistic, const std::vector<Value>& operands) {
    return run(Operation::criteria, Kind::number, operands, CriteriaSpec{statistic, false});
  };
  const Value one = number(1), two = number(2);
  CHECK(taken(AggregateKind::percentile, {ratio(1, 2), yes, number(3), one, no, number(9), one, yes, number(4), one}) ==
        number(3));
  CHECK(taken(AggregateKind::percentile, {ratio(3, 4), yes, number(3), one, no, number(9), one, yes, number(4), one}) ==
        number(4));
  CHECK(taken(AggregateKind::average, {yes, number(3), one, no, number(9), two, yes, number(4), two}) == ratio(11, 3));
  CHECK(taken(AggregateKind::average, {yes, number(3), number(0)}) == none);  // they weigh nothing
  CHECK(taken(AggregateKind::average, {yes, number(3), none}) == none);
}

}  // namespace nilai::engine
