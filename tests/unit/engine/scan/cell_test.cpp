#include "engine/scan/cell.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <utility>

namespace nilai::engine {
namespace {

const std::vector<ChoicePlan> choices = {
    {"finding", {{"pending", "Diproses"}, {"unfounded", "Tidak terbukti"}, {"substantiated", "Terbukti"}}, false}};

/// A table of one column, which is neither key nor link.
TablePlan table_with(ColumnPlan column) {
  TablePlan table;
  table.name = "visit";
  table.columns = {std::move(column)};
  return table;
}

ColumnPlan column_of(Kind kind) {
  ColumnPlan column;
  column.name = "value";
  column.kind = kind;
  return column;
}

Cell read_cell(const TablePlan& table, std::string_view text, const ValueFormat& format = {},
               const ColumnInput& input = {}) {
  return CellReader(table, 0, choices, input, format).read(text);
}

/// Checks that a column of `kind` reads `text` as `value`.
void check_value(Kind kind, std::string_view text, const Value& value, const ValueFormat& format = {}) {
  CAPTURE(text);
  const Cell cell = read_cell(table_with(column_of(kind)), text, format);
  CHECK_FALSE(cell.refusal);
  CHECK(cell.value == value);
}

void check_refusal(Kind kind, std::string_view text, RefusalKind refusal, const ValueFormat& format = {}) {
  CAPTURE(text);
  const Cell cell = read_cell(table_with(column_of(kind)), text, format);
  CHECK(cell.refusal == refusal);
  CHECK(cell.value == Value::withheld(kind));
}

}  // namespace

TEST_CASE("CellReader reads a number exactly", "[engine]") {
  check_value(Kind::number, " 1,250.50 ", Value::of(Number::ratio(2501, 2)));
  check_value(Kind::number, "2.8999999999999999", Value::of(*Number::parse("2.8999999999999999")));
  check_refusal(Kind::number, "95%", RefusalKind::not_a_number);
  check_refusal(Kind::number, "lima", RefusalKind::not_a_number);
  ValueFormat indonesian;
  indonesian.decimal_comma = true;
  check_value(Kind::number, "48.150", Value::of(Number(48150)), indonesian);
  check_refusal(Kind::number, "1.5", RefusalKind::not_a_number, indonesian);
}

TEST_CASE("CellReader keeps a number to its places and bounds", "[engine]") {
  struct Case {
    std::string name, text;
    std::optional<int> max_places;
    std::optional<RefusalKind> refusal;
  };
  const auto c = GENERATE(values<Case>({
      {"whole", "76", 0, std::nullopt},
      {"whole with a zero behind", "76.0", 0, std::nullopt},
      {"fraction", "76.5", 0, RefusalKind::not_whole},
      {"one place", "76.5", 1, std::nullopt},
      {"two places where one is declared", "76.55", 1, RefusalKind::not_whole},
      {"two places where none are declared", "76.55", std::nullopt, std::nullopt},
      {"the lower bound", "1", 0, std::nullopt},
      {"below it", "0", 0, RefusalKind::out_of_bounds},
      {"the upper bound", "100", 0, std::nullopt},
      {"above it", "100.1", 1, RefusalKind::out_of_bounds},
  }));
  CAPTURE(c.name);
  ColumnPlan column = column_of(Kind::number);
  column.max_places = c.max_places;
  column.at_least = 1;
  column.at_most = 100;
  CHECK(read_cell(table_with(column), c.text).refusal == c.refusal);
}

TEST_CASE("CellReader reads flags, the Indonesian ones where the dataset is so", "[engine]") {
  ValueFormat indonesian;
  indonesian.indonesian_flags = true;
  for (const std::string_view yes : {"yes", "YES", "true", "Y", "1"}) check_value(Kind::flag, yes, Value::flag(true));
  for (const std::string_view no : {"no", "False", "n", "0"}) check_value(Kind::flag, no, Value::flag(false));
  check_value(Kind::flag, "Ya", Value::flag(true), indonesian);
  check_value(Kind::flag, "TIDAK", Value::flag(false), indonesian);
  check_value(Kind::flag, "no", Value::flag(false), indonesian);
  check_refusal(Kind::flag, "ya", RefusalKind::not_a_flag);
  check_refusal(Kind::flag, "2", RefusalKind::not_a_flag);
  check_refusal(Kind::flag, "mungkin", RefusalKind::not_a_flag);
}

TEST_CASE("CellReader reads dates by the dataset's pattern", "[engine]") {
  ValueFormat compact;
  compact.date_pattern = "yyyymmdd";
  check_value(Kind::date, "2017-03-09", Value::of(*Date::from_ymd(2017, 3, 9)));
  check_value(Kind::date, "20170309", Value::of(*Date::from_ymd(2017, 3, 9)), compact);
  check_refusal(Kind::date, "2017-02-31", RefusalKind::not_a_date);
  check_refusal(Kind::date, "20170309", RefusalKind::not_a_date);

  ColumnPlan column = column_of(Kind::date);
  column.at_least = Date::from_ymd(2017, 1, 1)->days;
  CHECK(read_cell(table_with(column), "2016-12-31").refusal == RefusalKind::out_of_bounds);
  CHECK_FALSE(read_cell(table_with(column), "2017-01-01").refusal);
}

TEST_CASE("CellReader reads choices and texts", "[engine]") {
  check_value(Kind::choice, "TIDAK  TERBUKTI", Value::choice(1));
  check_value(Kind::choice, "substantiated", Value::choice(2));
  check_refusal(Kind::choice, "terbukti?!x", RefusalKind::not_a_choice);
  check_value(Kind::text, "  3604 052 001 ", Value::of(std::string("3604 052 001")));
  check_value(Kind::text, "007", Value::of(std::string("007")));
}

TEST_CASE("CellReader takes blanks and the dataset's nulls as missing where the column allows", "[engine]") {
  ValueFormat format;
  format.nulls = {"-", "Nihil"};
  ColumnPlan optional = column_of(Kind::number);
  optional.is_optional = true;
  for (const std::string_view blank : {"", "   ", "-", " nihil "}) {
    CAPTURE(blank);
    const Cell allowed = read_cell(table_with(optional), blank, format);
    CHECK_FALSE(allowed.refusal);
    CHECK(allowed.value == Value::missing(Kind::number));
    CHECK(read_cell(table_with(column_of(Kind::number)), blank, format).refusal == RefusalKind::empty);
  }
  CHECK(read_cell(table_with(optional), "--", format).refusal == RefusalKind::not_a_number);
}

TEST_CASE("CellReader wants keys and links, even where the column is optional", "[engine]") {
  ColumnPlan optional = column_of(Kind::text);
  optional.is_optional = true;
  TablePlan keyed = table_with(optional);
  keyed.key = {0};
  TablePlan linked = table_with(optional);
  linked.links = {LinkPlan{0, {0}, {0}, true}};
  CHECK(read_cell(keyed, " ").refusal == RefusalKind::empty);
  CHECK(read_cell(linked, " ").refusal == RefusalKind::empty);
  CHECK_FALSE(read_cell(table_with(optional), " ").refusal);
}

TEST_CASE("CellReader applies the dataset's values first", "[engine]") {
  ColumnInput input;
  input.values = {{"dua bulan", "60"}, {"?", ""}};
  ColumnPlan column = column_of(Kind::number);
  column.is_optional = true;
  CHECK(read_cell(table_with(column), " Dua Bulan ", {}, input).value == Value::of(Number(60)));
  CHECK(read_cell(table_with(column), "?", {}, input).value == Value::missing(Kind::number));
  CHECK(read_cell(table_with(column), "61", {}, input).value == Value::of(Number(61)));
}

TEST_CASE("CellReader gives a period its canonical name", "[engine]") {
  TablePlan table = table_with(column_of(Kind::text));
  table.period = 0;
  CHECK(read_cell(table, "Triwulan III 2021").value == Value::of(std::string("2021-Q3")));
  CHECK(read_cell(table, "2021").refusal == RefusalKind::not_a_period);
}

TEST_CASE("CellReader refuses the row, but in the subject's table only for what places it", "[engine]") {
  TablePlan table = table_with(column_of(Kind::text));
  const auto refuses_row = [&table] { return CellReader(table, 0, choices, {}, {}).refuses_row(); };
  CHECK(refuses_row());
  table.is_subject = true;
  CHECK_FALSE(refuses_row());
  table.period = 0;
  CHECK(refuses_row());
  table.period.reset();
  table.dated = 0;
  CHECK(refuses_row());
  table.dated.reset();
  table.key = {0};
  CHECK(refuses_row());
}

TEST_CASE("CellReader reads why a cell is empty from the cell itself", "[engine]") {
  struct Case {
    std::string name, text;
    Value value, reason;
    bool is_refused;
  };
  const Value none = Value::missing(Kind::number);
  const Value no_reason = Value::missing(Kind::choice);
  const auto c = GENERATE_COPY(values<Case>({
      {"a value", "7", Value::of(Number(7)), no_reason, false},
      {"a reason", " Diproses", none, Value::choice(0), false},
      {"a reason that the dataset calls something else", "SEGERA", none, Value::choice(0), false},
      {"nothing", "", Value::withheld(Kind::number), Value::withheld(Kind::choice), true},
      {"neither", "lima", Value::withheld(Kind::number), Value::withheld(Kind::choice), true},
      {"out of bounds", "11", Value::withheld(Kind::number), Value::withheld(Kind::choice), true},
  }));
  CAPTURE(c.name);
  TablePlan table = table_with(column_of(Kind::number));
  table.columns[0].at_most = Number(10);
  table.columns[0].reasons = 0;
  table.columns.push_back(column_of(Kind::choice));
  table.columns[1].reason_of = 0;
  ColumnInput input;
  input.values = {{"segera", "pending"}};
  const ValueFormat format;
  const Cell value = CellReader(table, 0, choices, input, format).read(c.text);
  CHECK(value.value == c.value);
  CHECK(value.refusal.has_value() == c.is_refused);
  const Cell reason = CellReader(table, 1, choices, input, format).read(c.text);
  CHECK(reason.value == c.reason);
  CHECK_FALSE(reason.refusal);  // the value's column has said it
}

}  // namespace nilai::engine
