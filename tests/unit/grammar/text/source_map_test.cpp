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

TEST_CASE("what stands at a place of the source is found in the text", "[text]") {
  // `"a\\"b"` at 10 is the text `a"b`, a NUL that is written nowhere behind it; then `cd` at 20.
  SourceMap map;
  map.add_verbatim(1, 11);
  map.add_written(1, {12, 14});
  map.add_verbatim(1, 14);
  map.add_written(1, {15, 15});
  map.add_verbatim(2, 20);
  CHECK(map.text_at({11, 15}) == Span{0, 3});
  CHECK(map.text_at({10, 16}) == Span{0, 4});
  CHECK(map.text_at({12, 14}) == Span{1, 2});
  CHECK(map.text_at({13, 15}) == Span{1, 3});
  CHECK(map.text_at({14, 21}) == Span{2, 5});
  CHECK(map.text_at({21, 22}) == Span{5, 6});
  CHECK(map.text_at({16, 20}) == Span{4, 4});
  CHECK(map.text_at({30, 31}) == Span{6, 6});
  for (std::uint32_t begin = 0; begin < map.size(); ++begin) {
    if (begin == 3) continue;  // the NUL has no place of its own
    CHECK(map.text_at(map.span({begin, begin + 1})) == Span{begin, begin + 1});
  }
}

}  // namespace nilai::text
