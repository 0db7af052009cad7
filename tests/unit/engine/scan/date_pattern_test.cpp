#include "engine/scan/date_pattern.hpp"

#include <catch2/catch.hpp>
#include <string>

namespace nilai::engine {

TEST_CASE("DatePattern reads days written its way, and no others", "[engine]") {
  struct Case {
    std::string pattern, text, iso;  // no iso: refused
  };
  const auto c = GENERATE(values<Case>({
      {"yyyy-mm-dd", "2017-03-09", "2017-03-09"},
      {"yyyy-mm-dd", "2017-3-9", ""},
      {"yyyy-mm-dd", "09/03/2017", ""},
      {"yyyy-mm-dd", "2017-03-09 ", ""},
      {"yyyy-mm-dd", "2017-02-31", ""},
      {"dd/mm/yyyy", "31/12/2017", "2017-12-31"},
      {"dd/mm/yyyy", "12/31/2017", ""},
      {"dd/mm/yyyy", "31/02/2017", ""},
      {"yyyymmdd", "20160229", "2016-02-29"},
      {"yyyymmdd", "20170229", ""},
      {"yyyymmdd", "2016022", ""},
      {"yyyymmdd", "201602290", ""},
      {"dd.mm.yy", "09.03.17", "2017-03-09"},
      {"dd.mm.yy", "09.03.68", "2068-03-09"},
      {"dd.mm.yy", "09.03.69", "1969-03-09"},
      {"dd.mm.yy", "09.03.2017", ""},
      {"d/m/yyyy", "9/3/2017", "2017-03-09"},
      {"d/m/yyyy", "09/12/2017", "2017-12-09"},
      {"d/m/yyyy", "009/3/2017", ""},
      {"d/m/yyyy", "/3/2017", ""},
      {"yyyy-mm-dd", "", ""},
  }));
  CAPTURE(c.pattern, c.text);
  const auto pattern = DatePattern::parse(c.pattern);
  REQUIRE(pattern);
  const auto date = pattern->read(c.text);
  CHECK(date.has_value() == !c.iso.empty());
  if (date) CHECK(date->to_iso() == c.iso);
}

TEST_CASE("DatePattern refuses patterns that name no day, or more than one", "[engine]") {
  const std::string pattern =
      GENERATE("", "yyyy", "yyyy-mm", "dd-mm", "yyyy-mm-dd-dd", "yyy-mm-dd", "yyyy-mmm-dd", "yyyy-mm-dd hh", "dmyyyy",
               "yyyymd", "2yyy-mm-dd", "YYYY-MM-DD", "yyyy-yy-mm-dd");
  CAPTURE(pattern);
  CHECK_FALSE(DatePattern::parse(pattern));
}

}  // namespace nilai::engine
