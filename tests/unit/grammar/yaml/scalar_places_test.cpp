#include "grammar/yaml/scalar_places.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "grammar/yaml/document.hpp"

namespace nilai::grammar::yaml {
namespace {

struct ScalarCase {
  const char* name;
  const char* file;     ///< with one key
  const char* value;    ///< the value of that key
  const char* word;     ///< of the value
  const char* written;  ///< that word as it stands in the file
  const char* scalar;   ///< the whole scalar in the file; null: not looked at
};

TEST_CASE("every character of a scalar is placed in the file, whatever its style", "[yaml]") {
  const auto c = GENERATE(values<ScalarCase>({
      {"plain", "k: a here b", "a here b", "here", "here", "a here b"},
      {"plain, behind letters of two bytes", "k\u00e9: \u00e9\u00e9 here", "\u00e9\u00e9 here", "here", "here",
       nullptr},
      {"plain, on several lines", "k: a\n  b\n\n  here # comment", "a b\nhere", "here", "here", "a\n  b\n\n  here"},
      {"plain, blanks kept within a line", "k: a  \t b here", "a  \t b here", "b here", "b here", nullptr},
      {"in a flow", "k: {a: b, c: here}", nullptr, "here", "here", nullptr},
      {"behind a byte order mark", "\xEF\xBB\xBFk: a here", "a here", "here", "here", "a here"},
      {"line ends of two characters", "k: a\r\n  here\r\n", "a here", "here", "here", "a\r\n  here"},
      {"single quotes", "k: 'a here'", "a here", "here", "here", "'a here'"},
      {"single quotes, doubled", "k: 'it''s ''here'''", "it's 'here'", "'here'", "''here''", "'it''s ''here'''"},
      {"single quotes on lines", "k: 'a\n\n\n  b\n  here'", "a\n\nb here", "here", "here", "'a\n\n\n  b\n  here'"},
      {"double quotes", "k: \"a here\"", "a here", "here", "here", "\"a here\""},
      {"double quotes, escapes", R"(k: "\t\"\u00e9\x41\U0001F600 h\x65re")", "\t\"\u00e9A\U0001F600 here", "here",
       "h\\x65re", nullptr},
      {"double quotes, a line joined", "k: \"a\\\n   here\"", "ahere", "here", "here", nullptr},
      {"double quotes, joined over an empty line", "k: \"a\\\n\n   here\"", "a\nhere", "here", "here", nullptr},
      {"double quotes, a blank kept", "k: \"a \\\n   \\ here\"", "a  here", "here", "here", nullptr},
      {"double quotes on lines", "k: \"a  \n\n  b\n  here \"", "a\nb here ", "here", "here", nullptr},
      {"literal", "k: |\n  a\n\n    b\n  here\n", "a\n\n  b\nhere\n", "here", "here", "|\n  a\n\n    b\n  here"},
      {"literal, its indentation told", "k: |2-  # comment\n    a\n  here", "  a\nhere", "here", "here", nullptr},
      {"literal, a word in the middle", "k: |\n  a here b\n", "a here b\n", "here", "here", nullptr},
      {"folded", "k: >-\n  a\n  b\n\n  here\n", "a b\nhere", "here", "here", ">-\n  a\n  b\n\n  here"},
      {"folded, lines that stand deeper", "k: >\n  a\n    b\n  here\n", "a\n  b\nhere\n", "here", "here", nullptr},
      {"folded, line ends of two characters", "k: >\r\n  a\r\n  here\r\n", "a here\n", "here", "here", nullptr},
      {"behind a key in quotes", "\"k\" : here", "here", "here", "here", "here"},
      {"a number, a date, a flag", "k: 2017-01-01 1.10 no here", "2017-01-01 1.10 no here", "1.10", "1.10", nullptr},
  }));
  CAPTURE(c.name);
  const text::Source source("k.yaml", c.file);
  text::Diagnostics diagnostics;
  const auto document = read_document(source, diagnostics);
  REQUIRE(document);
  CHECK_FALSE(diagnostics.has_errors());
  const Node& value = document->root.entries.at(0).value;
  if (c.value != nullptr) {
    CHECK(document->text.substr(value.text.begin, value.text.end - value.text.begin) == c.value);
  }
  const auto begin = static_cast<std::uint32_t>(document->text.find(c.word));
  const auto end = begin + static_cast<std::uint32_t>(std::string(c.word).size());
  const text::Span span = document->places.span({begin, end});
  CHECK(source.text(span) == c.written);
  CHECK(span.begin == source.text().find(c.written));
  if (c.scalar != nullptr) CHECK(source.text(value.span) == c.scalar);
}

TEST_CASE("the end of a scalar stands behind its last character", "[yaml]") {
  const auto [file, ends_at] = GENERATE(table<std::string, std::string>({{"k: abc  # comment\nl: m", "abc"},
                                                                         {"k: 'abc'\nl: m", "abc"},
                                                                         {"k: \"abc\"\nl: m", "abc"},
                                                                         {"k: |\n  abc\n\n\nl: m", "abc"},
                                                                         {"k: >\n  abc\nl: m", "abc"}}));
  CAPTURE(file);
  const text::Source source("k.yaml", file);
  text::Diagnostics diagnostics;
  const auto document = read_document(source, diagnostics);
  REQUIRE(document);
  const Node& value = document->root.entries.at(0).value;
  const text::Span end = document->places.span({value.text.end, value.text.end});
  // Line breaks at the end of a block belong to its text.
  const std::string text = document->text.substr(value.text.begin, value.text.end - value.text.begin);
  const auto last = static_cast<std::uint32_t>(text.find_last_not_of('\n') + 1 + value.text.begin);
  CHECK(document->places.span({last, last}).begin == file.find(ends_at) + ends_at.size());
  CHECK(end.begin == file.find(ends_at) + ends_at.size());
}

}  // namespace
}  // namespace nilai::grammar::yaml
