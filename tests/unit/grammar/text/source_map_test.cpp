#include "grammar/text/source_map.hpp"

#include <catch2/catch.hpp>

namespace nilai::text {

TEST_CASE("a stretch of a text stands in the source where its bytes came from", "[text]") {
  // `ab` at 10, one byte that is written in four at 12, `cd` at 16; then, taken from elsewhere, `e` at 3.
  SourceMap map;
  map.add_verbatim(2, 10);
  map.add_written(1, {12, 16});
  map.add_verbatim(2, 16);
  map.add_verbatim(1, 3);
  REQUIRE(map.size() == 6);
  CHECK(map.span({0, 2}) == Span{10, 12});
  CHECK(map.span({1, 2}) == Span{11, 12});
  CHECK(map.span({1, 3}) == Span{11, 16});
  CHECK(map.span({2, 3}) == Span{12, 16});
  CHECK(map.span({2, 4}) == Span{12, 17});
  CHECK(map.span({5, 6}) == Span{3, 4});
}

TEST_CASE("an empty stretch stands where the byte behind it does, at the end behind the last", "[text]") {
  SourceMap map;
  map.add_written(1, {7, 9});
  map.add_verbatim(2, 9);
  CHECK(map.span({0, 0}) == Span{7, 7});
  CHECK(map.span({1, 1}) == Span{9, 9});
  CHECK(map.span({3, 3}) == Span{11, 11});
  CHECK(SourceMap().span({0, 0}) == Span{0, 0});
}

}  // namespace nilai::text
