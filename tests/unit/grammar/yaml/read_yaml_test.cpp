#include "grammar/read_yaml.hpp"

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <string>

#include "support/tree_text.hpp"
#include "unit/grammar/native/reading.hpp"

namespace nilai::tests {
namespace {

/// A YAML text, and what came of reading it.
struct ReadYaml {
  explicit ReadYaml(std::string text)
      : source("book.yaml", std::move(text)), book(grammar::read_yaml(source, diagnostics)) {}

  /// What every mistake marks: its code by name, and the text under the marks.
  [[nodiscard]] std::vector<std::string> mistakes() const {
    std::vector<std::string> found;
    for (const auto& diagnostic : diagnostics.all()) {
      found.push_back(std::string(text::catalogue_entry(diagnostic.code).name) + ": " +
                      std::string(source.text(diagnostic.span)));
    }
    return found;
  }

  text::Source source;
  text::Diagnostics diagnostics;
  syntax::Rulebook book;
};

using Mistakes = std::vector<std::string>;

std::string sample(const std::string& path) {
  std::ifstream file(std::string(NILAI_SAMPLES_DIR) + "/" + path, std::ios::binary);
  REQUIRE(file);
  return {std::istreambuf_iterator<char>(file), {}};
}

struct Pair {
  const char* name;
  const char* yaml;
  const char* native;
};

void check_same(const Pair& pair) {
  CAPTURE(pair.name);
  const ReadYaml yaml(pair.yaml);
  const Read native(pair.native);
  const Mistakes none;
  CHECK(yaml.mistakes() == none);
  CHECK(native.mistakes() == none);
  CHECK(tree_text(yaml.book) == tree_text(native.book));
}

}  // namespace

TEST_CASE("the whole rulebook of the language reference is the same in both forms", "[yaml]") {
  const std::string yaml = sample("jamsosratu/jamsosratu.yaml"), native = sample("jamsosratu/jamsosratu.nilai");
  check_same({"jamsosratu", yaml.c_str(), native.c_str()});
}

TEST_CASE("the head and the data are the same in both forms", "[yaml]") {
  check_same(GENERATE(values<Pair>({
      {"the head", R"(
rulebook: a
label: 'Kinerja "baru"'
en: Performance
id: Kinerja
version: 2017.10
in force: {from: 2017-01-01, to: "2018-12-31"}
evaluates: {companion: every year starting october}
amends: b.nilai
basis: Perpres 1)",
       R"(rulebook a "Kinerja \"baru\"" en "Performance" id "Kinerja" version "2017.10"
in force from 2017-01-01 to 2018-12-31 evaluates companion every year starting october amends "b.nilai" basis "Perpres 1")"},
      {"each row once", "rulebook: a\nevaluates: visit", "rulebook a evaluates visit"},
      {"other files", "use: [b.nilai, c/d.yaml]", "use \"b.nilai\" use \"c/d.yaml\""},
      {"one other file", "use: b.nilai", "use \"b.nilai\""},
      {"choices", R"(
choices:
  why: {basis: x, values: {small: Too small, hidden: "-999", yes: {label: Ya, en: Yes}, bare: ""}}
  stage: {label: Tahap, ordered: [reported, "`table`", when]})",
       R"(choice why basis "x": small "Too small", hidden "-999", `yes` "Ya" en "Yes", bare
choice stage "Tahap": reported < `table` < `when`)"},
      {"a table", R"(
tables:
  result:
    label: Hasil
    basis: x
    key: [race_id, driver_id]
    belongs to: {race: race_id, driver: [a, b]}
    dated: held_on
    period: {season: {label: Musim}}
    columns:
      position: whole number optional
      value: number in rupiah or why at least 0 at most 10
      sex: one of female "Perempuan", male "Laki-laki" protected
      points: number = race_points(position) if missing 0
      stage: stage personal
      band: {label: Band, is: "band = good when value > 90, poor otherwise"})",
       R"(table result "Hasil" basis "x" key race_id, driver_id belongs to race by race_id belongs to driver by a, b
dated held_on period season "Musim" column position whole number optional
column value number in rupiah or why at least 0 at most 10
column sex one of female "Perempuan", male "Laki-laki" protected
column points number = race_points(position) if missing 0
column stage stage personal column band "Band" band = good when value > 90, poor otherwise)"},
      {"rows that belong by other names", R"(
tables:
  result:
    key: {a: {label: Satu}, b: {}}
    belongs to:
      - race by race_id
      - entry by season = year, driver_id
  other: {belongs to: race by race_id})",
       R"(table result key a "Satu", b belongs to race by race_id belongs to entry by season = year, driver_id
table other belongs to race by race_id)"},
      {"parameters", R"(
parameters:
  cover: {label: Cakupan, basis: x, from: {2017-01-01: 95%, 2018-01-01: {is: -0.5, basis: y}}}
  cut: {by: [measure_id, value], in: cut-points.csv}
  race_points: {by: place, from: {1961-01-01: [9 when 1, 6 when 2, 0 otherwise], 1991-01-01: {is: "0 at 1, 9 at 8", basis: z}}}
  points_for:
    by: [indicator, flag, result]
    for:
      reading or mathematics, yes: [5 when at least 90, 1 otherwise]
      any, any: 0 at 0, 5 at 100
  dated: {by: [a, b], from: {2017-01-01: {for: {x: "0 at 0, 5 at 100"}, basis: w}}}
  plain: {by: a, is: '0 at 0, 5 at 100'})",
       R"(parameter cover "Cakupan" basis "x" from 2017-01-01 95% from 2018-01-01 -0.5 basis "y"
parameter cut by measure_id, value in "cut-points.csv"
parameter race_points by place from 1961-01-01 9 when 1, 6 when 2, 0 otherwise from 1991-01-01 0 at 1, 9 at 8 basis "z"
parameter points_for by indicator, flag, result for reading or mathematics, yes: 5 when at least 90, 1 otherwise
for any, any: 0 at 0, 5 at 100
parameter dated by a, b from 2017-01-01 for x: 0 at 0, 5 at 100 basis "w"
parameter plain by a 0 at 0, 5 at 100)"},
  })));
}

