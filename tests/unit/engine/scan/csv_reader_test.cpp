#include "engine/scan/csv_reader.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "support/text_source.hpp"

namespace nilai::engine {
namespace {

using tests::TextSource;

/// A record in one line: fields between bars, quoted ones in brackets, the fault behind.
std::string shown(const CsvRecord& record) {
  std::string text = std::to_string(record.row) + ":";
  for (std::size_t i = 0; i < record.fields.size(); ++i) {
    text += i == 0 ? "" : "|";
    text += record.was_quoted[i] ? "[" + std::string(record.fields[i]) + "]" : std::string(record.fields[i]);
  }
  if (record.fault == RefusalKind::unclosed_quote) text += " unclosed_quote";
  if (record.fault == RefusalKind::stray_quote) text += " stray_quote";
  if (record.fault == RefusalKind::wrong_encoding) text += " wrong_encoding";
  return text;
}

std::vector<std::string> records_of(const std::string& text, char delimiter = 0, Encoding encoding = Encoding::utf8,
                                    std::size_t portion = std::string::npos) {
  CsvReader reader(std::make_unique<TextSource>(text, portion), delimiter, encoding);
  std::vector<std::string> records;
  while (const CsvRecord* record = reader.next()) records.push_back(shown(*record));
  CHECK_FALSE(reader.fault());
  CHECK(reader.next() == nullptr);
  return records;
}

struct Case {
  std::string name, text;
  std::vector<std::string> records;
};

std::vector<Case> cases() {
  return {
      {"plain", "a,b\n1,2\n", {"1:a|b", "2:1|2"}},
      {"no final line end", "a,b\n1,2", {"1:a|b", "2:1|2"}},
      {"CRLF", "a,b\r\n1,2\r\n", {"1:a|b", "2:1|2"}},
      {"CR", "a,b\r1,2\r", {"1:a|b", "2:1|2"}},
      {"semicolons", "a;b;c,d\n1;2;3\n", {"1:a|b|c,d", "2:1|2|3"}},
      {"tabs", "a\tb\tc\n1\t\t3\n", {"1:a|b|c", "2:1||3"}},
      {"delimiters in quotes do not decide", "\"a;;;\",b\n1,2\n", {"1:[a;;;]|b", "2:1|2"}},
      {"one column", "a\n1\n", {"1:a", "2:1"}},
      {"byte order mark",
       "\xEF\xBB\xBF"
       "a,b\n1,2\n",
       {"1:a|b", "2:1|2"}},
      {"byte order mark before a quote", "\xEF\xBB\xBF\"a\",b\n", {"1:[a]|b"}},
      {"empty", "", {}},
      {"only a byte order mark", "\xEF\xBB\xBF", {}},
      {"only line ends", "\n\r\n \n", {}},
      {"blank lines are passed over", "\n \na;b\n\n1;2\n  \n3;4\n\n", {"1:a|b", "2:1|2", "3:3|4"}},
      {"a line of delimiters is no blank line", "a,b\n,\n", {"1:a|b", "2:|"}},
      {"a quoted nothing is no blank line", "a\n\"\"\n", {"1:a", "2:[]"}},
      {"blanks stay in bare fields", "a, b \n", {"1:a| b "}},
      {"quotes", "a,b\n\"1\",\"2, 3\"\n", {"1:a|b", "2:[1]|[2, 3]"}},
      {"doubled quotes", "a,b\n\"say \"\"ya\"\"\",\"\"\"\"\n", {"1:a|b", "2:[say \"ya\"]|[\"]"}},
      {"line ends in quotes", "a,b\n\"1\r\n2\n3\",4\n5,6\n", {"1:a|b", "2:[1\r\n2\n3]|4", "3:5|6"}},
      {"quote at the end of the file", "a,b\n1,\"2\"", {"1:a|b", "2:1|[2]"}},
      {"blanks around quotes", "a,b\n \"1\" , \"2\"\t\n", {"1:a|b", "2:[1]|[2]"}},
      {"quote inside a bare field", "a,b\n5\" pipe,2\n", {"1:a|b", "2:5\" pipe|2"}},
      {"stray quote harms one record", "a,b\n\"1\"x,2\n3,4\n", {"1:a|b", "2:[1\"x]|2 stray_quote", "3:3|4"}},
      {"unclosed quote", "a,b\n1,2\n3,\"4\n5,6\n", {"1:a|b", "2:1|2", "3:3|[4\n5,6\n] unclosed_quote"}},
      {"unclosed by a doubled quote", "a\n\"x\"\"", {"1:a", "2:[x\"] unclosed_quote"}},
      {"unequal lengths", "a,b\n1\n1,2,3\n", {"1:a|b", "2:1", "3:1|2|3"}},
      {"UTF-8", "nama\nSiti Nurhalizā€\n", {"1:nama", "2:Siti Nurhalizā€"}},
      {"not UTF-8",
       "a,b\nCaf\xE9,\"\xC3\"\n1,2\n",
       {"1:a|b", "2:Caf\xEF\xBF\xBD|[\xEF\xBF\xBD] wrong_encoding", "3:1|2"}},
      {"a zero byte", std::string("a,b\n1\0,2\n", 9), {"1:a|b", std::string("2:1\0|2", 6)}},
  };
}

}  // namespace

TEST_CASE("CsvReader reads the same records, in whatever portions the bytes come", "[engine]") {
  for (const Case& c : cases()) {
    CAPTURE(c.name);
    CHECK(records_of(c.text) == c.records);
    for (std::size_t portion = 1; portion <= 7; ++portion) {
      CAPTURE(portion);
      CHECK(records_of(c.text, 0, Encoding::utf8, portion) == c.records);
    }
  }
}

TEST_CASE("CsvReader keeps to the delimiter that it is told", "[engine]") {
  CHECK(records_of("a,b;c\n", ';') == std::vector<std::string>{"1:a,b|c"});
  CHECK(records_of("a|b,c\n", '|') == std::vector<std::string>{"1:a|b,c"});
}

TEST_CASE("CsvReader gives windows-1252 as UTF-8", "[engine]") {
  CHECK(records_of("Caf\xE9;\"\x80 \"\"5\"\"\"\n", ';', Encoding::windows_1252) ==
        std::vector<std::string>{"1:Café|[€ \"5\"]"});
  CHECK(records_of("a\x81;b\n", ';', Encoding::windows_1252) ==
        std::vector<std::string>{"1:a\xEF\xBF\xBD|b wrong_encoding"});
}

TEST_CASE("CsvReader believes a byte order mark rather than the description", "[engine]") {
  CHECK(records_of("\xEF\xBB\xBF"
                   "Café\n",
                   ',', Encoding::windows_1252) == std::vector<std::string>{"1:Café"});
}

TEST_CASE("CsvReader shows each record as written", "[engine]") {
  CsvReader reader(std::make_unique<TextSource>("a,\"b \"\"c\"\"\"\r\nd\xE9,e\n"), ',', Encoding::windows_1252);
  CHECK(reader.next()->text == "a,\"b \"\"c\"\"\"");
  CHECK(reader.next()->text == "dé,e");
}

TEST_CASE("CsvReader reads records longer than its blocks", "[engine]") {
  const std::string long_text(1000000, 'x');
  const std::size_t portion = GENERATE(std::size_t{4099}, std::string::npos);
  CsvReader reader(std::make_unique<TextSource>("a,b\n1,\"" + long_text + "\"\n3,4\n", portion), 0, Encoding::utf8);
  CHECK(reader.next()->fields.size() == 2);
  CHECK(reader.next()->fields[1] == long_text);
  CHECK(reader.next()->fields[1] == "4");
}

TEST_CASE("CsvReader gives up on a record beyond the limit", "[engine]") {
  const std::string quoted_on_and_on = "a,b\n1,2\n3,\"" + std::string(max_record_bytes, '\n');
  const std::size_t portion = GENERATE(std::size_t{65536}, std::string::npos);
  CsvReader reader(std::make_unique<TextSource>(quoted_on_and_on, portion), 0, Encoding::utf8);
  CHECK(reader.next() != nullptr);
  CHECK(reader.next() != nullptr);
  CHECK(reader.next() == nullptr);
  REQUIRE(reader.fault());
  CHECK(reader.fault()->kind == FileFaultKind::record_too_long);
  CHECK(reader.fault()->row == 3);
}

TEST_CASE("CsvReader says when reading fails", "[engine]") {
  CsvReader reader(std::make_unique<TextSource>("a,b\n1,2\n3,4\n", 5, 5), 0, Encoding::utf8);
  CHECK(reader.next() != nullptr);
  CHECK(reader.next() == nullptr);
  REQUIRE(reader.fault());
  CHECK(reader.fault()->kind == FileFaultKind::cannot_read);
  CHECK(reader.fault()->row == 2);
}

}  // namespace nilai::engine
