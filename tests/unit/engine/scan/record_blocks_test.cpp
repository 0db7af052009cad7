#include "engine/scan/record_blocks.hpp"

#include <catch2/catch.hpp>
#include <memory>
#include <string>
#include <vector>

#include "support/text_source.hpp"

namespace nilai::engine {
namespace {

std::vector<std::string> blocks_of(const std::string& text, std::size_t block_bytes, std::size_t portion = 1) {
  RecordBlocks blocks(std::make_unique<tests::TextSource>(text, portion), ',', Encoding::utf8, block_bytes);
  RecordBlock block;
  std::vector<std::string> found;
  while (blocks.next(block)) found.emplace_back(block.bytes());
  CHECK_FALSE(blocks.failed());
  return found;
}

struct Case {
  std::string name, text;
  std::size_t block_bytes;
  std::vector<std::string> blocks;
};

TEST_CASE("RecordBlocks cuts where records end", "[engine]") {
  const Case c = GENERATE(values<Case>({
      {"after the last line end", "a,b\nc,d\ne,f\n", 9, {"a,b\nc,d\n", "e,f\n"}},
      {"a record is as long as it is", "a,b\nlonger,than,that,all\n", 4, {"a,b\n", "longer,than,that,all\n"}},
      {"no final line end", "a\nb", 2, {"a\n", "b"}},
      {"CR alone", "a\rb\rc", 3, {"a\r", "b\r", "c"}},
      {"not at a line end in quotes", "a,\"1\n2\n\"\nb,c\n", 5, {"a,\"1\n2\n\"\n", "b,c\n"}},
      {"a quote in a bare field opens none", "5\",b\nc,d\n", 5, {"5\",b\n", "c,d\n"}},
      {"a quote that never closes", "a\n\"b\nc\n", 2, {"a\n", "\"b\nc\n"}},
      {"nothing", "", 4, {}},
  }));
  CAPTURE(c.name);
  CHECK(blocks_of(c.text, c.block_bytes) == c.blocks);
}

TEST_CASE("RecordBlocks gives all bytes, whatever the size of blocks", "[engine]") {
  const std::string text = "a,b\r\n\"x\n\"\"y\",2\n\n \nz,\"\"\n3,4";
  for (std::size_t block_bytes = 1; block_bytes <= text.size() + 1; ++block_bytes) {
    std::string all;
    for (const std::string& block : blocks_of(text, block_bytes, 3)) all += block;
    CHECK(all == text);
  }
}

TEST_CASE("RecordBlocks gives the records before reading fails, and none that was begun", "[engine]") {
  RecordBlocks blocks(std::make_unique<tests::TextSource>("a,b\nc,d\ne", 1, 9), ',', Encoding::utf8, 100);
  RecordBlock block;
  REQUIRE(blocks.next(block));
  CHECK(block.bytes() == "a,b\nc,d\n");
  CHECK_FALSE(blocks.next(block));
  CHECK(blocks.failed());
}

}  // namespace
}  // namespace nilai::engine