TEST_CASE("what is measured and decided is the same in both forms", "[yaml]") {
  check_same(GENERATE(values<Pair>({
      {"measures", R"(
measures:
  load: count(visit)
  band: [good when load > 1, poor otherwise]
  inline: good when load > 1, poor otherwise
  mean: {by: [p, fresh], is: p + fresh, label: Rerata, id: Rerata, basis: x}
  rate:
    rounded: half even to 2 places
    changeable: up by 5%
    assessed when: load >= 5 and `when` = 2
    is: 'max(visit.x of visit where kind = "a b") if missing 0'
  down: {is: load, changeable: down, rounded: to nearest 0.5})",
       R"(measure load = count(visit)
measure band = good when load > 1, poor otherwise measure inline = good when load > 1, poor otherwise
measure mean "Rerata" id "Rerata" by p, fresh = p + fresh basis "x"
measure rate = max(visit.x of visit where kind = "a b") if missing 0 rounded half even to 2 places
changeable up by 5% assessed when load >= 5 and `when` = 2
measure down = load changeable down rounded to nearest 0.5)"},
      {"criteria", R"(
criteria:
  a:
    points: 0 at 30%, 100 at cover
    weight: "20"
    in: total
    measured by: (x if missing 0)
    if missing: weight to b 50%, c 50%
    assessed when: x > 1
    basis: y
    code: A-1/2
  b: {label: B, measured by: x, points: [100 when at least 35%, 0 otherwise], if missing: not assessed}
  c: {measured by: x, points: '= limited(it, 0, 100)', if missing: -5 points}
  d: {measured by: x, points: points_for})",
       R"(criterion a weight 20 in total measured by (x if missing 0) points 0 at 30%, 100 at cover
assessed when x > 1 if missing weight to b 50%, c 50% basis "y" code A-1/2
criterion b "B" measured by x points 100 when at least 35%, 0 otherwise if missing not assessed
criterion c measured by x points = limited(it, 0, 100) if missing -5 points
criterion d measured by x points points_for)"},
      {"scores", R"(
score: {label: Nilai, is: weighted average of criteria, rounded: up to 2 places, assessed when: x > 1, basis: y}
scores:
  skp: {weight: 60%, in: total, is: average(points of result)}
  total: sum of points)",
       R"(score "Nilai" = weighted average of criteria rounded up to 2 places assessed when x > 1 basis "y"
score skp weight 60% in total = average(points of result)
score total = sum of points)"},
      {"outcomes and decisions", R"(
outcomes:
  keep: Dipertahankan
  warn: ""
  replace: {label: Usul ganti, en: Replace, confirmed by a person: yes, outside the order: no, basis: x}
  none: {outside the order: yes}
decide:
  - replace:
      code: HKM-02
      basis: Pasal 1
      because: {label: 'Nilai "{score}" \{x\} C:\dir', en: "Score {score}"}
      when: score < 55
  - warn: {when: score < 70, because: "{score if missing 0}"}
  - keep: otherwise)",
       R"(outcomes keep "Dipertahankan" warn replace "Usul ganti" en "Replace" confirmed by a person basis "x"
none outside the order
decide replace when score < 55 because "Nilai \"{score}\" \{x\} C:\\dir" en "Score {score}" code HKM-02 basis "Pasal 1"
warn when score < 70 because "{score if missing 0}" keep otherwise)"},
      {"one decision", "decide: {keep: {when: otherwise, code: A}}", "decide keep otherwise code A"},
      {"guarantees", R"(
guarantees:
  - raising load never raises points(visits)
  - {label: L, en: M, basis: x, is: never code NIL-03 when load < 1}
  - never load < 1
  - raising load never worsens outcome
  - missing data never leads to warn
  - score is always between 0 and 100)",
       R"(guarantee raising load never raises points(visits)
guarantee "L" en "M" basis "x" never code NIL-03 when load < 1
guarantee never load < 1 guarantee raising load never worsens outcome
guarantee missing data never leads to warn guarantee score is always between 0 and 100)"},
      {"tests", R"(
tests:
  - label: rajin
    en: busy
    basis: x
    in: 2017-Q1
    given:
      - companion: {active_days: "90", level: high, left_on: is missing}
      - 40 household: {productive: yes, having: [1 visit: {verified: no}, {2 note: {}}]}
      - load: 62%
      - visits: not assessed
      - score: 50 in last 2 quarters
      - rating: excellent
      - other: 100 points
      - subject: {}
    expect: [visits 100 points, x is missing, outcome warn, code NIL-02, rating good]
  - label: satu
    expect: outcome warn)",
       R"(test "rajin" en "busy" basis "x" in 2017-Q1
