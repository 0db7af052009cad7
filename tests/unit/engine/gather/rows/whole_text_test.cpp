#include "engine/gather/rows/whole_text.hpp"

#include <catch2/catch.hpp>
#include <string>

namespace nilai::engine {

TEST_CASE("whole_number reads whole numbers of every length as they are written", "[engine]") {
  std::string digits;
  std::uint64_t number = 0;
  for (std::uint64_t i = 1; i <= 18; ++i) {
    digits += static_cast<char>('0' + i % 10);
    number = number * 10 + i % 10;
    CAPTURE(digits);
    CHECK(whole_number(digits) == number);
    CHECK(whole_number(std::string(i, '9')) + 1 == whole_number("1" + std::string(i - 1, '0')) * 10);
  }
  CHECK(whole_number("0") == 0);
}

TEST_CASE("whole_number takes nothing that another text says too, and nothing else", "[engine]") {
  for (const char* text : {"", "00", "01", "007", "0123456789", "1234567890123456789", "9999999999999999999999"}) {
    CAPTURE(text);
    CHECK(whole_number(text) == not_whole);
  }
  // Every byte but a digit, at every place of texts that are read in each of the ways there are.
  for (const std::size_t size : {1U, 7U, 8U, 13U, 16U, 18U}) {
    for (std::size_t at = 0; at < size; ++at) {
      for (int byte = 0; byte < 256; ++byte) {
        std::string text(size, '5');
        text[at] = static_cast<char>(byte);
        const bool is_expected = (byte >= '1' && byte <= '9') || (byte == '0' && (at > 0 || size == 1));
        if ((whole_number(text) != not_whole) == is_expected) continue;
        CAPTURE(text, at, byte);
        FAIL();
      }
    }
  }
}

}  // namespace nilai::engine
