#include "grammar/wording.hpp"

#include <catch2/catch.hpp>

namespace nilai::grammar {

namespace {

struct WordingCase {
  std::string english, indonesian;
};

}  // namespace

TEST_CASE("what a message quotes is put into Indonesian keywords, and nothing else", "[grammar]") {
  const auto c = GENERATE(values<WordingCase>({
      {"expected `when` or `otherwise`", "expected `bila` or `selain itu`"},
      {"when in doubt, otherwise", "when in doubt, otherwise"},
      {"`x if missing 0`, `x is missing`, or `skipping missing`",
       "`x jika kosong 0`, `x kosong`, or `lewati yang kosong`"},
      {"`if missing  not assessed`", "`jika kosong  tidak dinilai`"},
      {"`evaluates TABLE every quarter`", "`menilai TABLE tiap triwulan`"},
      {"`days` or `half years`", "`hari` or `semester`"},
      {"`{0}` and `dates`", "`{0}` and `dates`"},
      {"", ""},
  }));
  CHECK(with_indonesian_keywords(c.english) == c.indonesian);
}

}  // namespace nilai::grammar
