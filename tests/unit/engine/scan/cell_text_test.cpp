#include "engine/scan/cell_text.hpp"

#include <catch2/catch.hpp>
#include <string>

namespace nilai::engine {

TEST_CASE("trim takes blanks from both ends only", "[engine]") {
  CHECK(trim("  Kab. Lebak\t\r\n") == "Kab. Lebak");
  CHECK(trim(" \t ").empty());
  CHECK(trim("x") == "x");
}

TEST_CASE("lower_case knows ASCII and Latin-1", "[engine]") {
  std::string lowered = "what was there before";
  lower_case("ÀÉÞ × ÷ ß LEBAK Ā", lowered);
  CHECK(lowered == "àéþ × ÷ ß lebak Ā");
}

TEST_CASE("equal_ignoring_case compares whole texts", "[engine]") {
  CHECK(equal_ignoring_case("NIHIL", "nihil"));
  CHECK_FALSE(equal_ignoring_case("nihil", "nihi"));
  CHECK_FALSE(equal_ignoring_case("@", "`"));
}

TEST_CASE("excerpt counts characters, not bytes", "[engine]") {
  std::string accents;
  for (int i = 0; i < 100; ++i) accents += "é";
  CHECK(excerpt(accents).size() == 160);
  CHECK(excerpt("short") == "short");
  CHECK(excerpt("€uro", 1) == "€");
}

}  // namespace nilai::engine
