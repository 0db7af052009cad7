#include "unit/engine/kernels/run_kernel.hpp"

namespace nilai::engine {
namespace {

Value list(Operation operation, const std::vector<Value>& operands, bool skips_missing) {
  return run(operation, Kind::number, operands, skips_missing);
}

}  // namespace

TEST_CASE("lists take all their parts, or pass over the missing ones", "[engine]") {
  const std::vector<Value> full = {number(3), number(-1), number(2)};
  CHECK(list(Operation::list_sum, full, false) == number(4));
  CHECK(list(Operation::list_average, full, false) == ratio(4, 3));
  CHECK(list(Operation::list_min, full, false) == number(-1));
  CHECK(list(Operation::list_max, full, false) == number(3));
  CHECK(list(Operation::list_count, full, false) == number(3));

  const std::vector<Value> with_gap = {number(3), none, number(2)};
  for (const Operation operation :
       {Operation::list_sum, Operation::list_average, Operation::list_min, Operation::list_max}) {
    CHECK(list(operation, with_gap, false) == none);
  }
  CHECK(list(Operation::list_count, with_gap, false) == number(2));
  CHECK(list(Operation::list_sum, with_gap, true) == number(5));
  CHECK(list(Operation::list_average, with_gap, true) == ratio(5, 2));
  CHECK(list(Operation::list_min, with_gap, true) == number(2));
  CHECK(list(Operation::list_max, with_gap, true) == number(3));
}

TEST_CASE("of a list without any part there is a sum and a count, no more", "[engine]") {
  CHECK(list(Operation::list_sum, {none, none}, true) == number(0));
  CHECK(list(Operation::list_count, {none, none}, true) == number(0));
  CHECK(list(Operation::list_average, {none, none}, true) == none);
  CHECK(list(Operation::list_min, {none, none}, true) == none);
  CHECK(list(Operation::list_max, {none}, true) == none);
}

TEST_CASE("a weighted list passes over pairs of which either is missing", "[engine]") {
  const auto weighted = [](const std::vector<Value>& operands, bool skips_missing) {
    return list(Operation::list_weighted_average, operands, skips_missing);
  };
  CHECK(weighted({number(3), number(1), number(6), number(2)}, false) == number(5));
  CHECK(weighted({number(3), number(1), none, number(2)}, false) == none);
  CHECK(weighted({number(3), number(1), none, number(2)}, true) == number(3));
  CHECK(weighted({number(3), number(1), number(6), none}, true) == number(3));
  CHECK(weighted({number(3), number(0), number(6), number(0)}, false) == none);
  CHECK(weighted({number(3), number(-2), number(6), number(1)}, false) == none);
  CHECK(weighted({none, number(1)}, true) == none);
  CHECK(weighted({number(3), hidden}, true) == hidden);
}

TEST_CASE("a part that could not be read is not passed over", "[engine]") {
  for (const Operation operation : {Operation::list_sum, Operation::list_average, Operation::list_min,
                                    Operation::list_max, Operation::list_count}) {
    CHECK(list(operation, {number(1), none, hidden}, true) == hidden);
  }
}

TEST_CASE("the least and the greatest may be dates", "[engine]") {
  const std::vector<Value> dates = {day(2017, 3, 9), day(2016, 1, 1)};
  CHECK(run(Operation::list_min, Kind::date, dates, false) == day(2016, 1, 1));
  CHECK(run(Operation::list_max, Kind::date, dates, false) == day(2017, 3, 9));
}

}  // namespace nilai::engine
