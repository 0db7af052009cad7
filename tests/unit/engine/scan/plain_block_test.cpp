#include "engine/scan/plain_block.hpp"

#include <catch2/catch.hpp>
#include <string>

namespace nilai::engine {
namespace {

struct Case {
  std::string name, bytes;
  std::string fields;  // between bars, a slash after each record; empty: not plain
  Encoding encoding = Encoding::utf8;
};

TEST_CASE("PlainBlock takes the usual and leaves the rest", "[engine]") {
  const Case c = GENERATE(values<Case>({
      {"lines", "1,2\n3,4\n", "1|2/3|4/"},
      {"no final line end", "1,2\n3,", "1|2/3|/"},
      {"CRLF", "1,2\r\n3,\r\n", "1|2/3|/"},
      {"quotes around fields", "\"1\",\"2, 3\"\r\n\"\",\"a\nb\"\n", "1|2, 3/|a\nb/"},
      {"letters beyond ASCII", "Siti,\xC4\x81\n", "Siti|\xC4\x81/"},
      {"a short record", "1,2\n3\n", ""},
      {"a long record", "1,2,3\n4,5\n", ""},
      {"a long and a short one", "1,2,3\n4\n", ""},
      {"a blank line", "1,2\n\n3,4\n", ""},
      {"a doubled quote", "\"say \"\"ya\"\"\",2\n", ""},
      {"a quote in a bare field", "5\",2\n", ""},
      {"blanks around a quote", " \"1\",2\n", ""},
      {"CR alone", "1,2\r3,4\n", ""},
      {"an open quote", "1,\"2\n3,4\n", ""},
      {"not UTF-8", "Caf\xE9,2\n", ""},
      {"windows-1252", "Caf\xE9,2\n", "", Encoding::windows_1252},
      {"windows-1252, but ASCII", "Cafe,2\n", "Cafe|2/", Encoding::windows_1252},
  }));
  CAPTURE(c.name);
  PlainBlock block(Dialect{',', c.encoding}, 2);
  std::string fields;
  if (block.split(c.bytes)) {
    for (std::size_t record = 0; record < block.record_count(); ++record) {
      fields += std::string(block.field(record, 0)) + "|" + std::string(block.field(record, 1)) + "/";
    }
  }
  CHECK(fields == c.fields);
}

TEST_CASE("PlainBlock leaves files of one column alone: a line of it may be blank", "[engine]") {
  CHECK_FALSE(PlainBlock(Dialect{}, 1).split("1\n2\n"));
}

}  // namespace
}  // namespace nilai::engine
