#include "engine/gather/rows/duplicates.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "unit/engine/gather/rows/key_columns.hpp"
#include "unit/engine/gather/small_plan.hpp"

namespace nilai::engine {
namespace {

using Keys = std::vector<std::string>;

TableRows rows_of_keys(const Keys& keys) {
  TableRows rows;
  rows.count = keys.size();
  rows.files.resize(keys.size());
  rows.rows.resize(keys.size());
  rows.days.resize(keys.size());
  rows.columns.push_back(texts_of(keys));
  return rows;
}

struct RisingCase {
  const char* name;
  std::vector<Keys> batches;
  bool do_rise;
};

struct CopiesCase {
  const char* name;
  Keys keys;
  std::vector<bool> is_copy;
};

}  // namespace

TEST_CASE("keys rise bytewise or by length, from the first row of the first batch to the last", "[engine]") {
  const auto c = GENERATE(values<RisingCase>({
      {"one length", {{"K-01", "K-02", "K-10"}, {"K-11"}}, true},
      {"numbers that grow a digit", {{"8", "9", "10", "11"}, {"99", "100"}}, true},
      {"bytewise alone", {{"A", "A-1", "A-10", "A-2", "B"}}, true},
      {"bytewise alone, in two batches", {{"A-10"}, {"A-2"}, {"B"}}, true},
      {"by length alone, in batches", {{"9"}, {"10"}, {"11"}}, true},
      {"first by length, then bytewise", {{"9", "10", "100"}, {"11"}}, false},
      {"first bytewise, then by length", {{"10", "9"}, {"11"}}, false},
      {"a copy within a batch", {{"1", "2", "2"}}, false},
      {"a copy at once", {{"1", "1"}}, false},
      {"a copy in the next batch", {{"1", "2"}, {"2", "3"}}, false},
      {"a copy far behind", {{"1", "2"}, {"3"}, {"1"}}, false},
      {"an empty batch between", {{"1"}, {}, {"1"}}, false},
      {"more rows than are looked at together", {Keys(100, "1")}, false},
      {"no rows", {{}}, true},
  }));
  CAPTURE(c.name);
  const TablePlan table = table_of("household", {column_of("id", Kind::text)}, {0});
  RisingKeys rising;
  for (const Keys& batch : c.batches) rising.go_on(rising_keys(table, rows_of_keys(batch)));
  CHECK(rising.do_rise() == c.do_rise);
}

TEST_CASE("copies of a key are found among keys of every kind", "[engine]") {
  const auto c = GENERATE(values<CopiesCase>({
      {"numbers in no order", {"9", "3", "7", "8"}, {false, false, false, false}},
      {"numbers", {"9", "3", "7", "3", "9", "9"}, {false, false, false, true, true, true}},
      {"texts in no order", {"K9", "K3", "K7"}, {false, false, false}},
      {"texts", {"K9", "K3", "K7", "K3", "K9", "K9"}, {false, false, false, true, true, true}},
      {"numbers written otherwise", {"9", "3", "03", "09", "9"}, {false, false, false, false, true}},
  }));
  CAPTURE(c.name);
  const TablePlan table = table_of("household", {column_of("id", Kind::text)}, {0});
  CHECK(find_duplicates(table, {}, rows_of_keys(c.keys)).is_refused == c.is_copy);
}

}  // namespace nilai::engine