given companion active_days 90, level high, left_on is missing
given 40 household productive yes having 1 visit verified no having 2 note
given load 62% given visits not assessed given score 50 in last 2 quarters given rating excellent
given other 100 points given subject
expect visits 100 points expect x is missing expect outcome warn expect code NIL-02 expect rating good
test "satu" expect outcome warn)"},
  })));
}

TEST_CASE("the language is that of the key that names the rulebook, else of the first key of one language", "[yaml]") {
  check_same(GENERATE(values<Pair>({
      {"Indonesian by its name", R"(
label: Contoh
buku aturan: contoh
berlaku: {sejak: 2017-01-01}
menilai: {pendamping: tiap triwulan}
tabel: {pendamping: {kunci: id, kolom: {aktif: ya atau tidak boleh kosong}}}
ukuran: {beban: {adalah: banyak(kunjungan yang aktif), dibulatkan: ke atas hingga 2 desimal}}
kriteria: {rajin: {bobot: 100%, diukur dengan: beban, poin: [100 bila paling sedikit 1, 0 selain itu]}}
nilai: rerata tertimbang kriteria
daftar nilai: {lain: nilai}
daftar keputusan: {baik: {ditetapkan oleh pejabat: ya}}
putuskan: [baik: selain itu]
jaminan: [nilai selalu antara 0 dan 100]
uji: [{label: a, diketahui: [pendamping: {aktif: ya}], maka: keputusan baik}])",
       R"(buku aturan contoh "Contoh" berlaku sejak 2017-01-01 menilai pendamping tiap triwulan
tabel pendamping kunci id kolom aktif ya atau tidak boleh kosong
ukuran beban = banyak(kunjungan yang aktif) dibulatkan ke atas hingga 2 desimal
kriteria rajin bobot 100% diukur dengan beban poin 100 bila paling sedikit 1, 0 selain itu
nilai = rerata tertimbang kriteria
nilai lain = nilai
daftar keputusan baik ditetapkan oleh pejabat
putuskan baik selain itu
jamin nilai selalu antara 0 dan 100
uji "a" diketahui pendamping aktif ya maka keputusan baik)"},
      {"Indonesian by its first key", "ukuran: {beban: banyak(kunjungan)}", "ukuran beban = banyak(kunjungan)"},
      {"English by its first key", "measures: {load: count(visit)}", "measure load = count(visit)"},
  })));
}

