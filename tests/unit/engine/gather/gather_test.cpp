#include "engine/gather/gather.hpp"

#include <catch2/catch.hpp>

#include "unit/engine/gather/small_plan.hpp"

namespace nilai::engine {
namespace {

using std::string_literals::operator""s;  // NOLINT(misc-unused-using-decls): clang-tidy 14 does not see suffixes

GatherResult gather_texts(const Plan& plan, const Texts& texts, const std::vector<Period>& periods,
                          const GatherOptions& options = {}) {
  return gather(plan, inputs_of(plan, texts), periods, options);
}

Value value_of(const GatherResult& result, std::size_t period, AggregateIndex aggregate, std::size_t subject) {
  return result.gathered.periods[period].aggregates[aggregate].value.value(subject);
}

Texts visit_texts(const std::string& visits) {
  return {{visits::companion_header + "P2\nP1\n"s},
          {visits::household_header + "K1,P1\nK2,P1\nK3,P2\n"s},
          {visits::visit_header + visits}};
}

}  // namespace

TEST_CASE("gather counts the rows of each subject, in each period, subjects in the order of their keys", "[engine]") {
  Plan plan = visits::plan();
  plan.aggregates = {visits::of_visits(AggregateKind::count, Kind::number),
                     visits::of_visits(AggregateKind::share, Kind::number)};
  plan.aggregates[1].value = visits::is_verified;
  const auto result = gather_texts(plan,
                                   visit_texts("P1,K1,2017-03-31,yes,10\n"
                                               "P1,K2,2017-04-01,no,20\n"
                                               "P1,K1,2017-06-30,yes,\n"
                                               "P2,K3,2017-02-01,yes,30\n"),
                                   {quarter("2017-Q1"), quarter("2017-Q2")});
  CHECK(result.gathered.keys == std::vector<std::vector<std::string>>{{"P1"}, {"P2"}});
  CHECK(value_of(result, 0, 0, 0) == Value::of(Number(1)));
  CHECK(value_of(result, 1, 0, 0) == Value::of(Number(2)));
  CHECK(value_of(result, 0, 0, 1) == Value::of(Number(1)));
  CHECK(value_of(result, 1, 0, 1) == Value::of(Number(0)));
  CHECK(value_of(result, 1, 1, 0) == Value::of(Number::ratio(1, 2)));
  CHECK(value_of(result, 1, 1, 1) == Value::missing(Kind::number));
  const GatheredAggregate& share = result.gathered.periods[1].aggregates[1];
  CHECK(share.counted == std::vector<std::int64_t>{1, 0});
  CHECK(share.taken == std::vector<std::int64_t>{2, 0});
  CHECK(result.last_date == day("2017-06-30"));
  CHECK(result.dates[visits::companion] == std::nullopt);
  CHECK(result.dates[visits::visit] == DateSpan{day("2017-02-01"), day("2017-06-30")});
}

TEST_CASE("gather counts households by what their visits are, each period anew", "[engine]") {
  Plan plan = visits::plan();
  AggregatePlan any_visit = visits::of_visits(AggregateKind::any, Kind::flag);
  any_visit.owner = visits::household;
  any_visit.path = {visits::to_household};
  any_visit.where = visits::is_verified;
  AggregatePlan share = visits::of_visits(AggregateKind::share, Kind::number);
  share.source = visits::household;
  share.path = {0};
  share.value = emit(plan.rows[visits::household].program, Operation::aggregate, Kind::flag, {}, AggregateIndex{0});
  plan.aggregates = {any_visit, share};
  const auto result = gather_texts(plan,
                                   visit_texts("P1,K1,2017-01-05,yes,\nP1,K1,2017-01-06,yes,\nP1,K2,2017-01-07,no,\n"
                                               "P1,K1,2017-04-05,yes,\nP1,K2,2017-04-05,yes,\n"),
                                   {quarter("2017-Q1"), quarter("2017-Q2")});
  CHECK(value_of(result, 0, 1, 0) == Value::of(Number::ratio(1, 2)));
  CHECK(value_of(result, 1, 1, 0) == Value::of(Number(1)));
  CHECK(value_of(result, 0, 1, 1) == Value::of(Number(0)));
  CHECK(result.gathered.periods[0].aggregates[0].taken.empty());
}

TEST_CASE("gather evaluates a subject in the periods that it has a row in", "[engine]") {
  Plan plan;
  plan.tables = {
      table_of("companion",
               {column_of("id", Kind::text), column_of("quarter", Kind::text), column_of("active_days", Kind::number)},
               {0}),
      table_of("complaint", {column_of("id", Kind::text), column_of("received_on", Kind::date)})};
  plan.tables[0].is_subject = true;
  plan.tables[0].period = 1;
  plan.tables[1].links = {link_to(0, {0}, {0})};
  plan.tables[1].dated = 1;
  plan.rows.resize(2);
  // `active_days` of the companion's row in the period, seen from the complaint.
  const Slot days = load(plan.rows[1].program, Kind::number, 2, {0});
  plan.aggregates = {{AggregateKind::max, Kind::number, 1, 0, {0}, {}, {}, days, {}, {}, {}, false, 0}};
  plan.aggregates[0].window.kind = Window::Kind::ever;
  plan.every = PeriodUnit::quarter;

  const auto result =
      gather_texts(plan,
                   {{"id,quarter,active_days\nP2,2017-Q2,70\nP1,TW I 2017,45\nP1,2017-Q2,90\nP3,2016-Q4,1\n"},
                    {"id,received_on\nP1,2017-02-01\nP2,2017-02-01\nP3,2017-02-01\n"}},
                   {quarter("2017-Q1"), quarter("2017-Q2")});
  CHECK(result.gathered.keys == std::vector<std::vector<std::string>>{{"P1"}, {"P2"}, {"P3"}});
  const auto& periods = result.gathered.periods;
  CHECK(periods[0].is_evaluated == std::vector<bool>{true, false, false});
  CHECK(periods[1].is_evaluated == std::vector<bool>{true, true, false});
  CHECK(periods[0].columns[2].value(0) == Value::of(Number(45)));
  CHECK(periods[0].columns[2].value(1) == Value::missing(Kind::number));
  CHECK(periods[1].columns[2].value(0) == Value::of(Number(90)));
  CHECK(value_of(result, 0, 0, 0) == Value::of(Number(45)));
  CHECK(value_of(result, 1, 0, 0) == Value::of(Number(90)));
  // A row of a subject that has no row in the period is no orphan, and what it reads there is missing.
  CHECK(result.refusals[1].empty());
  CHECK(value_of(result, 0, 0, 1) == Value::missing(Kind::number));
  CHECK(result.row_counts[0].used == 3);
  CHECK(result.row_counts[0].outside == 1);
}

TEST_CASE("gather without periods takes every row once", "[engine]") {
  Plan plan = visits::plan();
  plan.every.reset();
  plan.aggregates = {visits::of_visits(AggregateKind::sum, Kind::number)};
  plan.aggregates[0].value = visits::minutes_spent;
  plan.aggregates[0].skips_missing = true;
  const auto result =
      gather_texts(plan, visit_texts("P1,K1,2010-01-05,yes,1.5\nP1,K1,2030-01-06,yes,2\nP1,K1,2017-01-06,no,\n"), {});
  REQUIRE(result.gathered.periods.size() == 1);
  CHECK_FALSE(result.gathered.periods[0].period);
  CHECK(result.gathered.periods[0].is_evaluated == std::vector<bool>{true, true});
  CHECK(value_of(result, 0, 0, 0) == Value::of(Number::ratio(7, 2)));
  CHECK(value_of(result, 0, 0, 1) == Value::of(Number(0)));
}

TEST_CASE("gather reads rows above the subject for the judge", "[engine]") {
  Plan plan;
  plan.tables = {table_of("district", {column_of("name", Kind::text), column_of("target", Kind::number)}, {0}),
                 table_of("companion", {column_of("id", Kind::text), column_of("district", Kind::text)}, {0})};
  plan.tables[1].is_subject = true;
  plan.tables[1].links = {link_to(0, {1}, {0})};
  plan.rows.resize(2);
  plan.subject = 1;
  load(plan.judge, Kind::number, 1, {0});
  const auto result = gather_texts(
      plan, {{"name,target\nLebak,80\nSerang,60\n"}, {"id,district\nP2,Lebak\nP1,Serang\nP3,Bogor\n"}}, {});
  REQUIRE(result.gathered.subject_count() == 2);
  REQUIRE(result.gathered.periods[0].above.size() == 1);
  CHECK(result.gathered.periods[0].above[0].value(0) == Value::of(Number(60)));
  CHECK(result.gathered.periods[0].above[0].value(1) == Value::of(Number(80)));
  CHECK(result.refusals[1].size() == 1);
}

TEST_CASE("gather keeps the rows asked for, of the last period, with their formulas", "[engine]") {
  Plan plan = visits::plan();
  RowPlan& rows = plan.rows[visits::visit];
  rows.formulas = {
      {"twice", emit(rows.program, Operation::add, Kind::number, {visits::minutes_spent, visits::minutes_spent})},
      {"seven", constant(rows.program, Value::of(Number(7)))}};
  plan.aggregates = {visits::of_visits(AggregateKind::count, Kind::number)};
  GatherOptions options;
  options.keep_rows = visits::visit;
  Texts texts = visit_texts("P1,K1,2017-01-05,yes,1\nP1,K1,2017-04-06,yes,2\n");
  texts[visits::visit].push_back(visits::visit_header + "P9,K1,2017-04-06,yes,3\nP1,K1,2017-05-06,yes,\n"s);
  const auto result = gather_texts(plan, texts, {quarter("2017-Q1"), quarter("2017-Q2")}, options);
  REQUIRE(result.kept);
  CHECK(result.kept->files == std::vector<std::uint32_t>{0, 1});
  CHECK(result.kept->rows == std::vector<std::uint64_t>{3, 3});
  CHECK(result.kept->columns[visits::minutes].value(0) == Value::of(Number(2)));
  REQUIRE(result.kept->formulas.size() == 2);
  CHECK(result.kept->formulas[0].value(0) == Value::of(Number(4)));
  CHECK(result.kept->formulas[0].value(1) == Value::missing(Kind::number));
  CHECK(result.kept->formulas[1].value(1) == Value::of(Number(7)));
}

TEST_CASE("gather finds several parents by other columns than the key, and the days of the row above", "[engine]") {
  // Violations belong to every inspection of their business and day; they have no date of their own.
  Plan plan;
  plan.tables = {
      table_of("business", {column_of("id", Kind::text)}, {0}),
      table_of("inspection", {column_of("id", Kind::text), column_of("found_on", Kind::date)}),
      table_of("violation",
               {column_of("id", Kind::text), column_of("on", Kind::date), column_of("risk", Kind::number)}),
  };
  plan.tables[0].is_subject = true;
  plan.tables[1].links = {link_to(0, {0}, {0})};
  plan.tables[1].dated = 1;
  plan.tables[2].links = {link_to(1, {0, 1}, {0, 1}, false)};
  plan.rows.resize(3);
  plan.every = PeriodUnit::quarter;
  const Slot risk = load(plan.rows[2].program, Kind::number, 2);
  const Slot total = emit(plan.rows[1].program, Operation::aggregate, Kind::number, {}, AggregateIndex{0});
  plan.aggregates = {{AggregateKind::sum, Kind::number, 2, 1, {0}, {}, {}, risk, {}, {}, {}, false, 0},
                     {AggregateKind::sum, Kind::number, 1, 0, {0}, {}, {}, total, {}, {}, {}, false, 0},
                     {AggregateKind::count, Kind::number, 2, 0, {0, 0}, {}, {}, {}, {}, {}, {}, false, 0}};
  const auto result = gather_texts(plan,
                                   {{"id\nA\nB\n"},
                                    {"id,found_on\nA,2017-01-02\nA,2017-01-02\nB,2017-01-02\nA,2017-04-01\n"},
                                    {"id,on,risk\nA,2017-01-02,7\nA,2017-01-02,4\nA,2017-04-01,2\nB,2017-01-03,9\n"}},
                                   {quarter("2017-Q1")});
  CHECK(value_of(result, 0, 1, 0) == Value::of(Number(22)));
  CHECK(value_of(result, 0, 1, 1) == Value::of(Number(0)));
  CHECK(value_of(result, 0, 2, 0) == Value::of(Number(4)));
  REQUIRE(result.refusals[2].size() == 1);
  CHECK(result.refusals[2][0].kind == RefusalKind::orphan);
  CHECK(result.refusals[2][0].column == "id");
  CHECK(result.refusals[2][0].text == "B, 2017-01-03");
  // The violation of an inspection outside the period is outside with it.
  CHECK(result.row_counts[1].outside == 1);
  CHECK(result.row_counts[2].used == 2);
  CHECK(result.row_counts[2].outside == 1);
}

TEST_CASE("gather tells of progress, in the calling thread", "[engine]") {
  Plan plan = visits::plan();
  plan.aggregates = {visits::of_visits(AggregateKind::count, Kind::number)};
  std::string visits;
  for (int i = 0; i < 52'000; ++i) visits += "P1,K1,2017-01-05,yes,\n";
  GatherOptions options;
  options.threads = GENERATE(1u, 2u);
  std::vector<std::uint64_t> told;
  options.progress = [&told](std::uint64_t rows) { told.push_back(rows); };
  const auto result = gather_texts(plan, visit_texts(visits), {quarter("2017-Q1")}, options);
  CHECK(value_of(result, 0, 0, 0) == Value::of(Number(52'000)));
  CHECK(told.size() == 1);
}

}  // namespace nilai::engine
