#include "grammar/print/lines.hpp"

#include <catch2/catch.hpp>

namespace nilai::tests {

using grammar::comments_of_native;
using grammar::Line;
using grammar::with_comments;

TEST_CASE("comments are found where they are, and not in texts", "[grammar]") {
  const auto found = comments_of_native("a \"# no\" # one  \n  # two\n\nb \"x\\\"# no\"#three");
  REQUIRE(found.size() == 3);
  CHECK(found[0].text == "# one");
  CHECK_FALSE(found[0].is_own_line);
  CHECK(found[1].text == "# two");
  CHECK(found[1].is_own_line);
  CHECK(found[1].blank_follows);
  CHECK(found[2].text == "#three");
}

TEST_CASE("comments go with what they stood before or behind, whatever its new place", "[grammar]") {
  const std::string text = "# first\nlate # behind late\n# before early\nearly\n# last";
  const auto place = [&](const char* what) { return static_cast<std::uint32_t>(text.find(what)); };
  const std::vector<Line> lines = {
      {"early", place("\nearly") + 1}, {"  late", place("late #")}, {"", Line::nowhere}, {"new", Line::nowhere}};
  CHECK(with_comments(lines, comments_of_native(text)) ==
        "# before early\nearly\n  # first\n  late  # behind late\n\nnew\n\n# last\n");
}

TEST_CASE("several comments at the ends of a part's lines go before it", "[grammar]") {
  const std::string text = "a # one\n+ # two\nb";
  CHECK(with_comments({{"a + b", 0}}, comments_of_native(text)) == "# one\n# two\na + b\n");
}

}  // namespace nilai::tests
