#include "engine/gather/rows/row_index.hpp"

#include <catch2/catch.hpp>
#include <numeric>
#include <string>
#include <vector>

#include "unit/engine/gather/rows/key_columns.hpp"

namespace nilai::engine {
namespace {

using Places = std::vector<std::uint32_t>;
using Texts = std::vector<std::string>;

/// All columns are the key.
struct KeyedRows {
  TableRows rows;
  std::vector<ColumnIndex> key;

  explicit KeyedRows(std::vector<Column>&& columns) : key(columns.size()) {
    rows.count = columns.front().size();
    rows.columns = std::move(columns);
    std::iota(key.begin(), key.end(), ColumnIndex{0});
  }

  [[nodiscard]] RowIndex index(const Places& places) const { return {rows, key, places}; }
  [[nodiscard]] Places found_in(const RowIndex& index) const {
    return index.first_places(rows.columns, key, rows.size());
  }
};

KeyedRows texts(const Texts& column) {
  std::vector<Column> columns;
  columns.push_back(texts_of(column));
  return KeyedRows(std::move(columns));
}

struct IndexCase {
  const char* name;
  Texts keys;
};

}  // namespace

TEST_CASE("an index finds the one place of each key, whatever the keys look like", "[engine]") {
  const auto c = GENERATE(values<IndexCase>({
      {"numbers that count up", {"5", "6", "7", "8"}},
      {"numbers in any order", {"8", "36", "7", "1000"}},
      {"numbers far apart", {"36710112", "999999999999999999", "12"}},
      {"numbers that differ only in how they are written", {"7", "07", "007", "7.0"}},
      {"texts of one length", {"K-1", "K-2", "K-3", "K-4"}},
      {"texts of several lengths", {"K-10", "K-2", "K", "a name that is much longer than the others"}},
      {"one is missing", {"1", "", "3", "4"}},
  }));
  CAPTURE(c.name);
  const KeyedRows parents = texts(c.keys);
  Places in_order(c.keys.size());
  std::iota(in_order.begin(), in_order.end(), 0U);
  const Places reversed(in_order.rbegin(), in_order.rend());
  CHECK(parents.found_in(parents.index(in_order)) == in_order);
  CHECK(parents.found_in(parents.index(reversed)) == reversed);
  CHECK(texts({"nowhere", "9", "00", "6.0"}).found_in(parents.index(in_order)) == Places(4, no_row));
}

TEST_CASE("an index of no rows finds nothing", "[engine]") {
  CHECK(texts({"1", "", "K"}).found_in(texts({}).index({})) == Places(3, no_row));
}

TEST_CASE("an index finds all places of a key, each once and in rising order", "[engine]") {
  const Texts keys = GENERATE(values<Texts>({{"3", "5", "3", "5", "3", "4"}, {"C", "E", "C", "E", "C", "D"}}));
  const KeyedRows parents = texts(keys);
  const RowIndex index = parents.index({9, 0, 1, 7, 9, 3});
  const KeyedRows rows = texts({keys[5], "2", keys[0], keys[1]});
  const Parents found = index.all_places(rows.rows.columns, rows.key, rows.rows.size());
  CHECK(found.places == Places{3, 1, 9, 0, 7});
  CHECK(found.starts == Places{0, 1, 1, 3, 5});
  CHECK(rows.found_in(index) == Places{3, no_row, 1, 0});
}

TEST_CASE("an index finds one place where rows of a key share it", "[engine]") {
  const Texts keys = GENERATE(values<Texts>({{"3", "4", "3"}, {"C", "D", "C"}}));
  const RowIndex index = texts(keys).index({1, 0, 1});
  const KeyedRows rows = texts({keys[1], keys[2], "none"});
  const Parents found = index.all_places(rows.rows.columns, rows.key, rows.rows.size());
  CHECK(found.places == Places{0, 1});
  CHECK(found.starts == Places{0, 1, 2, 2});
}

TEST_CASE("an index looks at all columns of a key, and tells missing from present", "[engine]") {
  const auto keyed = [](const Texts& villages, const std::vector<std::int32_t>& days) {
    Column dates = Column::of(Kind::date, 0);
    for (const std::int32_t day : days) dates.push(day == 0 ? Value::missing(Kind::date) : Value::of(Date{day}));
    std::vector<Column> columns;
    columns.push_back(texts_of(villages));
    columns.push_back(std::move(dates));
    return KeyedRows(std::move(columns));
  };
  const RowIndex index =
      keyed({"Banda", "Banda", "", "Ternate", "Banda"}, {17'000, 17'001, 17'000, 0, 0}).index({0, 1, 2, 3, 4});
  CHECK(keyed({"Ternate", "Banda", "", "", "Ternate", "Banda"}, {0, 17'001, 17'000, 0, 17'000, 0}).found_in(index) ==
        Places{3, 1, 2, no_row, no_row, 4});
}

TEST_CASE("an index of numbers finds equal numbers", "[engine]") {
  const auto numbers = [](const std::vector<Number>& values) {
    Column column = Column::of(Kind::number, 0);
    for (const Number& value : values) column.push(Value::of(value));
    column.push(Value::missing(Kind::number));
    std::vector<Column> columns;
    columns.push_back(std::move(column));
    return KeyedRows(std::move(columns));
  };
  const auto of_parents = GENERATE(values<std::vector<Number>>({{5, 7, 6}, {5, Number::ratio(1, 2), -6}}));
  const KeyedRows parents = numbers(of_parents);
  const RowIndex index = parents.index({0, 1, 2, 3});
  CHECK(parents.found_in(index) == Places{0, 1, 2, 3});
  CHECK(numbers({8, of_parents[1]}).found_in(index) == Places{no_row, 1, 3});
}

}  // namespace nilai::engine
