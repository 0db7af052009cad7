// What would have been enough: on made-up companions, against the plainest search that could be right.
#include "rules/enough.hpp"

#include <rapidcheck.h>

#include <array>
#include <catch2/catch.hpp>
#include <map>
#include <memory>
#include <optional>

namespace nilai::tests {
namespace {

using engine::Column;
using engine::Number;
using engine::Value;

const char* const book = R"(rulebook example
  in force   from 2017-01-01
  evaluates  companion every quarter

table companion
  key     companion_id
  column  late     whole number  at least 0
  column  reports  whole number  at least 0
  column  hours    whole number  at least 0  at most 20

measure lateness  = late
  changeable down by 1
measure reporting = reports
  changeable up by 2
measure training  = hours
  changeable up by 5

score = 50 + 3 * reporting - 7 * lateness + training

outcomes
  good
  fair
  poor

decide
  good  when score >= 90 and training >= 5
  fair  when score >= 60 and lateness <= 2
  poor  otherwise
)";

using Steps = std::array<std::int64_t, 3>;  ///< of lateness, reporting and training
constexpr std::array<const char*, 3> names = {"lateness", "reporting", "training"};

struct Companion {
  std::int64_t late = 0, reports = 0, hours = 0;

  [[nodiscard]] Companion after(const Steps& steps) const {
    return {late - steps[0], reports + 2 * steps[1], hours + 5 * steps[2]};
  }

  /// 0 is the best.
  [[nodiscard]] int outcome() const {
    const std::int64_t score = 50 + 3 * reports - 7 * late + hours;
    if (score >= 90 && hours >= 5) return 0;
    return score >= 60 && late <= 2 ? 1 : 2;
  }

  [[nodiscard]] Steps most() const { return {late, 200, (20 - hours) / 5}; }
};

const rules::Compiled& rulebook() {
  static const std::unique_ptr<const rules::Compiled> compiled = [] {
    text::Diagnostics diagnostics;
    return rules::compile(text::Source("book.nilai", book), diagnostics);
  }();
  REQUIRE(compiled != nullptr);
  return *compiled;
}

engine::Gathered gathered_of(const Companion& companion) {
  const std::map<std::string, std::int64_t> cells = {
      {"late", companion.late}, {"reports", companion.reports}, {"hours", companion.hours}};
  engine::Gathered gathered;
  gathered.keys = {{"P1"}};
  engine::GatheredPeriod& period = gathered.periods.emplace_back();
  period.period = engine::Period{engine::PeriodUnit::quarter, 4 * 2017, 1};
  period.is_evaluated = {true};
  for (const engine::ColumnPlan& column : rulebook().plan.tables[rulebook().plan.subject].columns) {
    const auto cell = cells.find(column.name);
    period.columns.push_back(Column::of(column.kind, 0));
    period.columns.back().push(cell == cells.end() ? Value::of(std::string("P1")) : Value::of(Number(cell->second)));
  }
  return gathered;
}

/// The fewest steps of one measure that are enough.
std::optional<std::int64_t> fewest_alone(const Companion& companion, std::size_t measure, int wanted) {
  for (std::int64_t k = 1; k <= companion.most()[measure]; ++k) {
    Steps steps{};
    steps[measure] = k;
    if (companion.after(steps).outcome() <= wanted) return k;
  }
  return std::nullopt;
}

std::optional<std::int64_t> fewest_together(const Companion& companion, int wanted) {
  std::optional<std::int64_t> fewest;
  const Steps most = companion.most();
  for (std::int64_t a = 0; a <= most[0]; ++a) {
    for (std::int64_t b = 0; b <= 40; ++b) {
      for (std::int64_t c = 0; c <= most[2]; ++c) {
        const bool is_enough = companion.after({a, b, c}).outcome() <= wanted;
        if (is_enough && (!fewest || a + b + c < *fewest)) fewest = a + b + c;
      }
    }
  }
  return fewest;
}

TEST_CASE("what would have been enough is the least that is", "[property]") {
  std::size_t together_count = 0;
  CHECK(rc::check("as by trying everything", [&] {
    const Companion companion{*rc::gen::inRange(0, 9), *rc::gen::inRange(0, 12), *rc::gen::inRange(0, 21)};
    const bool wants_best = *rc::gen::arbitrary<bool>();
    const engine::Gathered gathered = gathered_of(companion);
    const auto judged = engine::judge(rulebook().plan, gathered);
    const int present = companion.outcome();
    RC_ASSERT(judged.decision.front() == static_cast<std::uint32_t>(present));
    const auto toward = wants_best ? std::optional<std::string>("good") : std::nullopt;
    const auto found = rules::enough(rulebook(), gathered, judged, 0, toward, text::Language::en);
    RC_ASSERT(found.has_value() == (wants_best || present > 0));
    if (!found) return;
    RC_ASSERT(found->is_reached == (present == 0));
    if (found->is_reached) return;
    const int wanted = wants_best ? 0 : present - 1;

    std::map<std::string, std::int64_t> alone, wanted_alone;
    for (const rules::EnoughChange& change : found->alone) {
      RC_ASSERT(change.measures.size() == 1U);
      alone[change.measures.front().name] = change.measures.front().steps;
    }
    for (std::size_t measure = 0; measure < names.size(); ++measure) {
      if (const auto steps = fewest_alone(companion, measure, wanted)) wanted_alone[names[measure]] = *steps;
    }
    RC_ASSERT(alone == wanted_alone);
    RC_ASSERT(found->in_vain.size() == names.size() - alone.size());
    const auto together = alone.empty() ? fewest_together(companion, wanted) : std::nullopt;
    RC_ASSERT(found->together.has_value() == together.has_value());
    if (!together) return;
    ++together_count;
    Steps steps{};
    for (const rules::ChangedMeasure& measure : found->together->measures) {
      for (std::size_t i = 0; i < names.size(); ++i) {
        if (measure.name == names[i]) steps[i] = measure.steps;
      }
    }
    RC_ASSERT(steps[0] + steps[1] + steps[2] == *together);
    RC_ASSERT(companion.after(steps).outcome() <= wanted);
  }));
  CHECK(together_count > 0);  // otherwise that was not tried
}

}  // namespace
}  // namespace nilai::tests
