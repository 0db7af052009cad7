#include "engine/gather/rows/whole_keys.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "engine/kernels/content.hpp"
#include "unit/engine/gather/rows/key_columns.hpp"

namespace nilai::engine {
namespace {

std::optional<WholeKeys> keys_of(const std::vector<std::string>& texts) {
  const std::vector<Column> columns = {texts_of(texts)};
  const std::vector<ColumnIndex> key = {0};
  KeyReader reader(columns, key);
  return WholeKeys::of(reader, texts.size());
}

std::vector<std::uint32_t> numbers_in(const WholeKeys& keys, const std::vector<std::string_view>& wanted) {
  std::vector<std::uint32_t> numbers(wanted.size());
  keys.find(wanted, numbers);
  return numbers;
}

}  // namespace

TEST_CASE("whole keys are numbered by their size, wherever they stand", "[engine]") {
  const auto keys = keys_of({"1030", "7", "1023", "7", "1000000", "0"});
  REQUIRE(keys);
  CHECK(keys->size() == 5);
  CHECK(numbers_in(*keys, {"0", "7", "1023", "1030", "1000000"}) == std::vector<std::uint32_t>{0, 1, 2, 3, 4});
}

TEST_CASE("whole keys find nothing that is not among them, nor any that is written otherwise", "[engine]") {
  const auto keys = keys_of({"36000001", "36000008", "36005000"});
  REQUIRE(keys);
  for (const std::string_view wanted : {"36000000", "36000002", "36005001", "36009999", "0", "999999999999999999", "",
                                        "036000001", " 36000001", "+36000001", "-1", "36000001.0", "K"}) {
    CAPTURE(wanted);
    CHECK(numbers_in(*keys, {wanted}) == std::vector{no_row});
  }
}

TEST_CASE("keys are whole keys only where all are, and lie close enough", "[engine]") {
  CHECK_FALSE(keys_of({}));
  CHECK_FALSE(keys_of({"1", "2", ""}));
  CHECK_FALSE(keys_of({"1", "2", "03"}));
  CHECK_FALSE(keys_of({"1", "2", "K3"}));
  CHECK(keys_of({"999999999999999998", "999999999999999999"}));
  CHECK_FALSE(keys_of({"1", "999999999999999999"}));
  std::vector<std::string> scattered;
  for (std::uint64_t i = 0; i < 5'000; ++i) scattered.push_back(std::to_string(i * 1024));
  CHECK_FALSE(keys_of(scattered));  // each would take a page
}

}  // namespace nilai::engine
