#include "engine/scan/reason_matcher.hpp"

#include <catch2/catch.hpp>
#include <string>

namespace nilai::engine {

TEST_CASE("ReasonMatcher takes no value for a reason, and no reason for a value", "[engine]") {
  static const ChoicePlan why{"why",
                              {{"too_small", "Plan too small"},
                               {"suppressed", "-999"},
                               {"not_held", "N/A"},
                               {"refused", "*"},
                               {"no_day", "1900-01-01"},
                               {"half", "0.50"}},
                              false};
  struct Case {
    std::string name;
    Kind kind;
    std::string text;
    std::int32_t index;  // -1: none
  };
  const auto c = GENERATE(values<Case>({
      {"the name", Kind::number, "too_small", 0},
      {"the label, however it is written", Kind::number, "PLAN TOO-SMALL", 0},
      {"a label of a letter and a sign, without the sign", Kind::text, "na", 2},
      {"a code", Kind::number, "-999", 1},
      {"the same number", Kind::number, "-999,00", 1},
      {"the code without its sign", Kind::number, "999", -1},
      {"the code with something else in it", Kind::number, "-99-9", -1},
      {"another number", Kind::number, "-998", -1},
      {"a part", Kind::number, "0,5", 5},
      {"a part as a rulebook writes it", Kind::number, "0.50", 5},
      {"a code in a text", Kind::text, "-999", 1},
      {"a text that is another number's way", Kind::text, "-999,0", -1},
      {"a sign", Kind::text, "*", 3},
      {"two signs", Kind::text, "**", -1},
      {"a day", Kind::date, "01/01/1900", 4},
      {"a day as a rulebook writes it", Kind::date, "1900-01-01", 4},
      {"another day", Kind::date, "02/01/1900", -1},
      {"a day that is a text", Kind::text, "01/01/1900", -1},
      {"nothing", Kind::number, "", -1},
  }));
  CAPTURE(c.name);
  ValueFormat format;
  format.decimal_comma = true;
  format.date_pattern = "dd/mm/yyyy";
  ReasonMatcher matcher(why, c.kind, format);
  CHECK(matcher.find(c.text).value_or(-1) == c.index);
}

}  // namespace nilai::engine
