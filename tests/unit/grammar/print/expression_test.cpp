#include "grammar/print/expression.hpp"

#include <catch2/catch.hpp>

#include "unit/grammar/native/reading.hpp"

namespace nilai::tests {

namespace {

using grammar::KeywordLanguage;

/// What an expression of a rulebook in English comes out as.
std::string again(const std::string& expression, KeywordLanguage language) {
  const Read read("measure m = " + expression);
  CAPTURE(expression, read.mistakes());
  REQUIRE(read.mistakes().empty());
  return grammar::printed(read.book, read.book.measures.at(0).body, language);
}

struct PrintedCase {
  std::string english, indonesian;
};

}  // namespace

TEST_CASE("an expression is printed as it is read, in either language", "[grammar]") {
  const auto c = GENERATE(values<PrintedCase>({
      {"1 + 2 * 3", "1 + 2 * 3"},
      {"(1 + 2) * -3^2", "(1 + 2) * -3^2"},
      {"95% if missing 0", "95% jika kosong 0"},
      {"period end - 6 months", "akhir periode - 6 bulan"},
      {"d - 1 month >= 2017-03-09", "d - 1 bulan >= 2017-03-09"},
      {"not (a or b and `table` = 1)", "bukan (a atau b dan table = 1)"},
      {"x is not missing and y is missing", "x terisi dan y kosong"},
      {"x not in (1, 2) or x between 3 and 4", "x bukan dalam (1, 2) atau x antara 3 dan 4"},
      {"count(visit in last 4 quarters where verified by household)",
       "banyak(visit dalam 4 triwulan terakhir yang verified menurut household)"},
      {"any(case in previous quarter where stage = \"a \\\"b\\\"\")",
       "ada(case dalam triwulan sebelumnya yang stage = \"a \\\"b\\\"\")"},
      {"share(verified of visit in this year)", "bagian(verified dari visit dalam tahun ini)"},
      {"streak(score < 55 skipping missing) >= 3", "beruntun(score < 55 lewati yang kosong) >= 3"},
      {"rounded half even (x to nearest 0.5)", "dibulatkan setengah ke genap (x ke kelipatan 0.5)"},
      {"good when at least 35%, poor otherwise", "good bila paling sedikit 35%, poor selain itu"},
      {"visit.date + `when`", "visit.date + when"},
  }));
  CHECK(again(c.english, KeywordLanguage::english) == c.english);
  CHECK(again(c.english, KeywordLanguage::indonesian) == c.indonesian);
}

TEST_CASE("an expression in Indonesian is the same tree", "[grammar]") {
  const Read read(
      "ukuran m = banyak(visit dalam 4 triwulan terakhir yang tanggal kosong) jika kosong 0 bila ya, 1 selain itu");
  CAPTURE(read.mistakes());
  REQUIRE(read.mistakes().empty());
  CHECK(grammar::printed(read.book, read.book.measures.at(0).body, KeywordLanguage::english) ==
        "count(visit in last 4 quarters where tanggal is missing) if missing 0 when yes, 1 otherwise");
}

TEST_CASE("the score without a name is the same in the tree, unless the name is the author's", "[grammar]") {
  const auto second_measure = [](const std::string& head) {
    const Read read(head + "nilai = total poin\nukuran m = nilai + 1");
    CAPTURE(read.mistakes());
    REQUIRE(read.mistakes().empty());
    return grammar::printed(read.book, read.book.measures.back().body, KeywordLanguage::english);
  };
  CHECK(second_measure("") == "score + 1");
  CHECK(second_measure("tetapan nilai sejak 2017-01-01 3\n") == "nilai + 1");
  CHECK(second_measure("tetapan score sejak 2017-01-01 3\n") == "nilai + 1");
}

}  // namespace nilai::tests
