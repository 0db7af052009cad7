#include "engine/scan/separators.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace nilai::engine {
namespace {

std::vector<std::uint32_t> places_in(const std::string& bytes, Separators& found) {
  find_separators(bytes, ',', found);
  return {found.places.begin(), found.places.begin() + static_cast<std::ptrdiff_t>(found.count)};
}

TEST_CASE("find_separators sees what lies outside quotes, wherever a chunk of bytes ends", "[engine]") {
  // Shifted past every border between the 64 bytes that are looked at at once.
  for (std::size_t shift = 0; shift <= 130; ++shift) {
    const std::string lead(shift, 'x');
    Separators found;
    const auto places = places_in(lead + ",\"a,\nb\",c\r\nd", found);
    const auto at = [&](std::size_t place) { return static_cast<std::uint32_t>(shift + place); };
    CAPTURE(shift);
    CHECK(places == std::vector<std::uint32_t>{at(0), at(7), at(10)});
    CHECK(found.newline_count == 1);
    CHECK(found.is_plain);
    CHECK(found.is_ascii);
  }
}

TEST_CASE("find_separators says what is not plain, wherever a chunk of bytes ends", "[engine]") {
  const std::string odd =
      GENERATE("a\"b\"", "\"a\"b", "\"a\"\"b\"", " \"a\"", "\"a\" ", "\"a", "a\rb", "a\r", "a\r\r\n", "\"\"\"\"");
  for (std::size_t shift = 0; shift <= 130; ++shift) {
    Separators found;
    places_in(std::string(shift, 'x') + "," + odd, found);
    CAPTURE(shift, odd);
    CHECK_FALSE(found.is_plain);
  }
}

TEST_CASE("find_separators forgets the bytes before", "[engine]") {
  Separators found;
  places_in("a,\"b\xC3\xA9\"\n", found);
  CHECK_FALSE(found.is_ascii);
  CHECK(places_in("\"\",\"\"", found) == std::vector<std::uint32_t>{2});
  CHECK(found.is_ascii);
  CHECK(found.is_plain);
  CHECK(found.newline_count == 0);
  CHECK(places_in("", found).empty());
}

}  // namespace
}  // namespace nilai::engine
