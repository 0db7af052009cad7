#include <catch2/catch.hpp>

#include "support/check_text.hpp"

namespace nilai::test {
namespace {

using Found = std::vector<std::string>;

struct ReasonCase {
  std::string name, text;
  Found found;
};

const std::string plan = R"(choice why: lost, refused "-999"
choice finding: pending, proven
table plan
  belongs to  companion by companion_id
  column      value    number or why
  column      finding  finding or why  optional
  column      size     number
)";

}  // namespace

TEST_CASE("reasons stand where a cell can be empty, and are asked for there", "[rules]") {
  const auto c = GENERATE(values<ReasonCase>({
      {"a reason", "measure m = count(plan where value is lost)", {}},
      {"of a choice", "measure m = count(plan where finding is refused)", {}},
      {"in parentheses", "measure m = count(plan where (value) is lost)", {}},
      {"not one", "measure m = count(plan where value is losst)", {"3105 losst"}},
      {"a value that is none", "measure m = count(plan where finding is pending)", {"3105 pending"}},
      {"of a column without reasons", "measure m = count(plan where size is lost)", {"3120 size"}},
      {"of what is worked out", "measure m = count(plan where value + 1 is lost)", {"3120 value + 1"}},
      {"the value may be missing", "measure m = sum(value of plan)", {"3202 value"}},
      {"a reason alone does not say that it is there",
       "measure m = sum((0 when value is lost, value otherwise) of plan)",
       {"3202 (0 when value is lost, value otherwise)"}},
      {"missing covers all reasons", "measure m = sum((0 when value is missing, value otherwise) of plan)", {}},
      {"an unknown choice", "table t\n  belongs to companion by companion_id\n  column a number or whi", {"2105 whi"}},
      {"of a key", "table t\n  key a\n  belongs to companion by companion_id\n  column a text or why", {"2215 why"}},
      {"of a link", "table t\n  belongs to companion by companion_id\n  column companion_id text or why", {"2215 why"}},
      {"of a formula",
       "table t\n  belongs to companion by companion_id\n  column a number\n  column b number or why = a",
       {"2216 why"}},
      {"of its own values",
       "choice other: pending\ntable t\n  belongs to companion by companion_id\n  column a finding or other",
       {"2217 other"}},
      {"a date may have one",
       "table t\n  belongs to companion by companion_id\n  dated a\n  column a date or why\nmeasure m = count(t)",
       {}},
  }));
  CAPTURE(c.name);
  CHECK(found_in(schema + plan + c.text) == c.found);
}

}  // namespace nilai::test
