#include "unit/engine/kernels/run_kernel.hpp"

namespace nilai::engine {

TEST_CASE("arithmetic is exact", "[engine]") {
  const auto of = [](Operation operation, const std::vector<Value>& operands, Payload payload = {}) {
    return run(operation, Kind::number, operands, std::move(payload));
  };
  CHECK(of(Operation::add, {ratio(1, 3), ratio(2, 3)}) == number(1));
  CHECK(of(Operation::subtract, {number(1), ratio(1, 3)}) == ratio(2, 3));
  CHECK(of(Operation::multiply, {ratio(2, 3), number(6)}) == number(4));
  CHECK(of(Operation::divide, {number(1), number(3)}) == ratio(1, 3));
  CHECK(of(Operation::negate, {ratio(1, 3)}) == ratio(-1, 3));
  CHECK(of(Operation::power,
           {
               ratio(-2, 3),
           },
           std::uint32_t{3}) == ratio(-8, 27));
  CHECK(of(Operation::power, {number(0)}, std::uint32_t{0}) == number(1));
  CHECK(of(Operation::absolute, {ratio(-7, 2)}) == ratio(7, 2));
  CHECK(of(Operation::whole_part, {ratio(-7, 2)}) == number(-3));
  CHECK(of(Operation::limited, {number(5), number(0), number(10)}) == number(5));
  CHECK(of(Operation::limited, {number(-5), number(0), number(10)}) == number(0));
  CHECK(of(Operation::limited, {number(15), number(0), number(10)}) == number(10));
  CHECK(of(Operation::round, {ratio(85, 2)}, RoundingSpec{RoundingDirection::half_away, 0, 1}) == number(43));
  CHECK(of(Operation::round, {ratio(85, 2)}, RoundingSpec{RoundingDirection::half_even, 0, 1}) == number(42));
  CHECK(of(Operation::round, {number(7)}, RoundingSpec{RoundingDirection::down, std::nullopt, 5}) == number(5));
}

TEST_CASE("a part that is not there leaves nothing, and so does a division by zero", "[engine]") {
  CHECK(run(Operation::add, Kind::number, {number(1), none}) == none);
  CHECK(run(Operation::multiply, Kind::number, {number(0), none}) == none);
  CHECK(run(Operation::subtract, Kind::number, {none, hidden}) == hidden);
  CHECK(run(Operation::divide, Kind::number, {number(1), number(0)}) == none);
  CHECK(run(Operation::divide, Kind::number, {hidden, number(0)}) == hidden);
  CHECK(run(Operation::limited, Kind::number, {number(1), none, number(3)}) == none);
}

TEST_CASE("a span is turned round in months", "[engine]") {
  CHECK(run(Operation::negate, Kind::span, {Value::months(6)}) == Value::months(-6));
}

}  // namespace nilai::engine
