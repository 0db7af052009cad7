#include "app/io/dataset_yaml.hpp"

#include <catch2/catch.hpp>

namespace nilai::app {
namespace {

using text::Code;

struct Reading {
  explicit Reading(std::string yaml) : source("dataset.yaml", std::move(yaml)) {
    description = read_dataset_yaml(source, diagnostics);
  }

  /// What the first problem marks.
  [[nodiscard]] std::string_view marked() const { return source.text(diagnostics.all().front().span); }

  text::Source source;
  text::Diagnostics diagnostics;
  DatasetDescription description;
};

TEST_CASE("a dataset file is read as it is written", "[app]") {
  const Reading reading(R"(dataset: office
locale: id
null: ["", "-", null, ~, 0]
tables:
  companion:
    file: "pendamping *.csv"
    columns: {companion_id: "No. Registrasi", district: [Kab/Kota, Kabupaten]}
    values: {district: {"KAB. LEBAK": kab_lebak, no: 'yes'}}
  visit: {file: [a.csv, b.csv], delimiter: ";", encoding: windows-1252, dates: dd/mm/yyyy}
  village:
    - {file: idm.csv, period: 2021}
    - {file: idm.csv, period: 2022, null: "kosong"}
)");
  const DatasetDescription& dataset = reading.description;
  CHECK(reading.diagnostics.all().empty());
  CHECK(dataset.name->text == "office");
  CHECK(dataset.format.locale->text == "id");
  std::vector<std::string> nulls;
  for (const Spanned& null : *dataset.format.nulls) nulls.push_back(null.text);
  CHECK(nulls == std::vector<std::string>{"", "-", "null", "~", "0"});

  REQUIRE(dataset.tables.size() == 3);
  const SourceDescription& companion = dataset.tables[0].sources.at(0);
  CHECK(companion.files.at(0).text == "pendamping *.csv");
  CHECK(reading.source.text(companion.files.at(0).span) == "\"pendamping *.csv\"");
  REQUIRE(companion.columns.size() == 2);
  CHECK(companion.columns[0].headers.at(0).text == "No. Registrasi");
  CHECK(companion.columns[1].headers.at(1).text == "Kabupaten");
  REQUIRE(companion.values.size() == 1);
  CHECK(companion.values[0].pairs.at(0).first.text == "KAB. LEBAK");
  CHECK(companion.values[0].pairs.at(1).first.text == "no");
  CHECK(companion.values[0].pairs.at(1).second.text == "yes");

  const SourceDescription& visit = dataset.tables[1].sources.at(0);
  CHECK(visit.files.size() == 2);
  CHECK(visit.format.delimiter->text == ";");
  CHECK(visit.format.encoding->text == "windows-1252");
  CHECK(visit.format.dates->text == "dd/mm/yyyy");
  REQUIRE(dataset.tables[2].sources.size() == 2);
  CHECK(dataset.tables[2].sources[1].period->text == "2022");
}

struct MistakeCase {
  const char* name;
  const char* yaml;
  Code code;
  const char* marked;
};

TEST_CASE("every mistake of a dataset file is found where it stands", "[app]") {
  const auto c = GENERATE(values<MistakeCase>({
      {"no YAML", "tables: {a: [}\n", Code::dataset_not_yaml, ""},
      {"nothing at all", "", Code::dataset_wrong_shape, ""},
      {"a list", "- a\n", Code::dataset_wrong_shape, ""},
      {"a slip", "tabels: {}\n", Code::dataset_unknown_key, "tabels"},
      {"a slip below", "tables: {visit: {fiel: a.csv}}\n", Code::dataset_unknown_key, "fiel"},
      {"a key twice", "locale: id\nlocale: en\n", Code::dataset_key_twice, "locale"},
      {"a table twice", "tables:\n  a: {file: a}\n  a: {file: b}\n", Code::dataset_key_twice, "a"},
      {"a key of a later version", "tables: {a: {database: x}}\n", Code::dataset_later_key, "database"},
      {"a list for a text", "locale: [id]\n", Code::dataset_wrong_shape, "locale"},
      {"a text for tables", "tables: a.csv\n", Code::dataset_wrong_shape, "tables"},
      {"a text for a source", "tables: {visit: a.csv}\n", Code::dataset_wrong_shape, "visit"},
      {"keys for a file", "tables: {visit: {file: {a: b}}}\n", Code::dataset_wrong_shape, "file"},
  }));
  CAPTURE(c.name);
  const Reading reading(c.yaml);
  REQUIRE_FALSE(reading.diagnostics.all().empty());
  CHECK(reading.diagnostics.all().front().code == c.code);
  CHECK(reading.marked() == c.marked);
}

TEST_CASE("the second of two keys is marked, and the first is shown", "[app]") {
  const Reading reading("locale: id\nlocale: en\n");
  CHECK(reading.diagnostics.all().front().span.begin == 11);
  CHECK(reading.diagnostics.all().front().labels.at(0).span.begin == 0);
}

TEST_CASE("a misspelt key gets the nearest one", "[app]") {
  const Reading reading("tables: {visit: {fiel: a.csv}}\n");
  CHECK(reading.diagnostics.all().front().fixes.at(0).replacement == "file");
}

TEST_CASE("aliases, hostile or not, are followed no deeper than the file is read", "[app]") {
  const Reading reading("tables: &a {visit: *a}\n");
  CHECK(reading.diagnostics.has_errors());
  const Reading deep("tables: " + std::string(10'000, '[') + "\n");
  CHECK(deep.diagnostics.has_errors());
}

}  // namespace
}  // namespace nilai::app
