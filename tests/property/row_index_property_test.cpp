// An index of rows finds what a map finds, for keys of every kind that RapidCheck makes up.
#include <rapidcheck.h>

#include <catch2/catch.hpp>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "engine/gather/rows/row_index.hpp"

namespace nilai::tests {
namespace {

using Key = std::vector<std::string>;
using MakeCell = rc::Gen<std::string>;

/// Each makes texts of its own kind, few enough that some come twice.
std::vector<MakeCell> kinds_of_cells() {
  const auto numbers = [](std::uint64_t least, std::uint64_t count, std::uint64_t step) {
    return rc::gen::map(rc::gen::inRange<std::uint64_t>(0, count),
                        [=](std::uint64_t i) { return std::to_string(least + i * step); });
  };
  const auto texts = [](const std::string& before, int count) {
    return rc::gen::map(rc::gen::inRange(0, count), [=](int i) { return before + std::to_string(i); });
  };
  return {numbers(0, 200, 1),
          numbers(3'600'000'010'000, 3'000, 7),
          numbers(0, 100, 9'999'999'999'999'999),
          texts("0", 30),
          texts("KPM-36000001-", 300),
          rc::gen::element<std::string>("", "7", "07", "7.0", "seventy and seven times seven", "sev\n", "7 "),
          rc::gen::oneOf(numbers(0, 200, 1), texts("K", 200), rc::gen::just(std::string()))};
}

std::vector<Key> keys(const std::vector<MakeCell>& cells, std::size_t most) {
  std::vector<Key> made(*rc::gen::inRange<std::size_t>(0, most));
  for (Key& key : made) {
    for (const MakeCell& cell : cells) key.push_back(*cell);
  }
  return made;
}

std::vector<engine::Column> columns_of(const std::vector<Key>& keys, std::size_t column_count) {
  std::vector<engine::Column> columns(column_count, engine::Column::of(engine::Kind::text, 0));
  for (const Key& key : keys) {
    for (std::size_t c = 0; c < column_count; ++c) {
      const bool is_missing = key[c].empty();
      columns[c].push(is_missing ? engine::Value::missing(engine::Kind::text) : engine::Value::of(key[c]));
    }
  }
  return columns;
}

TEST_CASE("an index of rows finds what a map finds", "[property]") {
  CHECK(rc::check("they agree", [] {
    const std::vector<MakeCell> kinds = kinds_of_cells();
    std::vector<MakeCell> cells;
    const auto column_count = *rc::gen::weightedElement<std::size_t>({{3, 1}, {1, 2}});
    while (cells.size() < column_count) cells.push_back(kinds[*rc::gen::inRange<std::size_t>(0, kinds.size())]);
    const std::vector<Key> above = keys(cells, 400);
    const std::vector<Key> wanted = keys(cells, 200);
    const bool are_places_own = *rc::gen::arbitrary<bool>();  // else some rows share one

    engine::TableRows rows;
    rows.count = above.size();
    rows.columns = columns_of(above, cells.size());
    std::vector<engine::ColumnIndex> key(cells.size());
    for (engine::ColumnIndex c = 0; c < key.size(); ++c) key[c] = c;
    std::vector<std::uint32_t> places;
    std::map<Key, std::set<std::uint32_t>> expected;
    for (std::uint32_t row = 0; row < above.size(); ++row) {
      places.push_back(are_places_own ? row : *rc::gen::inRange<std::uint32_t>(0, 30));
      expected[above[row]].insert(places.back());
    }

    const engine::RowIndex index(rows, key, places);
    const auto columns = columns_of(wanted, cells.size());
    const auto first = index.first_places(columns, key, wanted.size());
    const engine::Parents all = index.all_places(columns, key, wanted.size());
    for (std::size_t row = 0; row < wanted.size(); ++row) {
      const auto found = all.of(row);
      RC_ASSERT(std::vector(found.begin(), found.end()) ==
                std::vector(expected[wanted[row]].begin(), expected[wanted[row]].end()));
      RC_ASSERT(first[row] == (found.empty() ? engine::no_row : found.front()));
    }
  }));
}

}  // namespace
}  // namespace nilai::tests
