#include "engine/scan/table_scan.hpp"

#include <catch2/catch.hpp>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "support/text_source.hpp"

namespace nilai::engine {
namespace {

using tests::open_text;

ColumnPlan column_of(std::string name, Kind kind, bool is_optional = false) {
  ColumnPlan column;
  column.name = std::move(name);
  column.kind = kind;
  column.is_optional = is_optional;
  return column;
}

const std::vector<ChoicePlan> choices = {{"district", {{"kab_lebak", "Kabupaten Lebak"}, {"kota_serang", ""}}, false}};

/// A table with a column of each kind that data have: id (the key), active_days, productive, since, district.
TablePlan make_table(bool is_subject) {
  TablePlan table;
  table.name = "companion";
  table.is_subject = is_subject;
  table.columns = {column_of("id", Kind::text), column_of("active_days", Kind::number, true),
                   column_of("productive", Kind::flag), column_of("since", Kind::date),
                   column_of("district", Kind::choice)};
  table.key = {0};
  return table;
}

FileInput make_input(const TablePlan& table, std::string text) {
  FileInput input;
  input.name = "companion.csv";
  input.open = open_text(std::move(text));
  for (const ColumnPlan& column : table.columns) input.columns.push_back({{column.name}, std::nullopt, {}});
  return input;
}

struct Scanned {
  ScanReport report;
  std::vector<std::uint64_t> rows;
  std::vector<std::vector<Value>> values;  // a row each
  std::vector<std::size_t> batch_sizes;
};

Scanned scan(const TablePlan& table, const FileInput& input, std::size_t batch_rows = 4096) {
  Scanned scanned;
  const auto consume = [&scanned](Batch&& batch) {
    scanned.batch_sizes.push_back(batch.size());
    for (std::size_t row = 0; row < batch.size(); ++row) {
      scanned.rows.push_back(batch.rows[row]);
      std::vector<Value>& values = scanned.values.emplace_back();
      for (const Column& column : batch.columns) values.push_back(column.value(row));
    }
  };
  scanned.report = scan_table(table, choices, input, 7, consume, batch_rows);
  return scanned;
}

Scanned scan_text(bool is_subject, const std::string& text) {
  const TablePlan table = make_table(is_subject);
  return scan(table, make_input(table, text));
}

Value text_value(std::string text) {
  return Value::of(std::move(text));
}

const std::string header = "id,active_days,productive,since,district\n";

}  // namespace

TEST_CASE("scan_table types the columns that the plan names, in the plan's order", "[engine]") {
  const Scanned scanned =
      scan_text(false, "district;x;since;id;productive;active_days\nKAB. LEBAK;y;2017-03-09;P1;yes;90\n");
  CHECK_FALSE(scanned.report.fault);
  CHECK(scanned.report.refusals.empty());
  CHECK(scanned.report.row_count == 1);
  CHECK(scanned.rows == std::vector<std::uint64_t>{2});
  REQUIRE(scanned.values.size() == 1);
  CHECK(scanned.values[0] == std::vector<Value>{text_value("P1"), Value::of(Number(90)), Value::flag(true),
                                                Value::of(*Date::from_ymd(2017, 3, 9)), Value::choice(0)});
}

TEST_CASE("scan_table refuses a row once, for the first cell that cannot be read", "[engine]") {
  struct Case {
    std::string name, line;
    RefusalKind kind;
    std::string column, text;
  };
  const auto c = GENERATE(values<Case>({
      {"text in a number", "P1, lots ,yes,2017-03-09,kab_lebak", RefusalKind::not_a_number, "active_days", " lots "},
      {"31 February", "P1,90,yes,2017-02-31,kab_lebak", RefusalKind::not_a_date, "since", "2017-02-31"},
      {"no flag", "P1,90,perhaps,2017-03-09,kab_lebak", RefusalKind::not_a_flag, "productive", "perhaps"},
      {"no district", "P1,90,yes,2017-03-09,Bogor", RefusalKind::not_a_choice, "district", "Bogor"},
      {"a blank where there must be none", "P1,90,yes,,kab_lebak", RefusalKind::empty, "since", ""},
      {"a blank key", " ,90,yes,2017-03-09,kab_lebak", RefusalKind::empty, "id", " "},
      {"two faults", "P1,90,perhaps,31/12/2017,kab_lebak", RefusalKind::not_a_flag, "productive", "perhaps"},
      {"too few fields", "P1,90,yes", RefusalKind::too_few_fields, "", "P1,90,yes"},
      {"too many fields", "P1,90,yes,2017-03-09,kab_lebak,1", RefusalKind::too_many_fields, "",
       "P1,90,yes,2017-03-09,kab_lebak,1"},
      {"stray quote", "\"P\"1,90,yes,2017-03-09,kab_lebak", RefusalKind::stray_quote, "",
       "\"P\"1,90,yes,2017-03-09,kab_lebak"},
      {"wrong encoding", "P\xE9,90,yes,2017-03-09,kab_lebak", RefusalKind::wrong_encoding, "",
       "P\xEF\xBF\xBD,90,yes,2017-03-09,kab_lebak"},
  }));
  CAPTURE(c.name);
  const Scanned scanned = scan_text(false, header + c.line + "\nP2,,no,2017-03-09,kota_serang\n");
  CHECK(scanned.report.row_count == 2);
  CHECK(scanned.rows == std::vector<std::uint64_t>{3});
  CHECK(scanned.report.refusals == std::vector<Refusal>{{c.kind, 7, 2, c.column, c.text, false}});
}

TEST_CASE("scan_table keeps the subject's row and withholds what cannot be read", "[engine]") {
  const Scanned scanned =
      scan_text(true, header + "P1,lots,yes,2017-02-31,kab_lebak\n,90,maybe,2017-03-09,kab_lebak\n");
  CHECK(scanned.report.row_count == 2);
  CHECK(scanned.report.refusals == std::vector<Refusal>{
                                       {RefusalKind::not_a_number, 7, 2, "active_days", "lots", true},
                                       {RefusalKind::not_a_date, 7, 2, "since", "2017-02-31", true},
                                       {RefusalKind::empty, 7, 3, "id", "", false},
                                   });
  REQUIRE(scanned.values.size() == 1);
  CHECK(scanned.values[0] == std::vector<Value>{text_value("P1"), Value::withheld(Kind::number), Value::flag(true),
                                                Value::withheld(Kind::date), Value::choice(0)});
}

TEST_CASE("scan_table reports a last line that was cut", "[engine]") {
  const std::string whole = header + "P1,90,yes,2017-03-09,kab_lebak\n";
  const Scanned in_a_field = scan_text(false, whole + "P2,90,ye");
  CHECK(in_a_field.rows.size() == 1);
  CHECK(in_a_field.report.refusals == std::vector<Refusal>{{RefusalKind::too_few_fields, 7, 3, "", "P2,90,ye", false}});

  const Scanned in_quotes = scan_text(false, whole + "P2,90,yes,2017-03-09,\"kab");
  CHECK(in_quotes.rows.size() == 1);
  CHECK(in_quotes.report.refusals ==
        std::vector<Refusal>{{RefusalKind::unclosed_quote, 7, 3, "", "P2,90,yes,2017-03-09,\"kab", false}});
}

TEST_CASE("scan_table shows no more than the beginning of a bad row", "[engine]") {
  const Scanned scanned = scan_text(false, header + std::string(1000, 'x') + "\n");
  REQUIRE(scanned.report.refusals.size() == 1);
  CHECK(scanned.report.refusals[0].text == std::string(80, 'x'));
}

TEST_CASE("scan_table says why a file is of no use", "[engine]") {
  struct Case {
    std::string name, text;
    FileFaultKind kind;
    std::string column, shown;
  };
  const auto c = GENERATE(values<Case>({
      {"empty", "", FileFaultKind::is_empty, "", ""},
      {"blank lines alone", "\n\n", FileFaultKind::is_empty, "", ""},
      {"missing column", "id,active_days,productive,district\n", FileFaultKind::missing_column, "since",
       "id, active_days, productive, district"},
      {"column twice", "id,active_days,productive,since,district,ID\n", FileFaultKind::column_twice, "id", "ID"},
      {"open quote in the header", "id,active_days,productive,since,district,\"x\nP1,90,yes,2017-03-09,kab_lebak,x\n",
       FileFaultKind::cannot_read, "",
       "id,active_days,productive,since,district,\"x\nP1,90,yes,2017-03-09,kab_lebak,x\n"},
  }));
  CAPTURE(c.name);
  const Scanned scanned = scan_text(false, c.text);
  REQUIRE(scanned.report.fault);
  CHECK(scanned.report.fault->kind == c.kind);
  CHECK(scanned.report.fault->file == 7);
  CHECK(scanned.report.fault->column == c.column);
  CHECK(scanned.report.fault->text == c.shown.substr(0, 80));
  CHECK(scanned.values.empty());
}

TEST_CASE("scan_table says when a file cannot be opened or read to its end", "[engine]") {
  const TablePlan table = make_table(false);
  FileInput input = make_input(table, "");
  input.open = [] { return nullptr; };
  CHECK(scan(table, input).report.fault->kind == FileFaultKind::cannot_open);
  input.open = [] { return std::make_unique<tests::TextSource>(header + "P1,90", std::string::npos, header.size()); };
  CHECK(scan(table, input).report.fault->kind == FileFaultKind::cannot_read);
}

TEST_CASE("scan_table reads only a header as no rows", "[engine]") {
  const Scanned scanned = scan_text(false, header);
  CHECK_FALSE(scanned.report.fault);
  CHECK(scanned.report.row_count == 0);
  CHECK(scanned.batch_sizes.empty());
}

TEST_CASE("scan_table follows the dataset: headers, values, constants, nulls, dates, encoding", "[engine]") {
  const TablePlan table = make_table(false);
  FileInput input =
      make_input(table, "No;Hari;Produktif;Mulai\n Caf\xE9 ;1.250,5;Ya;31/12/2017\nB;nihil;tidak;01/02/2016\n");
  input.encoding = Encoding::windows_1252;
  input.format.nulls = {"", "nihil"};
  input.format.date_pattern = "dd/mm/yyyy";
  input.format.decimal_comma = true;
  input.format.indonesian_flags = true;
  input.columns = {{{"no"}, std::nullopt, {{"b", "P-002"}}},
                   {{"Hari", "Days"}, std::nullopt, {}},
                   {{"produktif"}, std::nullopt, {}},
                   {{"Mulai"}, std::nullopt, {}},
                   {{"never looked for"}, "Kabupaten Lebak", {}}};
  const Scanned scanned = scan(table, input);
  CHECK(scanned.report.refusals.empty());
  REQUIRE(scanned.values.size() == 2);
  CHECK(scanned.values[0] == std::vector<Value>{text_value("Café"), Value::of(Number::ratio(2501, 2)),
                                                Value::flag(true), Value::of(*Date::from_ymd(2017, 12, 31)),
                                                Value::choice(0)});
  CHECK(scanned.values[1] == std::vector<Value>{text_value("P-002"), Value::missing(Kind::number), Value::flag(false),
                                                Value::of(*Date::from_ymd(2016, 2, 1)), Value::choice(0)});
}

TEST_CASE("scan_table refuses every row for a constant that cannot be read", "[engine]") {
  const TablePlan table = make_table(false);
  FileInput input = make_input(table, header + "P1,90,yes,2017-03-09,kab_lebak\nP2,90,yes,2017-03-09,kab_lebak\n");
  input.columns[4].constant = "Bogor";
  const Scanned scanned = scan(table, input);
  CHECK(scanned.report.refusals == std::vector<Refusal>{{RefusalKind::not_a_choice, 7, 2, "district", "Bogor", false},
                                                        {RefusalKind::not_a_choice, 7, 3, "district", "Bogor", false}});
}

TEST_CASE("scan_table hands over batches of the size asked for, in file order", "[engine]") {
  const TablePlan table = make_table(false);
  std::string text = header;
  for (int i = 0; i < 10; ++i)
    text += "P" + std::to_string(i) + "," + (i == 4 ? "x" : "1") + ",no,2017-03-09,kab_lebak\n";
  const Scanned scanned = scan(table, make_input(table, text), 4);
  CHECK(scanned.batch_sizes == std::vector<std::size_t>{4, 4, 1});
  CHECK(scanned.rows == std::vector<std::uint64_t>{2, 3, 4, 5, 7, 8, 9, 10, 11});
  CHECK(scanned.values[4][0] == text_value("P5"));
}

TEST_CASE("rows in memory are handed on as they are", "[engine]") {
  const TablePlan table = make_table(false);
  Batch rows{0, {1, 2}, {}};
  for (const ColumnPlan& column : table.columns) rows.columns.push_back(Column::of(column.kind, 2));
  rows.columns[0].set(0, text_value("P1"));
  rows.columns[0].set(1, text_value("P2"));
  FileInput input;
  input.rows = std::make_shared<const Batch>(std::move(rows));
  const Scanned scanned = scan(table, input);
  CHECK(scanned.report.row_count == 2);
  CHECK(scanned.report.refusals.empty());
  CHECK_FALSE(scanned.report.fault);
  CHECK(scanned.rows == std::vector<std::uint64_t>{1, 2});
  CHECK(scanned.values[1][0] == text_value("P2"));
}

}  // namespace nilai::engine
