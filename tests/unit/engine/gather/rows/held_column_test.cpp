#include "engine/gather/rows/held_column.hpp"

#include <catch2/catch.hpp>
#include <cstdint>
#include <limits>
#include <vector>

#include "engine/kernels/content.hpp"

namespace nilai::engine {
namespace {

constexpr std::size_t many = 150'000;  // two chunks, and a rest

/// Numbers of every size a chunk can have, fractions in the last chunk, gaps in between.
Column numbers() {
  Column column = Column::of(Kind::number, 0);
  for (std::size_t row = 0; row < many; ++row) {
    if (row % 1000 == 7) {
      column.push(row % 2000 == 7 ? Value::missing(Kind::number) : Value::withheld(Kind::number));
    } else if (row < 65'536) {
      column.push(Value::of(Number(static_cast<std::int64_t>(row % 200) - 100)));
    } else if (row < 131'072) {
      column.push(Value::of(Number(std::numeric_limits<std::int64_t>::min() + static_cast<std::int64_t>(row))));
    } else {
      column.push(Value::of(Number::ratio(static_cast<std::int64_t>(row), 7)));
    }
  }
  return column;
}

Column texts() {
  Column column = Column::of(Kind::text, 0);
  for (std::size_t row = 0; row < many; ++row) column.push(Value::of(std::to_string(row)));
  return column;
}

Column dates() {
  Column column = Column::of(Kind::date, 0);
  for (std::size_t row = 0; row < many; ++row) column.push(Value::of(Date{static_cast<std::int32_t>(row * 3) - 5000}));
  return column;
}

/// Appended in pieces of an odd size.
HeldColumn held(const Column& column) {
  HeldColumn packed(column.kind);
  constexpr std::size_t piece = 4001;
  for (std::size_t begin = 0; begin < column.size(); begin += piece) {
    packed.append(slice(column, begin, std::min(begin + piece, column.size())));
  }
  return packed;
}

TEST_CASE("a held column gives back what was put into it") {
  for (const Column& column : {numbers(), texts(), dates()}) {
    const HeldColumn packed = held(column);
    REQUIRE(packed.size() == many);
    const Column all = packed.slice(0, many);
    const Column part = packed.slice(65'000, 66'000);
    bool are_same = true;
    for (std::size_t row = 0; row < many; ++row) are_same = are_same && same_value(all, row, column, row);
    for (std::size_t row = 0; row < part.size(); ++row) {
      are_same = are_same && same_value(part, row, column, 65'000 + row);
    }
    CHECK(are_same);
  }
}

TEST_CASE("rows of a held column are picked in any order, missing where there is none") {
  const Column column = numbers();
  const Column picked = held(column).pick({149'999, no_row, 0, 65'536, 7});
  CHECK(same_value(picked, 0, column, 149'999));
  CHECK(picked.presence_at(1) == Presence::missing);
  CHECK(same_value(picked, 2, column, 0));
  CHECK(same_value(picked, 3, column, 65'536));
  CHECK(picked.presence_at(4) == column.presence_at(7));
}

}  // namespace
}  // namespace nilai::engine
