// What becomes of rows that are of no use: each is listed with its reason, and none is lost.
#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "engine/gather/gather.hpp"
#include "unit/engine/gather/small_plan.hpp"

namespace nilai::engine {
namespace {

using std::string_literals::operator""s;  // NOLINT(misc-unused-using-decls): clang-tidy 14 does not see suffixes

Plan counting_plan() {
  Plan plan = visits::plan();
  plan.aggregates = {visits::of_visits(AggregateKind::count, Kind::number)};
  return plan;
}

GatherResult gather_files(const Plan& plan, const Texts& texts, unsigned threads = 1) {
  GatherOptions options;
  options.threads = threads;
  return gather(plan, inputs_of(plan, texts), {quarter("2017-Q1"), quarter("2017-Q2")}, options);
}

/// `file:row kind column text`, the kind by its number in the list of kinds.
std::string line_of(const Refusal& refusal) {
  return std::to_string(refusal.file) + ":" + std::to_string(refusal.row) + " " +
         std::to_string(static_cast<int>(refusal.kind)) + " " + refusal.column + " " + refusal.text;
}

std::string line_of(std::uint32_t file, std::uint64_t row, RefusalKind kind, const std::string& column,
                    const std::string& text) {
  return line_of(Refusal{kind, file, row, column, text, false});
}

std::vector<std::string> lines_of(const std::vector<Refusal>& refusals) {
  std::vector<std::string> lines;
  lines.reserve(refusals.size());
  for (const Refusal& refusal : refusals) lines.push_back(line_of(refusal));
  return lines;
}

void check_accounts(const GatherResult& result) {
  for (std::size_t table = 0; table < result.row_counts.size(); ++table) {
    CAPTURE(table);
    const RowCounts& counts = result.row_counts[table];
    CHECK(counts.in == counts.used + counts.outside + counts.set_aside);
    const auto refused = std::count_if(result.refusals[table].begin(), result.refusals[table].end(),
                                       [](const Refusal& refusal) { return !refusal.is_value_only; });
    CHECK(counts.set_aside == static_cast<std::uint64_t>(refused));
  }
}

}  // namespace

TEST_CASE("gather counts identical rows of a key once, and sets all of differing ones aside", "[engine]") {
  const auto result = gather_files(counting_plan(), {{visits::companion_header + "P1\nP2\nP1\n"s},
                                                     {visits::household_header + "K1,P1\nK2,P1\nK2,P2\nK3,P2\n"s,
                                                      visits::household_header + "K1,P1\nK3,P2\nK3,P2\n"s},
                                                     {visits::visit_header + "P1,K2,2017-01-05,yes,\n"s}});
  CHECK(lines_of(result.refusals[0]) == std::vector{line_of(0, 4, RefusalKind::duplicate_identical, "", "P1")});
  CHECK(lines_of(result.refusals[1]) == std::vector{line_of(0, 3, RefusalKind::duplicate_differing, "", "K2,P1"),
                                                    line_of(0, 4, RefusalKind::duplicate_differing, "", "K2,P2"),
                                                    line_of(1, 2, RefusalKind::duplicate_identical, "", "K1,P1"),
                                                    line_of(1, 3, RefusalKind::duplicate_identical, "", "K3,P2"),
                                                    line_of(1, 4, RefusalKind::duplicate_identical, "", "K3,P2")});
  // A parent that was set aside is not there.
  CHECK(lines_of(result.refusals[2]) == std::vector{line_of(0, 2, RefusalKind::orphan, "household_id", "K2")});
  check_accounts(result);
}

TEST_CASE("gather sets rows without a parent aside, once for each, and what belongs to those", "[engine]") {
  const auto result = gather_files(counting_plan(), {{visits::companion_header + "P1\n"s},
                                                     {visits::household_header + "K1,P1\nK2,P9\n"s},
                                                     {visits::visit_header + "P9,K9,2017-01-05,yes,\n"
                                                                             "P1,K2,2017-01-05,yes,\n"
                                                                             "P1,K1,2017-01-05,yes,\n"s}});
  CHECK(lines_of(result.refusals[1]) == std::vector{line_of(0, 3, RefusalKind::orphan, "companion_id", "P9")});
  CHECK(lines_of(result.refusals[2]) == std::vector{line_of(0, 2, RefusalKind::orphan, "companion_id", "P9"),
                                                    line_of(0, 3, RefusalKind::orphan, "household_id", "K2")});
  CHECK(result.row_counts[2].used == 1);
  check_accounts(result);
}

TEST_CASE("gather sets rows of no period aside, and keeps a subject's row with a value withheld", "[engine]") {
  Plan plan;
  plan.tables = {
      table_of("village",
               {column_of("id", Kind::text), column_of("quarter", Kind::text), column_of("index", Kind::number)}, {0}),
      table_of("report", {column_of("id", Kind::text), column_of("quarter", Kind::text, true),
                          column_of("pages", Kind::number)})};
  plan.tables[0].is_subject = true;
  plan.tables[0].period = plan.tables[1].period = 1;
  plan.tables[1].links = {link_to(0, {0}, {0})};
  plan.rows.resize(2);
  const Slot index_above = load(plan.rows[1].program, Kind::number, 2, {0});
  const Slot is_high = emit(plan.rows[1].program, Operation::at_least, Kind::flag,
                            {index_above, constant(plan.rows[1].program, Value::of(Number(1)))});
  plan.every = PeriodUnit::quarter;
  plan.aggregates = {{AggregateKind::count, Kind::number, 1, 0, {0}, {}, {}, {}, {}, {}, {}, false, 0},
                     {AggregateKind::count, Kind::number, 1, 0, {0}, {}, is_high, {}, {}, {}, {}, false, 0}};
  const auto result = gather_files(plan, {{"id,quarter,index\nA,2017-Q1,3\nA,2017-Q2,three\nB,soon,3\nA,2017-Q1,4\n"},
                                          {"id,quarter,pages\nA,2017-Q2,1\nA,never,1\nA,,1\nA,2016-Q4,1\n"}});
  CHECK(lines_of(result.refusals[0]) ==
        std::vector{line_of(0, 2, RefusalKind::duplicate_differing, "", "A,2017-Q1,3"),
                    line_of(0, 3, RefusalKind::not_a_number, "index", "three"),
                    line_of(0, 4, RefusalKind::not_a_period, "quarter", "soon"),
                    line_of(0, 5, RefusalKind::duplicate_differing, "", "A,2017-Q1,4")});
  CHECK(result.refusals[0][1].is_value_only);
  CHECK(lines_of(result.refusals[1]) == std::vector{line_of(0, 3, RefusalKind::not_a_period, "quarter", "never")});
  CHECK(result.row_counts[0].used == 1);
  CHECK(result.row_counts[0].set_aside == 3);
  CHECK(result.row_counts[1].used == 1);
  CHECK(result.row_counts[1].outside == 2);
  check_accounts(result);

  const auto& last = result.gathered.periods[1];
  CHECK(last.columns[2].value(0) == Value::withheld(Kind::number));
  CHECK(last.aggregates[0].value.value(0) == Value::of(Number(1)));
  // How many reports are of a high index is not known: the index could not be read.
  CHECK(last.aggregates[1].value.value(0) == Value::withheld(Kind::number));
}

TEST_CASE("gather tells a row used from one outside by the windows of what it feeds", "[engine]") {
  Plan plan = counting_plan();
  plan.aggregates.push_back(visits::of_visits(AggregateKind::any, Kind::flag));
  plan.aggregates[1].window = {Window::Kind::last, 2, PeriodUnit::quarter, {}};
  const auto result = gather_files(plan, {{visits::companion_header + "P1\n"s},
                                          {visits::household_header + "K1,P1\n"s},
                                          {visits::visit_header + "P1,K1,2016-09-30,yes,\n"
                                                                  "P1,K1,2016-10-01,yes,\n"
                                                                  "P1,K1,2017-06-30,yes,\n"
                                                                  "P1,K1,2017-07-01,no,\n"
                                                                  "P1,K1,2017-02-31,no,\n"s}});
  CHECK(result.row_counts[2].in == 5);
  CHECK(result.row_counts[2].used == 2);
  CHECK(result.row_counts[2].outside == 2);
  CHECK(result.row_counts[2].set_aside == 1);
  CHECK(result.last_date == day("2017-07-01"));
  check_accounts(result);
}

TEST_CASE("gather reports the faults of all files in one go", "[engine]") {
  Plan plan = counting_plan();
  TableInputs inputs = inputs_of(plan, {{visits::companion_header + "P1\n"s},
                                        {"household_id\nK1\n", visits::household_header, ""},
                                        {"companion_id,household_id,visited_on,minutes\n"}});
  inputs[1][1].open = [] { return nullptr; };
  GatherOptions options;
  options.threads = GENERATE(1u, 4u);
  const auto result = gather(plan, inputs, {quarter("2017-Q1")}, options);
  REQUIRE(result.faults.size() == 4);
  CHECK(result.faults[0].table == 1);
  CHECK(result.faults[0].fault.kind == FileFaultKind::missing_column);
  CHECK(result.faults[0].fault.column == "companion_id");
  CHECK(result.faults[1].fault.kind == FileFaultKind::cannot_open);
  CHECK(result.faults[1].fault.file == 1);
  CHECK(result.faults[2].fault.kind == FileFaultKind::is_empty);
  CHECK(result.faults[3].table == 2);
  CHECK(result.faults[3].fault.column == "verified");
  CHECK(result.gathered.periods.empty());
}

}  // namespace nilai::engine
