// Plans gathered together get what each gets alone, and the files are opened once.
#include <catch2/catch.hpp>
#include <string>

#include "engine/gather/gather.hpp"
#include "engine/gather/join.hpp"
#include "unit/engine/gather/small_plan.hpp"

namespace nilai::engine {
namespace {

const Texts records = {
    {"companion_id,district\nP1,north\nP2,south\nP3,north\n"},
    {"household_id,companion_id,poor\nK1,P1,yes\nK2,P1,no\nK3,P2,yes\n"},
    {"companion_id,household_id,visited_on,verified,minutes\n"
     "P1,K1,2017-01-05,yes,30\nP1,K2,2017-02-05,no,\nP2,K3,2017-03-01,yes,45\nP2,K3,2017-05-01,yes,20\n"},
};

/// Counts how often any file is opened.
struct Inputs {
  TableInputs tables;
  std::shared_ptr<int> opened = std::make_shared<int>(0);

  Inputs(const Plan& plan, const Texts& texts) : tables(inputs_of(plan, texts)) {
    for (auto& files : tables) {
      for (FileInput& file : files) {
        file.id = file.name;
        file.open = [open = file.open, count = opened] {
          ++*count;
          return open();
        };
      }
    }
  }
  [[nodiscard]] int count() const { return *opened; }
};

Plan plan_of(std::vector<AggregatePlan> aggregates) {
  Plan plan = visits::plan();
  plan.aggregates = std::move(aggregates);
  return plan;
}

AggregatePlan verified_visits() {
  AggregatePlan aggregate = visits::of_visits(AggregateKind::count, Kind::number);
  aggregate.where = visits::is_verified;
  return aggregate;
}

/// Another rulebook's plan: it also reads the household, and its aggregates and instructions stand elsewhere.
Plan wider_plan() {
  Plan plan = visits::plan();
  plan.tables[visits::household].columns.push_back(column_of("poor", Kind::flag));
  plan.tables[visits::companion].columns.push_back(column_of("district", Kind::text));
  Program& rows = plan.rows[visits::visit].program;
  const Slot minutes = load(rows, Kind::number, visits::minutes);
  const Slot verified = load(rows, Kind::flag, visits::verified);
  AggregatePlan longest = visits::of_visits(AggregateKind::max, Kind::number);
  longest.value = minutes;
  longest.skips_missing = true;
  AggregatePlan same = verified_visits();
  same.where = verified;
  AggregatePlan poor = visits::of_visits(AggregateKind::count, Kind::number);
  poor.source = visits::household;
  poor.path = {0};
  poor.where = load(plan.rows[visits::household].program, Kind::flag, 2);
  plan.aggregates = {longest, poor, same};
  return plan;
}

void check_same(const GatherResult& together, const GatherResult& alone) {
  CHECK(together.gathered.keys == alone.gathered.keys);
  CHECK(together.refusals == alone.refusals);
  REQUIRE(together.gathered.periods.size() == alone.gathered.periods.size());
  for (std::size_t p = 0; p < alone.gathered.periods.size(); ++p) {
    const GatheredPeriod &a = together.gathered.periods[p], &b = alone.gathered.periods[p];
    CHECK(a.period == b.period);
    CHECK(a.is_evaluated == b.is_evaluated);
    REQUIRE(a.columns.size() == b.columns.size());
    for (std::size_t c = 0; c < b.columns.size(); ++c) CHECK(a.columns[c].texts == b.columns[c].texts);
    REQUIRE(a.aggregates.size() == b.aggregates.size());
    for (std::size_t i = 0; i < b.aggregates.size(); ++i) {
      CHECK(a.aggregates[i].value.presence == b.aggregates[i].value.presence);
      CHECK(a.aggregates[i].value.numbers == b.aggregates[i].value.numbers);
      CHECK(a.aggregates[i].counted == b.aggregates[i].counted);
      CHECK(a.aggregates[i].taken == b.aggregates[i].taken);
    }
  }
}

/// Gathers the two plans together, checks them against each alone; how often files were opened for both.
int opened_together(const Plan& narrow, const Plan& wide, const Texts& texts) {
  const Inputs narrow_inputs(narrow, texts), wide_inputs(wide, texts);
  const std::vector<Period> first = {quarter("2017-Q1")}, both = {quarter("2017-Q1"), quarter("2017-Q2")};
  const auto together = gather({{narrow, narrow_inputs.tables, first}, {wide, wide_inputs.tables, both}}, {});
  const int opened = narrow_inputs.count() + wide_inputs.count();
  check_same(together[0], gather(narrow, narrow_inputs.tables, first, {}));
  check_same(together[1], gather(wide, wide_inputs.tables, both, {}));
  return opened;
}

}  // namespace

TEST_CASE("two plans over the same files are gathered in one pass", "[engine]") {
  CHECK(opened_together(plan_of({verified_visits()}), wider_plan(), records) == 3);
}

TEST_CASE("what plans have in common stands once in the joined one", "[engine]") {
  const Plan narrow = plan_of({verified_visits(), verified_visits()}), wide = wider_plan();
  const Inputs narrow_inputs(narrow, records), wide_inputs(wide, records);
  const auto joined = join({{narrow, narrow_inputs.tables, {}}, {wide, wide_inputs.tables, {}}});
  REQUIRE(joined);
  CHECK(joined->plan.tables.size() == 3);
  CHECK(joined->plan.aggregates.size() == 3);
  CHECK(joined->parts[0].aggregates[0] == joined->parts[0].aggregates[1]);
  CHECK(joined->parts[0].aggregates[0] == joined->parts[1].aggregates[2]);
  CHECK(joined->plan.rows[visits::visit].program.instructions.size() == 2);
  CHECK(joined->plan.tables[visits::household].columns.size() == 3);
}

TEST_CASE("a row that only one plan can use is not taken from the other", "[engine]") {
  struct RowCase {
    const char* name;
    std::size_t table;
    const char* row;
  };
  const auto c = GENERATE(values<RowCase>({
      {"a value that one alone reads", visits::household, "K4,P3,perhaps\n"},
      {"copies that differ in a value that one alone reads", visits::household, "K1,P1,no\n"},
      {"copies of the subject, likewise", visits::companion, "P1,south\n"},
  }));
  CAPTURE(c.name);
  Texts texts = records;
  texts[c.table].front() += c.row;
  const int opened = opened_together(plan_of({verified_visits()}), wider_plan(), texts);
  CHECK(opened > 3);  // each read for itself in the end
}

TEST_CASE("a value that both plans read is refused once for both", "[engine]") {
  Texts texts = records;
  texts[visits::visit].front() += "P1,K1,2017-01-09,perhaps,10\n";
  CHECK(opened_together(plan_of({verified_visits()}), wider_plan(), texts) == 3);
}

TEST_CASE("plans that cannot be read together are told apart", "[engine]") {
  const Plan plan = plan_of({verified_visits()});
  const Inputs inputs(plan, records);
  const auto joins_with = [&](const Plan& other, const TableInputs& files) {
    return join({{plan, inputs.tables, {}}, {other, files, {}}}).has_value();
  };
  CHECK(joins_with(plan, inputs.tables));
  TableInputs elsewhere = inputs.tables;
  elsewhere[visits::visit].front().id = "elsewhere";
  CHECK_FALSE(joins_with(plan, elsewhere));
  Plan monthly = plan;
  monthly.every = PeriodUnit::month;
  CHECK_FALSE(joins_with(monthly, inputs.tables));
  Plan undated = plan;
  undated.tables[visits::visit].dated.reset();
  CHECK_FALSE(joins_with(undated, inputs.tables));
}

TEST_CASE("a column that is only shown never decides about a row", "[engine]") {
  Plan plan = plan_of({verified_visits()});
  plan.tables[visits::companion].columns.push_back(column_of("district", Kind::number));
  plan.tables[visits::companion].columns.back().is_only_shown = true;
  Texts texts = records;
  texts[visits::companion] = {"companion_id,district\nP1,1\nP1,2\nP2,north\n", "companion_id\nP3\n"};
  const auto result = gather(plan, inputs_of(plan, texts), {quarter("2017-Q1")}, {});
  REQUIRE(result.faults.empty());
  CHECK(result.gathered.keys.size() == 3);
  const Column& district = result.gathered.periods.front().columns[1];
  CHECK(district.number(0) == Number(1));
  CHECK_FALSE(district.is_present(1));
  CHECK_FALSE(district.is_present(2));
  REQUIRE(result.refusals[visits::companion].size() == 1);
  CHECK(result.refusals[visits::companion].front().kind == RefusalKind::duplicate_identical);
}

}  // namespace nilai::engine
