#include "app/report/text_table.hpp"

#include <catch2/catch.hpp>

namespace nilai::app {
namespace {

using Align = TextTable::Align;

TEST_CASE("columns are as wide as their widest cell, counted in letters", "[app]") {
  TextTable table({Align::left, Align::right, Align::left});
  table.add({"a", "1", "x"});
  table.add({"ünï", "1000"});
  table.rule_under(1);
  table.add({"", "1001", "sum"});
  CHECK(table.text("  ") ==
        "  a       1  x\n"
        "  ünï  1000\n"
        "       ────\n"
        "       1001  sum\n");
}

}  // namespace
}  // namespace nilai::app
