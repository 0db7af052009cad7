#include "rules/compile.hpp"

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <string>

#include "support/check_text.hpp"

namespace {

std::string sample(const std::string& file) {
  std::ifstream stream(std::string(NILAI_SAMPLES_DIR) + "/" + file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

bool compiles(const std::string& rulebook) {
  nilai::text::Diagnostics diagnostics;
  const auto compiled = nilai::rules::compile({"book.nilai", rulebook}, diagnostics);
  return compiled != nullptr && diagnostics.all().empty();
}

}  // namespace

TEST_CASE("every sample compiles without a word", "[rules]") {
  const auto* const file = GENERATE("jamsosratu/jamsosratu.nilai", "inspections/inspections.nilai",
                                    "schools/schools.nilai", "villages/villages.nilai", "quickstart/quickstart.nilai");
  CAPTURE(file);
  CHECK(compiles(sample(file)));
}

TEST_CASE("a rulebook cut off anywhere is refused or compiled, never worse", "[rules]") {
  const std::string whole = sample("jamsosratu/jamsosratu.nilai");
  std::size_t compiled_count = 0;
  for (std::size_t length = 0; length <= whole.size(); ++length)
    compiled_count += compiles(whole.substr(0, length)) ? 1 : 0;
  CHECK(compiled_count > 0);
}

TEST_CASE("a rulebook with lines left out is refused or compiled, never worse", "[rules]") {
  const std::string whole = sample("jamsosratu/jamsosratu.nilai");
  for (std::size_t from = 0; from < whole.size(); from = whole.find('\n', from) + 1) {
    const std::size_t to = whole.find('\n', from);
    if (to == std::string::npos) break;
    std::string cut = whole;
    cut.erase(from, to + 1 - from);
    compiles(cut);
  }
  SUCCEED("none of them ended otherwise");
}

TEST_CASE("only the columns and tables that the rules read are in the plan", "[rules]") {
  nilai::text::Diagnostics diagnostics;
  const auto compiled = nilai::rules::compile(
      {"book.nilai", nilai::test::schema + "measure n = count(household where productive)"}, diagnostics);
  REQUIRE(compiled);
  std::vector<std::string> read;
  for (const auto& table : compiled->plan.tables) {
    for (const auto& column : table.columns) read.push_back(table.name + "." + column.name);
  }
  CHECK(read == std::vector<std::string>{"companion.companion_id", "household.household_id", "household.companion_id",
                                         "household.productive"});
}

TEST_CASE("a streak looks back as far as it must and no further", "[rules]") {
  const auto periods_back = [](const std::string& rule) {
    nilai::text::Diagnostics diagnostics;
    const auto compiled = nilai::rules::compile({"book.nilai", nilai::test::schema + rule}, diagnostics);
    REQUIRE(compiled);
    CHECK(compiled->plan.history.is_needed);
    return compiled->plan.history.periods_back;
  };
  CHECK(periods_back("outcomes a b\ndecide b when streak(mark < 50) >= 3 a otherwise") == 2u);
  CHECK(periods_back("outcomes a b\ndecide b when streak(mark < 50 skipping missing) >= 3 a otherwise") ==
        std::nullopt);
  CHECK(periods_back("measure n = streak(mark < 50)") == std::nullopt);
}
