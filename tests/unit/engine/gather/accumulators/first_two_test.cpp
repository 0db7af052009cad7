#include "engine/gather/accumulators/first_two.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <vector>

namespace nilai::engine {
namespace {

/// What is seen of rows that hold `values`, each at its place in the file, when they come in `order`.
FirstTwo seen(const std::vector<int>& values, const std::vector<std::uint32_t>& order, bool equal_rows_agree) {
  Column column = Column::of(Kind::number, 0);
  for (const int value : values) column.push(Value::of(Number(value)));
  FirstTwo rows(1, Kind::number, equal_rows_agree);
  for (const std::uint32_t place : order) {
    TakenRow row;
    row.row = place;
    row.value = &column;
    row.origin = {place / 2, place};
    place == order.front() ? rows.restart(row) : rows.add(row);
  }
  return rows;
}

}  // namespace

TEST_CASE("the first row and the first that differs are found in any order", "[engine]") {
  std::mt19937 random(20170101);
  for (int i = 0; i < 500; ++i) {
    std::vector<int> values(random() % 6 + 1);
    std::vector<std::uint32_t> order;
    for (std::uint32_t place = 0; place < values.size(); ++place) {
      values[place] = static_cast<int>(random() % 3);
      order.push_back(place);
    }
    std::shuffle(order.begin(), order.end(), random);
    const bool equal_rows_agree = random() % 2 == 0;
    const auto second = equal_rows_agree
                            ? std::find_if(values.begin(), values.end(), [&](int value) { return value != values[0]; })
                            : values.begin() + (values.size() > 1 ? 1 : 0);
    const bool has_second = second != values.end() && second != values.begin();

    const FirstTwo rows = seen(values, order, equal_rows_agree);
    CAPTURE(values, order, equal_rows_agree);
    REQUIRE(rows.values().number(0) == Number(values[0]));
    const std::vector<Clash> clashes = rows.clashes();
    REQUIRE(clashes.size() == (has_second ? 1u : 0u));
    if (!has_second) continue;
    const auto place = static_cast<std::uint32_t>(second - values.begin());
    CHECK(clashes[0].first.origin == RowOrigin{0, 0});
    CHECK(clashes[0].first.value == Value::of(Number(values[0])));
    CHECK(clashes[0].second.origin == RowOrigin{place / 2, place});
    CHECK(clashes[0].second.value == Value::of(Number(*second)));
  }
}

}  // namespace nilai::engine
