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
  CHECK(run(Operation::criteria, c.kind, c.operands, CriteriaSpec{c.statistic, false}) == c.result);
}

}  // namespace nilai::engine
