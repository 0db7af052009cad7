#include <string>

#include "unit/engine/kernels/run_kernel.hpp"

namespace nilai::engine {

TEST_CASE("cases: the first that holds, and an unknown one ends the search", "[engine]") {
  struct Case {
    std::string name;
    std::vector<Value> operands;
    Value result;
  };
  const auto c = GENERATE(values<Case>({
      {"the first", {yes, number(1), yes, number(2), number(3)}, number(1)},
      {"the second", {no, number(1), yes, number(2), number(3)}, number(2)},
      {"otherwise", {no, number(1), no, number(2), number(3)}, number(3)},
      {"none holds", {no, number(1), no, number(2)}, none},
      {"unknown, never otherwise", {unknown, number(1), yes, number(2), number(3)}, none},
      {"could not be read", {unread, number(1), yes, number(2), number(3)}, hidden},
      {"settled before the unknown one", {yes, number(1), unread, number(2), number(3)}, number(1)},
      {"a value that is missing", {yes, none, number(3)}, none},
      {"a value that could not be read, not asked for", {no, hidden, number(3)}, number(3)},
  }));
  CAPTURE(c.name);
  CHECK(run(Operation::cases, Kind::number, c.operands) == c.result);
}

TEST_CASE("cases choose texts and choices as well", "[engine]") {
  const Value a = Value::of(std::string("a"));
  const Value b = Value::of(std::string("b"));
  CHECK(run(Operation::cases, Kind::text, {no, a, b}) == b);
  CHECK(run(Operation::cases, Kind::choice, {yes, Value::choice(4), Value::choice(1)}) == Value::choice(4));
}

TEST_CASE("a scale is straight between its points and flat beyond them", "[engine]") {
  const auto points_at = [](const Value& x) {
    return run(Operation::scale, Kind::number,
               {x, number(0), ratio(3, 10), number(80), ratio(6, 10), number(100), number(1)});
  };
  CHECK(points_at(number(0)) == number(0));
  CHECK(points_at(ratio(3, 10)) == number(0));
  CHECK(points_at(ratio(4, 10)) == ratio(80, 3));
  CHECK(points_at(ratio(6, 10)) == number(80));
  CHECK(points_at(ratio(8, 10)) == number(90));
  CHECK(points_at(number(1)) == number(100));
  CHECK(points_at(number(7)) == number(100));
  CHECK(points_at(none) == none);
  CHECK(points_at(hidden) == hidden);
  const std::vector<Value> falling = {number(1), number(100), number(0), number(0), number(3)};
  CHECK(run(Operation::scale, Kind::number, falling) == ratio(200, 3));
}

TEST_CASE("only_when keeps a value where its condition holds", "[engine]") {
  CHECK(run(Operation::only_when, Kind::number, {number(4), yes}) == number(4));
  CHECK(run(Operation::only_when, Kind::number, {number(4), no}) == none);
  CHECK(run(Operation::only_when, Kind::number, {number(4), unknown}) == none);
  CHECK(run(Operation::only_when, Kind::number, {number(4), unread}) == hidden);
  CHECK(run(Operation::only_when, Kind::number, {hidden, no}) == none);
  CHECK(run(Operation::only_when, Kind::number, {hidden, yes}) == hidden);
}

}  // namespace nilai::engine
