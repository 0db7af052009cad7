#include <catch2/catch.hpp>

#include "support/check_text.hpp"

namespace nilai::test {

TEST_CASE("what a person can change is a number, and says by how much", "[rules]") {
  const auto c = GENERATE(values<Snippet>({
      {"a share of visits", "measure m = share(verified of visit)\n  changeable up", {}},
      {"a count", "measure m = count(visit)\n  changeable down", {}},
      {"no count", "measure m = mark\n  changeable up", {"3121 changeable up"}},
      {"what is worked out from counts", "measure m = count(visit) + 1\n  changeable up", {"3121 changeable up"}},
      {"a flag", "measure m = any(visit)\n  changeable up by 1", {"3101 changeable up by 1"}},
      {"by nothing", "measure m = mark\n  changeable down by 0", {"3117 0"}},
      {"by days of what has none", "measure m = mark\n  changeable up by 5 days", {"3103 5 days"}},
      {"by days", "measure m = active_days\n  changeable up by 5 days", {}},
      {"by a bare number of days", "measure m = active_days\n  changeable up by 5", {}},
      {"by months", "measure m = mark\n  changeable up by 5 months", {"3101 5 months"}},
      {"of inputs", "measure m by n = 2 * n\n  changeable up by 1\nmeasure k = m(mark)", {"2305 changeable up by 1"}},
  }));
  CAPTURE(c.name);
  CHECK(found_in(schema + c.text) == c.found);
}

}  // namespace nilai::test
