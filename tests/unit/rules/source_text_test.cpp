// A formula is shown as its author wrote it, whatever form and language that was.
#include <catch2/catch.hpp>
#include <set>
#include <string>

#include "rules/compile.hpp"
#include "rules/model.hpp"

namespace nilai::rules {

namespace {

constexpr const char* english_head = R"(rulebook: example
in force: {from: 2017-01-01}
evaluates: {companion: every quarter}
tables:
  companion:
    key: companion_id
    columns: {mark: number at least 0 at most 100, area: text}
score: mark
measures:
  m: )";

constexpr const char* indonesian_head = R"(buku aturan: contoh
berlaku: {sejak: 2017-01-01}
menilai: {companion: tiap triwulan}
tabel:
  companion:
    kunci: companion_id
    kolom: {mark: angka paling sedikit 0 paling banyak 100, area: teks}
nilai: mark
ukuran:
  m: )";

struct Written {
  const char* name;
  const char* head;
  const char* formula;  ///< as it stands in the file
  const char* shown;
};

std::string shown_measure(const std::string& file, const std::string& rulebook) {
  text::Diagnostics diagnostics;
  const auto compiled = compile({file, rulebook}, diagnostics);
  REQUIRE(compiled != nullptr);
  return source_text(compiled->model, compiled->model.measures.back().body);
}

}  // namespace

TEST_CASE("a formula of YAML is shown as it was written, without what YAML needs", "[rules]") {
  const auto written = GENERATE(values<Written>({
      {"plain", english_head, "score   +  1_000", "score + 1_000"},
      {"in double quotes", english_head, R"x("(yes when area = \"x # y\", no otherwise)")x",
       R"x((yes when area = "x # y", no otherwise))x"},
      {"in single quotes", english_head, R"x('(yes when area = "it''s", no otherwise)')x",
       R"x((yes when area = "it's", no otherwise))x"},
      {"over several lines", english_head, "score +\n    1.50", "score + 1.50"},
      {"in a block, with a comment", english_head, "|\n    score  # as it is\n    + 1.50\n", "score + 1.50"},
      {"cases in a list", english_head, "\n    - yes when score  >= 50.0\n    - \"no otherwise\"",
       "yes when score >= 50.0, no otherwise"},
      {"in Indonesian", indonesian_head, "\"nilai +\n    1_000\"", "nilai + 1_000"},
      {"cases in a list, in Indonesian", indonesian_head, "\n    - ya bila nilai >= 50\n    - tidak selain itu",
       "ya bila nilai >= 50, tidak selain itu"},
  }));
  CAPTURE(written.name);
  CHECK(shown_measure("book.yaml", std::string(written.head) + written.formula + "\n") == written.shown);
}

TEST_CASE("a native formula is shown on one line, its texts as they stand", "[rules]") {
  const std::string head =
      "rulebook example evaluates companion\n"
      "table companion key companion_id column mark number column area text\n";
  CHECK(shown_measure("book.nilai", head + "measure m = mark  # as it is\n  + 1_000") == "mark + 1_000");
  CHECK(shown_measure("book.nilai", head + R"(measure m = (yes when area = "a \"#\"  b", no otherwise))") ==
        R"((yes when area = "a \"#\"  b", no otherwise))");
}

TEST_CASE("a formula that is written out is shown in the names of its own language", "[rules]") {
  const std::string book = R"(buku aturan contoh
  berlaku  sejak 2017-01-01
  menilai  companion tiap triwulan
tabel companion
  kunci  companion_id
  kolom  mark  angka  paling sedikit 0  paling banyak 100
kriteria c  bobot 100%
  diukur dengan  mark
  poin           0 pada 0, 100 pada 100
nilai
  = rerata tertimbang kriteria
ukuran cukup menurut batas
  = banyak(kriteria yang poin >= batas dan bobot > 0) / 2
ukuran m
  = cukup(50)
)";
  text::Diagnostics diagnostics;
  const auto compiled = compile({"aturan.nilai", book}, diagnostics);
  REQUIRE(compiled != nullptr);
  std::set<std::string> shown;
  for (std::uint32_t i = 0; i < compiled->book.expressions.size(); ++i) {
    if (call_over(compiled->book, {i}, syntax::Rows::Of::criteria) == nullptr) continue;
    shown.insert(source_text(compiled->model, ExpressionId{i}));
  }
  CHECK(shown.count("banyak(kriteria yang poin >= 50 dan bobot > 0)") == 1);
}

}  // namespace nilai::rules
