#include "engine/gather/rows/key_table.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "engine/kernels/content.hpp"

namespace nilai::engine {
namespace {

std::vector<std::uint32_t> numbers_in(const KeyTable& table, const std::vector<std::string_view>& keys) {
  std::vector<std::uint32_t> numbers(keys.size());
  table.find(keys, numbers);
  return numbers;
}

}  // namespace

TEST_CASE("a key table numbers keys as they first appear", "[engine]") {
  KeyTable table;
  CHECK(numbers_in(table, {"", "P-1"}) == std::vector{no_row, no_row});
  CHECK(table.add("P-1") == 0);
  CHECK(table.add("P-2") == 1);
  CHECK(table.add("P-1") == 0);
  CHECK(table.add("") == 2);
  CHECK(table.add("a key of more bytes than two words have room for") == 3);
  CHECK(table.add(std::string_view("P-1\0", 4)) == 4);
  std::vector<std::uint32_t> numbers(3);
  table.add(std::vector<std::string_view>{"P-3", "P-2", "P-3"}, numbers);
  CHECK(numbers == std::vector<std::uint32_t>{5, 1, 5});
  CHECK(table.size() == 6);
  CHECK(numbers_in(table, {"P-1", "P-2", "", "a key of more bytes than two words have room for",
                           std::string_view("P-1\0", 4), "P-3", "P-4", "P", "a key of more bytes"}) ==
        std::vector{0U, 1U, 2U, 3U, 4U, 5U, no_row, no_row, no_row});
}

TEST_CASE("a key table keeps its numbers as it grows", "[engine]") {
  constexpr std::uint32_t count = 20'000;
  const auto expected = GENERATE(as<std::size_t>(), 0, 100, 20'000);
  const auto has_one_width = GENERATE(true, false);
  CAPTURE(expected, has_one_width);
  const auto key = [&](std::uint32_t number) {
    return std::to_string(has_one_width ? 100'000 + number : number) + "K";
  };
  KeyTable table(expected);
  std::uint32_t wrong_count = 0;
  for (std::uint32_t number = 0; number < count; ++number) wrong_count += table.add(key(number)) == number ? 0 : 1;
  for (std::uint32_t number = 0; number < count; ++number) wrong_count += table.add(key(number)) == number ? 0 : 1;
  for (std::uint32_t number = count; number < 2 * count; ++number) {
    wrong_count += numbers_in(table, {key(number)}) == std::vector{no_row} ? 0 : 1;
  }
  CHECK(wrong_count == 0);
  CHECK(table.size() == count);
}

}  // namespace nilai::engine
