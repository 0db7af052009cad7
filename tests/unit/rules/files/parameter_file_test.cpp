#include "rules/files/parameter_file.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "grammar/read.hpp"
#include "rules/files/read_files.hpp"
#include "support/tree_text.hpp"

namespace nilai::rules {
namespace {

const std::string choices = "choice area: near \"Dekat sekali\", far \"Jauh\"\n";

struct Read {
  Read(const std::string& parameter, const std::string& csv) : source("book.nilai", choices + parameter) {
    const auto read_file = [&](const std::string&, std::string&) { return std::optional<std::string>(csv); };
    book = read_files(source, read_file, diagnostics);
    diagnostics.sort();
  }

  text::Source source;
  text::Diagnostics diagnostics;
  syntax::Rulebook book;
};

TEST_CASE("rows of a file are those that one would have written", "[rules]") {
  struct Case {
    const char *name, *by, *csv, *rows;
  };
  const auto c = GENERATE(values<Case>({
      {"one key", "n", "n,v\n1,10\n2,-0.5\n3,95%\n", "10 when 1, -0.5 when 2, 95% when 3"},
      {"for all others", "n", "n,v\n1,10\nany,0\n", "10 when 1, 0 otherwise"},
      {"bands", "n", "n at least,n at most,v\n10,,3\n5,9,2\n,4,1\n",
       "3 when at least 10, 2 when at least 5 and at most 9, 1 when at most 4"},
      {"a band for all", "n", "n at least;v\n10;3\n;0\n", "3 when at least 10, 0 otherwise"},
      {"two keys, by name and label", "area, n", "AREA,n,v\nnear,1,10\nDEKAT SEKALI,2,20\nJauh,1,30\nany,1,40\n",
       "for near: 10 when 1, 20 when 2 for far: 30 when 1 for any: 40 when 1"},
      {"dates, in any order", "n", "v,from,n\n2,2018-01-01,1\n1,2017-01-01,1\n3,2018-01-01,2\n",
       "from 2017-01-01 1 when 1 from 2018-01-01 2 when 1, 3 when 2"},
      {"texts, flags, dates", "x", "x,v\nno such area,1\n\"\"\"near\"\"\",2\nyes,3\n2017-01-31,4\n",
       "1 when \"no such area\", 2 when \"near\", 3 when yes, 4 when 2017-01-31"},
      {"quotes, blanks, line ends", "n", "\"n\" , v\r\n \"1\" , 10\r\n\r\n2,\t20", "10 when 1, 20 when 2"},
      {"the value first", "n", "value,n\n1,2\n", "1 when 2"},
  }));
  CAPTURE(c.name);
  const std::string head = "parameter p by " + std::string(c.by);
  const Read read(head + " in \"p.csv\"", c.csv);
  CHECK_FALSE(read.diagnostics.has_errors());
  text::Diagnostics none;
  const auto written = grammar::read(text::Source("book.nilai", choices + head + " " + c.rows), none);
  REQUIRE_FALSE(none.has_errors());
  // A text that is read is one, whatever it looks like.
  CHECK(tests::tree_text(read.book) == tests::tree_text(written));
}

TEST_CASE("a mistake in a file is reported at its cell", "[rules]") {
  struct Case {
    const char *name, *csv;
    std::vector<std::string> found;
  };
  const auto c = GENERATE(values<Case>({
      {"no file", "", {"1005 :1:1"}},
      {"headers alone", "n,v\n", {"1005 :1:1"}},
      {"no key", "m,v\n1,2\n", {"2512 m:1:1", "2512 v:1:3", "2511 m,v:1:1"}},
      {"no value", "n\n1\n", {"2511 n:1:1"}},
      {"two columns for one key", "n,N,v\n1,1,1\n", {"2512 N:1:3"}},
      {"a key and its bounds", "n,n at most,v\n1,1,1\n", {"2512 n at most:1:3"}},
      {"too long, too short", "n,v\n1,2,3\n1\n1,2\n", {"2513 1,2,3:2:1", "2513 1:3:1"}},
      {"a quote", "n,v\n\"1,2\n", {"2513 \"1,2\n:2:1"}},
      {"an empty cell", "n,v\n,2\n1,\n", {"2514 :2:1", "2514 1,:3:1"}},
      {"a decimal comma", "n;v\n1;2,5\n", {"1111 2,5:2:3"}},
      {"not a day", "from,n,v\n2017-02-31,1,2\n", {"1113 2017-02-31:2:1"}},
      {"behind quotes that were undone", "n,v\n\"\"\"a\"\"\",3x\n", {"1112 3x:2:9"}},
      {"behind the row for all others", "n,v\nany,1\n2,2\n", {"1212 2,2:3:1"}},
  }));
  CAPTURE(c.name);
  const Read read("parameter p by n in \"p.csv\"", c.csv);
  std::vector<std::string> found;
  for (const text::Diagnostic& one : read.diagnostics.all()) {
    CHECK(read.source.file_at(one.span.begin).name == "p.csv");
    const text::Place place = read.source.place(one.span.begin);
    found.push_back(std::to_string(static_cast<unsigned>(one.code)) + " " + std::string(read.source.text(one.span)) +
                    ":" + std::to_string(place.line) + ":" + std::to_string(place.column));
  }
  CHECK_THAT(found, Catch::UnorderedEquals(c.found));
}

}  // namespace
}  // namespace nilai::rules
