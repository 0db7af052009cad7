#include "app/io/dataset.hpp"

#include <catch2/catch.hpp>
#include <fstream>

#include "support/temporary_folder.hpp"

namespace nilai::app {
namespace {

using text::Code;

constexpr const char* rulebook = R"(rulebook example "Contoh"
  in force   from 2017-01-01
  evaluates  companion every quarter

table companion
  key     companion_id
  period  quarter
  column  district  one of kab_lebak "KAB. LEBAK", kota_serang

table visit
  belongs to  companion by companion_id
  dated       visited_on
  column      verified  yes or no
  column      remark    text

criterion visits  weight 100%
  measured by  count(visit where verified)
  points       100 when at least 10, 50 when at least 5, 0 otherwise

score = weighted average of criteria

outcomes
  good
  bad
decide
  bad   when district = kab_lebak and score < 50
  good  otherwise
)";

/// A folder with the given files, empty ones, and the dataset `yaml` if there is any.
class Office {
 public:
  explicit Office(const std::vector<std::string>& files, const std::string& yaml = "") {
    for (const std::string& file : files) std::ofstream(folder_.path() / file) << "";
    if (!yaml.empty()) std::ofstream(folder_.path() / "dataset.yaml") << yaml;
    text::Diagnostics diagnostics;
    compiled_ = rules::compile(text::Source("example.nilai", rulebook), diagnostics);
    REQUIRE(compiled_);
    opened_.emplace(open_dataset(yaml.empty() ? folder_.path() : folder_.path() / "dataset.yaml", *compiled_));
  }

  /// The names of a table's files.
  [[nodiscard]] std::vector<std::string> files_of(const std::string& table) const {
    std::vector<std::string> names;
    for (const auto& file : opened_->dataset->files[index_of(table)]) names.push_back(file->name());
    return names;
  }

  [[nodiscard]] const engine::FileInput& input(const std::string& table, std::size_t file = 0) const {
    return opened_->dataset->inputs[index_of(table)].at(file);
  }

  [[nodiscard]] const engine::ColumnInput& column(const std::string& table, const std::string& name,
                                                  std::size_t file = 0) const {
    const auto& columns = compiled_->plan.tables[index_of(table)].columns;
    for (std::size_t c = 0; c < columns.size(); ++c) {
      if (columns[c].name == name) return input(table, file).columns[c];
    }
    throw std::out_of_range(name);
  }

  [[nodiscard]] const OpenedDataset& opened() const { return *opened_; }

  [[nodiscard]] std::vector<Code> codes() const {
    std::vector<Code> codes;
    for (const auto& diagnostic : opened_->diagnostics.all()) codes.push_back(diagnostic.code);
    return codes;
  }

 private:
  [[nodiscard]] std::size_t index_of(const std::string& table) const {
    const auto& tables = compiled_->plan.tables;
    for (std::size_t t = 0; t < tables.size(); ++t) {
      if (tables[t].name == table) return t;
    }
    throw std::out_of_range(table);
  }

