#include "engine/column.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace nilai::engine {
namespace {

/// A present value of every kind.
std::vector<Value> one_of_each_kind() {
  return {Value::of(Number::ratio(1, 3)),
          Value::flag(true),
          Value::of(Date{17}),
          Value::months(6),
          Value::choice(2),
          Value::of(std::string("KPM-36000001-0008"))};
}

}  // namespace

TEST_CASE("Column gives back what was pushed and set, present or not", "[engine]") {
  for (const Value& value : one_of_each_kind()) {
    CAPTURE(static_cast<int>(value.kind));
    Column column = Column::of(value.kind, 1);
    column.reserve(4);
    column.push(value);
    column.push(Value::withheld(value.kind));
    CHECK(column.size() == 3);
    CHECK(column.value(0) == Value::missing(value.kind));
    CHECK(column.value(1) == value);
    CHECK(column.value(2) == Value::withheld(value.kind));

    column.set(0, value);
    column.set(1, Value::missing(value.kind));
    CHECK(column.value(0) == value);
    CHECK(column.value(1) == Value::missing(value.kind));
  }
}

TEST_CASE("Column of one constant stands for every row", "[engine]") {
  for (const Value& value : one_of_each_kind()) {
    const Column column = Column::constant(value);
    CHECK(column.size() == 1);
    CHECK(column.value(0) == value);
    CHECK(column.value(1000) == value);
  }
}

}  // namespace nilai::engine
