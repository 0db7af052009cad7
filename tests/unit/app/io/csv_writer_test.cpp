#include "app/io/csv_writer.hpp"

#include <catch2/catch.hpp>
#include <string>

namespace nilai::app {
namespace {

struct CellCase {
  const char* name;
  const char* cell;
  const char* written;
};

TEST_CASE("a text is quoted where it must be, and never a formula", "[app]") {
  const auto c = GENERATE(values<CellCase>({
      {"a plain text", "Serang", "Serang"},
      {"an empty one", "", ""},
      {"a comma", "a,b", "\"a,b\""},
      {"a quote", "say \"yes\"", "\"say \"\"yes\"\"\""},
      {"a newline", "a\nb", "\"a\nb\""},
      {"blanks around", " a ", " a "},
      {"a formula", "=1+1", "'=1+1"},
      {"a formula with a comma", "=SUM(A1,A2)", "\"'=SUM(A1,A2)\""},
      {"a plus", "+62 254", "'+62 254"},
      {"a minus", "-5", "'-5"},
      {"an at sign", "@name", "'@name"},
      {"a tab", "\tx", "'\tx"},
      {"a carriage return", "\rx", "\"'\rx\""},
      {"a sign inside", "a=b", "a=b"},
  }));
  CAPTURE(c.name);
  std::string text;
  CsvWriter(text).text(c.cell);
  CHECK(text == c.written);
}

TEST_CASE("a number is written as it stands", "[app]") {
  std::string text;
  CsvWriter(text).number("-12.50");
  CHECK(text == "-12.50");
}

TEST_CASE("records end with a newline, and cells are parted by commas", "[app]") {
  std::string text;
  CsvWriter csv(text);
  csv.text("a").blank().number("1").end_record();
  csv.blank().text("b").end_record();
  CHECK(text == "a,,1\n,b\n");
}

}  // namespace
}  // namespace nilai::app