  tests::TemporaryFolder folder_;
  std::unique_ptr<const rules::Compiled> compiled_;
  std::optional<OpenedDataset> opened_;
};

using Names = std::vector<std::string>;

TEST_CASE("the files of a folder are named after the tables", "[app]") {
  const Office office(
      {"companion.csv", "Visit-2017-Q2.CSV", "visit-2017-Q1.csv", "visits.csv", "visit.txt", "visit_1.csv"});
  REQUIRE(office.opened().dataset);
  CHECK(office.files_of("companion") == Names{"companion.csv"});
  CHECK(office.files_of("visit") == Names{"Visit-2017-Q2.CSV", "visit-2017-Q1.csv"});
  CHECK(office.column("visit", "verified").headers == Names{"verified"});
  CHECK_FALSE(office.opened().dataset->sha256);
}

TEST_CASE("a table without a file is an error, and a file of a similar name is named", "[app]") {
  const Office office({"companion.csv", "visits.csv"});
  CHECK_FALSE(office.opened().dataset);
  REQUIRE(office.codes() == std::vector{Code::dataset_no_file});
  CHECK(office.opened().diagnostics.all().front().notes.at(0).arguments == Names{"visits.csv"});
}

TEST_CASE("a dataset file says where the columns are and how values are written", "[app]") {
  const Office office({"p.csv", "k-2.csv", "k-1.csv"}, R"(dataset: office
locale: id
null: ["-"]
tables:
  companion: {file: p.csv, columns: {companion_id: [No, "No. Reg"]}, values: {district: {LBK: kab_lebak}}, period: 2017Q3}
  visit: {file: "k-*.csv", delimiter: tab, encoding: Windows-1252, dates: yyyymmdd, null: "nihil"}
)");
  REQUIRE(office.opened().dataset);
  CHECK(office.opened().dataset->name == "office");
  CHECK(office.files_of("visit") == Names{"k-1.csv", "k-2.csv"});

  CHECK(office.column("companion", "companion_id").headers == Names{"No", "No. Reg"});
  CHECK(office.column("companion", "quarter").constant == "2017-Q3");
  CHECK(office.column("companion", "district").values.at(0) == std::pair<std::string, std::string>("LBK", "kab_lebak"));
  CHECK(office.input("companion").format.decimal_comma);
  CHECK(office.input("companion").format.date_pattern == "dd/mm/yyyy");
  CHECK(office.input("companion").format.nulls == Names{"", "-"});

  const engine::FileInput& visit = office.input("visit", 1);
  CHECK(visit.delimiter == '\t');
  CHECK(visit.encoding == engine::Encoding::windows_1252);
  CHECK(visit.format.indonesian_flags);
  CHECK(visit.format.date_pattern == "yyyymmdd");
  CHECK(visit.format.nulls == Names{"", "nihil"});
}

TEST_CASE("a table can have a source a year", "[app]") {
  const Office office({"a.csv", "b.csv", "v.csv"}, R"(tables:
  companion:
    - {file: a.csv, period: 2017-Q1}
    - {file: [b.csv, "b*.csv"], period: 2017-Q2, columns: {district: Kab}}
  visit: {file: v.csv}
)");
  REQUIRE(office.opened().dataset);
  CHECK(office.files_of("companion") == Names{"a.csv", "b.csv"});
  CHECK(office.column("companion", "quarter", 0).constant == "2017-Q1");
  CHECK(office.column("companion", "quarter", 1).constant == "2017-Q2");
  CHECK(office.column("companion", "district", 0).headers == Names{"district"});
  CHECK(office.column("companion", "district", 1).headers == Names{"Kab"});
}

struct MistakeCase {
  const char* name;
  const char* companion;  // its source
  Code code;
  const char* marked;
};

TEST_CASE("what does not fit the rulebook or the folder is found where it stands", "[app]") {
  const auto c = GENERATE(values<MistakeCase>({
      {"a file that is not there", "{file: p*.csv}", Code::dataset_no_match, "p*.csv"},
      {"no file", "{locale: id}", Code::dataset_no_file, "companion"},
      {"a spreadsheet", "{file: c.xlsx}", Code::dataset_later_key, "c.xlsx"},
      {"a locale", "{file: c.csv, locale: fr}", Code::dataset_wrong_value, "fr"},
      {"a pattern", "{file: c.csv, dates: dd/mm}", Code::dataset_wrong_value, "dd/mm"},
      {"a delimiter", "{file: c.csv, delimiter: ab}", Code::dataset_wrong_value, "ab"},
      {"an encoding", "{file: c.csv, encoding: utf-16}", Code::dataset_wrong_value, "utf-16"},
      {"a period", "{file: c.csv, period: 2017}", Code::dataset_wrong_value, "2017"},
      {"a column", "{file: c.csv, columns: {distrik: x}}", Code::dataset_unknown_column, "distrik"},
      {"a value", "{file: c.csv, values: {district: {x: kab_lebk}}}", Code::dataset_unknown_choice_value, "kab_lebk"},
  }));
  CAPTURE(c.name);
  const Office office({"c.csv", "v.csv"},
                      std::string("tables:\n  visit: {file: v.csv}\n  companion: ") + c.companion + "\n");
  REQUIRE(office.codes() == std::vector{c.code});
  CHECK(office.opened().source.text(office.opened().diagnostics.all().front().span) == c.marked);
}

TEST_CASE("a table that the rulebook does not have is a warning with the nearest one", "[app]") {
  const Office office({"c.csv"},
                      "tables:\n  visit: {file: c.csv}\n  companion: {file: c.csv}\n  vsit: {file: c.csv}\n");
  CHECK(office.opened().dataset);
  REQUIRE(office.codes() == std::vector{Code::dataset_unknown_table});
  CHECK(office.opened().diagnostics.all().front().fixes.at(0).replacement == "visit");
}

TEST_CASE("a period is only for tables that have one", "[app]") {
  const Office office({"c.csv"}, "tables:\n  visit: {file: c.csv, period: 2017-Q1}\n  companion: {file: c.csv}\n");
  CHECK(office.codes() == std::vector{Code::dataset_no_period});
}

TEST_CASE("columns that the rules do not read may be described", "[app]") {
  const Office office({"c.csv"}, "tables:\n  visit: {file: c.csv, columns: {remark: x}}\n  companion: {file: c.csv}\n");
  CHECK(office.opened().dataset);
  CHECK(office.codes().empty());
}

TEST_CASE("a dataset that is not there cannot be read", "[app]") {
  text::Diagnostics diagnostics;
  const auto compiled = rules::compile(text::Source("example.nilai", rulebook), diagnostics);
  REQUIRE(compiled);
  const OpenedDataset opened = open_dataset("no/such/dataset.yaml", *compiled);
  CHECK_FALSE(opened.dataset);
  CHECK(opened.diagnostics.all().front().code == Code::dataset_cannot_open);
}

}  // namespace
}  // namespace nilai::app
