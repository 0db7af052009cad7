#include "engine/judge/judge.hpp"

#include <catch2/catch.hpp>
#include <optional>
#include <string>
#include <vector>

namespace nilai::engine {
namespace {

constexpr Slot score_slot = 0;
constexpr Slot is_low_slot = 2;
constexpr Slot streak_slot = 3;
constexpr Slot is_long_slot = 5;
constexpr std::uint32_t undecided = Judgements::undecided;

Value number(std::int64_t whole) {
  return Value::of(Number(whole));
}

const Value none = Value::missing(Kind::number);
const Value hidden = Value::withheld(Kind::number);

/// Outcome 1 after three periods in a row below 55, else 2 where below 55, else 0: `decide` of a small rulebook.
Plan streak_plan(bool passes_over_missing) {
  Plan plan;
  plan.tables.resize(1);
  plan.judge.instructions = {
      {Operation::column, Kind::number, {}, ColumnLoad{{}, 0}, 0},
      {Operation::constant, Kind::number, {}, number(55), 0},
      {Operation::less, Kind::flag, {score_slot, 1}, {}, 0},
      {Operation::streak, Kind::number, {is_low_slot}, passes_over_missing, 0},
      {Operation::constant, Kind::number, {}, number(3), 0},
      {Operation::at_least, Kind::flag, {streak_slot, 4}, {}, 0},
  };
  plan.decisions = {{1, is_long_slot}, {2, is_low_slot}, {0, std::nullopt}};
  return plan;
}

/// One subject: its score in each period, empty where it is not evaluated.
Gathered one_subject(const std::vector<std::optional<Value>>& scores) {
  Gathered gathered;
  gathered.keys = {{"P1"}};
  for (std::size_t p = 0; p < scores.size(); ++p) {
    GatheredPeriod period;
    period.period = Period{PeriodUnit::quarter, static_cast<std::int32_t>(4 * 2017 + p), 1};
    period.is_evaluated = {scores[p].has_value()};
    period.columns = {Column::of(Kind::number, 1)};
    if (scores[p]) period.columns[0].set(0, *scores[p]);
    gathered.periods.push_back(period);
  }
  return gathered;
}

}  // namespace

TEST_CASE("judge carries streaks from period to period", "[engine]") {
  struct Case {
    std::string name;
    bool passes_over_missing;
    std::vector<std::optional<Value>> scores;
    Value streak;
    std::uint32_t decision;
  };
  const auto c = GENERATE(values<Case>({
      {"three low", false, {number(50), number(40), number(54)}, number(3), 0},
      {"two low", false, {number(60), number(40), number(54)}, number(2), 1},
      {"not low now", false, {number(50), number(40), number(55)}, number(0), 2},
      {"a gap passed over", true, {number(50), none, number(40), number(54)}, number(3), 0},
      {"a gap that breaks", false, {number(1), number(1), none, number(54)}, number(1), 1},
      {"no evaluation, passed over", true, {number(50), std::nullopt, number(40), number(54)}, number(3), 0},
      {"no evaluation, which breaks", false, {number(50), std::nullopt, number(54)}, number(1), 1},
      {"could not be read", true, {hidden, number(40), number(54)}, hidden, undecided},
      {"could not be read before a break", true, {hidden, number(90), number(54)}, number(1), 1},
      {"missing now", true, {number(1), number(1), none}, number(2), undecided},
      {"not evaluated now", true, {number(1), number(1), std::nullopt}, none, undecided},
  }));
  CAPTURE(c.name);
  const Judgements judgements = judge(streak_plan(c.passes_over_missing), one_subject(c.scores));
  CHECK(judgements.periods.size() == c.scores.size());
  CHECK(judgements.value(streak_slot, 0) == c.streak);
  CHECK(judgements.decision == std::vector<std::uint32_t>{c.decision});
}

TEST_CASE("of past periods judge keeps what history reads, and all decisions", "[engine]") {
  Plan plan = streak_plan(false);
  plan.history.kept = {score_slot};
  const Judgements judgements = judge(plan, one_subject({number(50), hidden, number(90), number(40)}));
  const auto& past = judgements.periods[0].slots;
  CHECK(past[score_slot].value(0) == number(50));
  CHECK(past[is_low_slot].value(0) == Value::flag(true));
  CHECK(past[streak_slot].value(0) == number(1));
  CHECK(past[1].size() == 0);
  CHECK(past[is_long_slot].size() == 0);
  CHECK(judgements.last().slots[is_long_slot].size() == 1);
  CHECK(judgements.past_decisions == std::vector<std::vector<std::uint32_t>>{{1}, {undecided}, {2}});
}

TEST_CASE("an override holds in the last period alone, and everything later follows it", "[engine]") {
  const Gathered gathered = one_subject({number(90), number(40), number(90)});
  const Judgements fixed = judge(streak_plan(false), gathered, {{score_slot, Column::constant(number(10))}});
  CHECK(fixed.value(score_slot, 0) == number(10));
  CHECK(fixed.value(streak_slot, 0) == number(2));
  CHECK(fixed.decision == std::vector<std::uint32_t>{1});
  CHECK(fixed.past_decisions == std::vector<std::vector<std::uint32_t>>{{2}, {1}});

  const Judgements fixed_streak = judge(streak_plan(false), gathered, {{streak_slot, Column::constant(number(3))}});
  CHECK(fixed_streak.decision == std::vector<std::uint32_t>{0});
}

TEST_CASE("an override of a past period is what history reads of it", "[engine]") {
  const Gathered gathered = one_subject({number(90), number(90), number(40)});
  const Column low = Column::constant(number(10));
  const Judgements judgements =
      judge(streak_plan(false), gathered, {{score_slot, low, std::nullopt, 1}, {score_slot, low, std::nullopt, 2}});
  CHECK(judgements.value(score_slot, 0) == number(40));
  CHECK(judgements.value(streak_slot, 0) == number(3));
  CHECK(judgements.past_decisions == std::vector<std::vector<std::uint32_t>>{{1}, {1}});
}

TEST_CASE("an override for one subject leaves the others as they are, constants too", "[engine]") {
  Gathered gathered = one_subject({number(90)});
  gathered.keys = {{"P1"}, {"P2"}};
  GatheredPeriod& period = gathered.periods[0];
  period.is_evaluated = {true, true};
  period.columns = {Column::of(Kind::number, 2)};
  period.columns[0].set(0, number(90));
  period.columns[0].set(1, number(80));
  constexpr Slot threshold_slot = 1;
  const Judgements judgements =
      judge(streak_plan(false), gathered,
            {{score_slot, Column::constant(number(10)), 1}, {threshold_slot, Column::constant(number(95)), 0}});
  CHECK(judgements.value(score_slot, 0) == number(90));
  CHECK(judgements.value(score_slot, 1) == number(10));
  CHECK(judgements.value(threshold_slot, 0) == number(95));
  CHECK(judgements.value(threshold_slot, 1) == number(55));
  CHECK(judgements.value(streak_slot, 0) == number(1));
}

TEST_CASE("subjects are judged side by side, and one that is not evaluated has nothing, not even constants",
          "[engine]") {
  Gathered gathered = one_subject({number(40)});
  gathered.keys = {{"P1"}, {"P2"}, {"P3"}};
  GatheredPeriod& period = gathered.periods[0];
  period.is_evaluated = {true, false, true};
  period.columns = {Column::of(Kind::number, 3)};
  period.columns[0].set(0, number(40));
  period.columns[0].set(2, hidden);
  const Judgements judgements = judge(streak_plan(false), gathered);
  CHECK(judgements.decision == std::vector<std::uint32_t>{1, undecided, undecided});
  CHECK(judgements.value(1, 0) == number(55));
  CHECK(judgements.value(1, 1) == none);
  CHECK(judgements.value(1, 2) == number(55));
  CHECK(judgements.value(streak_slot, 2) == hidden);
}

TEST_CASE("judge reads aggregates, and columns of rows that the subject belongs to", "[engine]") {
  Plan plan;
  plan.tables.resize(2);
  plan.subject = 1;
  plan.judge.instructions = {
      {Operation::column, Kind::number, {}, ColumnLoad{{0}, 4}, 0},
      {Operation::aggregate, Kind::number, {}, std::uint32_t{1}, 0},
      {Operation::column, Kind::number, {}, ColumnLoad{{0}, 2}, 0},
      {Operation::column, Kind::number, {}, ColumnLoad{{0}, 4}, 0},
      {Operation::list_sum, Kind::number, {0, 1, 2, 3}, false, 0},
  };
  Gathered gathered = one_subject({number(0)});
  GatheredPeriod& period = gathered.periods[0];
  const auto column_of = [](const Value& value) {
    Column column = Column::of(Kind::number, 1);
    column.set(0, value);
    return column;
  };
  REQUIRE(loads_above(plan.judge).size() == 2);
  period.above = {column_of(number(1000)), column_of(number(1))};
  period.aggregates.resize(2);
  period.aggregates[1].value = column_of(number(30));
  const Judgements judgements = judge(plan, gathered);
  CHECK(judgements.value(4, 0) == number(2031));
  CHECK(judgements.decision == std::vector<std::uint32_t>{undecided});
}

TEST_CASE("a rulebook without subjects has judgements all the same", "[engine]") {
  Gathered gathered = one_subject({number(0)});
  gathered.keys.clear();
  gathered.periods[0].is_evaluated.clear();
  gathered.periods[0].columns = {Column::of(Kind::number, 0)};
  const Judgements judgements = judge(streak_plan(false), gathered);
  CHECK(judgements.periods.size() == 1);
  CHECK(judgements.decision.empty());
}

}  // namespace nilai::engine