TEST_CASE("a scalar is read alone and to its end", "[yaml]") {
  const ReadYaml read(R"(
measures:
  a: count(visit) rounded to 2 places
  c: ["1 when x > 0, 2 when y > 0"]
  d: (x
  e: {is: x) + y, assessed when: y > 0 changeable up}
criteria:
  f: {weight: 40% in score, measured by: x if missing 0, points: "0 at 0, 1 at 2 assessed when x", if missing: 0 points weight}
decide:
  - keep: {when: x > 0 because "y", because: "{x} } {y"}
tests:
  - {label: g, in: 2017-Q1 given, given: [a: {b: 1 c}, 2 d e: {}], expect: [outcome warn expect]}
tables:
  t: {columns: {h: number personal column}}
)");
  CHECK(read.mistakes() == Mistakes{"expected: rounded", "expected: ,", "parenthesis_not_closed: ", "expected: )",
                                    "expected: changeable", "expected: in", "expected: if", "expected: assessed",
                                    "expected: weight", "expected: because", "lone_brace: }",
                                    "expected: ", "expected: given", "expected: c", "expected: e", "expected: expect",
                                    "expected: column"});
}

TEST_CASE("between brackets, what stands behind a comma is told to be the rest of a text", "[yaml]") {
  const ReadYaml read("parameters: {a: {by: b, is: 0 at 0, 5 at 100}}");
  CHECK(read.mistakes() == Mistakes{"nothing_written: 5 at 100"});
}

TEST_CASE("nothing is read where there is no rulebook", "[yaml]") {
  const auto [text, mistake] =
      GENERATE(table<std::string, std::string>({{"", "empty_file: "},
                                                {"# a comment\n", "empty_file: "},
                                                {"just a text", "wrong_shape: just a text"},
                                                {"a: \"\\0\"\n", "unknown_key: a"},
                                                {std::string("a: \0", 4), "control_character: \0"},
                                                {"a: \x04", "control_character: \x04"},
                                                {"a: \xFF", "not_utf8: \xFF"}}));
  CAPTURE(text);
  const ReadYaml read(text);
  REQUIRE(read.mistakes().size() == 1);
  CHECK(read.mistakes()[0].substr(0, mistake.size()) == mistake);
}

TEST_CASE("hostile files end in a mistake", "[yaml]") {
  const auto repeated = [](const std::string& text, std::size_t bytes) {
    std::string all;
    while (all.size() < bytes) all += text;
    return all;
  };
  const auto [name, unit, bytes] =
      GENERATE(table<const char*, const char*, std::size_t>({{"open brackets", "[", 100000},
                                                             {"open braces", "{a: ", 100000},
                                                             {"items within items", "- ", 100000},
                                                             {"keys of keys", "? ", 100000},
                                                             {"aliases", "- *a\n", 100000},
                                                             {"anchors", "&a ", 100000},
                                                             {"documents", "---\n", 100000},
                                                             {"a list without an end", "[a, ", 100000},
                                                             {"two mebibytes", "a ", 2000000}}));
  CAPTURE(name);
  const ReadYaml read(repeated(unit, bytes));
  CHECK(read.diagnostics.has_errors());
}

}  // namespace nilai::tests
