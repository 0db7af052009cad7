#include "grammar/native/characters.hpp"

#include <catch2/catch.hpp>
#include <string>

namespace nilai::grammar::native {

TEST_CASE("a name holds letters of any script, and no symbol", "[grammar]") {
  struct Case {
    std::string text;
    std::size_t length;
  };
  const auto c = GENERATE(
      values<Case>({{"a", 1},  {"Z", 1}, {"_", 1}, {"7", 1}, {"é", 2}, {"ñ", 2}, {"Ж", 2}, {"ꦲ", 3},  // Javanese
                    {"字", 3}, {"́", 2},  // a combining mark
                    {"-", 0},  {"`", 0}, {" ", 0}, {"“", 0}, {"≥", 0}, {"×", 0}, {"–", 0}, {"\u00A0", 0},
                    {"€", 0},  {"✓", 0}, {"", 0}}));
  CAPTURE(c.text);
  CHECK(name_char_length(c.text.data(), c.text.data() + c.text.size()) == c.length);
}

TEST_CASE("blanks are spaces, tabs, line ends and comments", "[grammar]") {
  const std::string text = " \t\r\n# a comment\n  # another\n x";
  CHECK(*skip_blanks(text.data(), text.data() + text.size()) == 'x');
  const std::string open = "# to the end";
  CHECK(skip_blanks(open.data(), open.data() + open.size()) == open.data() + open.size());
}

}  // namespace nilai::grammar::native
