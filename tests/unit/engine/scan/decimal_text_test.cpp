#include "engine/scan/decimal_text.hpp"

#include <catch2/catch.hpp>
#include <string>

namespace nilai::engine {

TEST_CASE("read_decimal reads each country's marks and never the other's", "[engine]") {
  struct Case {
    std::string text, with_point, with_comma;  // empty: no number
  };
  const auto c = GENERATE(values<Case>({
      {"1250", "1250", "1250"},
      {"-12", "-12", "-12"},
      {"+12", "12", "12"},
      {"1,250", "1250", "1.25"},
      {"1.250", "1.25", "1250"},
      {"48.150", "48.15", "48150"},
      {"1.5", "1.5", ""},
      {"1,5", "", "1.5"},
      {"1,250.5", "1250.5", ""},
      {"1.250,5", "", "1250.5"},
      {"-1.250.000,25", "", "-1250000.25"},
      {"-1,250,000.25", "-1250000.25", ""},
      {"12,50", "", "12.5"},
      {"1234,567", "", "1234.567"},
      {"1234.567", "1234.567", ""},
      {"1,23,456", "", ""},
      {"1.23.456", "", ""},
      {"0.500", "0.5", ""},
      {"0,500", "", "0.5"},
      {",500", "", ""},
      {".500", "", ""},
      {"1,250,", "", ""},
      {"1.250.", "", ""},
      {"1,250,50", "", ""},
      {"5.", "", ""},
      {"5,", "", ""},
      {"1.5.0", "", ""},
      {"1,5,0", "", ""},
      {"1,250.5.0", "", ""},
      {"1.250,5,0", "", ""},
      {"95%", "", ""},
      {"1e3", "", ""},
      {"1 250", "", ""},
      {"Rp1.250", "", ""},
      {"- 5", "", ""},
      {"-+5", "", ""},
      {"-", "", ""},
      {"", "", ""},
      {"0,0", "", "0"},
      {"2.8999999999999999", "2.8999999999999999", ""},
  }));
  CAPTURE(c.text);
  const auto with_point = read_decimal(c.text, false);
  const auto with_comma = read_decimal(c.text, true);
  CHECK((with_point ? with_point->to_text() : "") == c.with_point);
  CHECK((with_comma ? with_comma->to_text() : "") == c.with_comma);
}

}  // namespace nilai::engine
