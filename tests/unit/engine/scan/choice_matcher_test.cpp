#include "engine/scan/choice_matcher.hpp"

#include <catch2/catch.hpp>
#include <string>

namespace nilai::engine {

TEST_CASE("ChoiceMatcher finds a value by name or label, however it is written", "[engine]") {
  static const ChoicePlan district{
      "district", {{"kab_lebak", ""}, {"kota_serang", "Kota Sérang"}, {"kab_serang", ""}}, false};
  static const ChoicePlan grade{
      "grade", {{"a_plus", "A+"}, {"a", "A"}, {"a_minus", "A-"}, {"none", "--"}, {"x", "none"}}, true};
  struct Case {
    std::string name;
    const ChoicePlan* choice;
    std::string text;
    std::int32_t index;  // -1: none
  };
  const auto c = GENERATE_COPY(values<Case>({
      {"the name", &district, "kab_lebak", 0},
      {"in capitals, with a point and a blank", &district, "KAB. LEBAK", 0},
      {"run together", &district, " KabLebak ", 0},
      {"the label", &district, "Kota Sérang", 1},
      {"the label in capitals", &district, "KOTA SÉRANG", 1},
      {"the label without its accent", &district, "Kota Serang", 1},
      {"another place", &district, "Lebak", -1},
      {"empty", &district, "", -1},
      {"only punctuation", &district, "...", -1},
      {"a label that differs in punctuation alone", &grade, "A+", 0},
      {"the one without punctuation", &grade, "a", 1},
      {"another one", &grade, "a-", 2},
      {"a label that is all punctuation", &grade, "--", 3},
      {"a label that is another value's name", &grade, "none", 3},
      {"what could be any of three", &grade, "A*", -1},
  }));
  CAPTURE(c.name);
  ChoiceMatcher matcher(*c.choice);
  CHECK(matcher.find(c.text).value_or(-1) == c.index);
}

}  // namespace nilai::engine
