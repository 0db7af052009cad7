// Criteria as rows: percentiles and weights, on made-up companions, against plain arithmetic.
#include <rapidcheck.h>

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <memory>
#include <optional>
#include <vector>

#include "engine/judge/judge.hpp"
#include "rules/compile.hpp"

namespace nilai::tests {
namespace {

using engine::Column;
using engine::Kind;
using engine::Number;
using engine::Value;

const char* const book = R"(rulebook example
  in force   from 2017-01-01
  evaluates  companion every quarter

table companion
  key     companion_id
  column  a  whole number  optional  at least 0
  column  b  whole number  optional  at least 0
  column  c  whole number  optional  at least 0

criterion first  weight 20%
  measured by  a
  points       = 10 * it
  if missing   not assessed
criterion second  weight 30%
  measured by  b
  points       = 7 * it + 1
  if missing   not assessed
criterion third  weight 50%
  measured by  c
  points       = 40 - it
  if missing   not assessed

measure half     = percentile(50%, points of criteria)
measure high     = percentile(70%, points of criteria where points > 15)
measure weighted = average(points weighted by value of criteria)
measure heavy    = average(value weighted by weight of criteria where points > 15)
score = weighted average of criteria
)";

const rules::Compiled& rulebook() {
  static const std::unique_ptr<const rules::Compiled> compiled = [] {
    text::Diagnostics diagnostics;
    return rules::compile(text::Source("book.nilai", book), diagnostics);
  }();
  REQUIRE(compiled != nullptr);
  return *compiled;
}

struct Assessed {
  std::int64_t value = 0, points = 0, percent = 0;
};

using Values = std::array<std::int64_t, 3>;  ///< -1: missing

std::vector<Assessed> assessed(const Values& values, std::int64_t above) {
  const std::array<Assessed, 3> all = {
      {{values[0], 10 * values[0], 20}, {values[1], 7 * values[1] + 1, 30}, {values[2], 40 - values[2], 50}}};
  std::vector<Assessed> taken;
  std::copy_if(all.begin(), all.end(), std::back_inserter(taken),
               [above](const Assessed& one) { return one.value >= 0 && one.points > above; });
  return taken;
}

Value percentile(std::vector<Assessed> taken, std::size_t percent) {
  std::sort(taken.begin(), taken.end(), [](const Assessed& a, const Assessed& b) { return a.points < b.points; });
  for (std::size_t below = 1; below <= taken.size(); ++below) {
    if (100 * below >= percent * taken.size()) return Value::of(Number(taken[below - 1].points));
  }
  return Value::missing(Kind::number);
}

Value weighted(const std::vector<Assessed>& taken, std::int64_t Assessed::*value, std::int64_t Assessed::*weight) {
  std::int64_t sum = 0, weights = 0;
  for (const Assessed& one : taken) {
    sum += one.*value * (one.*weight);
    weights += one.*weight;
  }
  return weights == 0 ? Value::missing(Kind::number) : Value::of(Number::ratio(sum, weights));
}

TEST_CASE("percentiles and weights over criteria are as worked out by hand", "[property]") {
  CHECK(rc::check([] {
    const Values values = {*rc::gen::inRange(-1, 8), *rc::gen::inRange(-1, 8), *rc::gen::inRange(-1, 45)};
    engine::Gathered gathered;
    gathered.keys = {{"P1"}};
    engine::GatheredPeriod& period = gathered.periods.emplace_back();
    period.period = engine::Period{engine::PeriodUnit::quarter, 4 * 2017, 1};
    period.is_evaluated = {true};
    for (const engine::ColumnPlan& column : rulebook().plan.tables[rulebook().plan.subject].columns) {
      period.columns.push_back(Column::of(column.kind, 0));
      if (column.kind == Kind::text) {
        period.columns.back().push(Value::of(std::string("P1")));
        continue;
      }
      const std::int64_t value = values[static_cast<std::size_t>(column.name.front() - 'a')];
      period.columns.back().push(value < 0 ? Value::missing(Kind::number) : Value::of(Number(value)));
    }
    const engine::Judgements judged = engine::judge(rulebook().plan, gathered);
    const auto measure = [&](std::size_t index) { return judged.value(rulebook().plan.measures[index].value, 0); };
    constexpr std::int64_t any = -1'000;
    RC_ASSERT(measure(0) == percentile(assessed(values, any), 50));
    RC_ASSERT(measure(1) == percentile(assessed(values, 15), 70));
    RC_ASSERT(measure(2) == weighted(assessed(values, any), &Assessed::points, &Assessed::value));
    RC_ASSERT(measure(3) == weighted(assessed(values, 15), &Assessed::value, &Assessed::percent));
  }));
}

}  // namespace
}  // namespace nilai::tests
