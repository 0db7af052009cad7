// Peers and earlier periods: on made-up worlds, against the plainest computation that could be right.
#include <rapidcheck.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <functional>
#include <memory>
#include <numeric>

#include "engine/judge/judge.hpp"
#include "rules/compile.hpp"
#include "rules/explanation.hpp"

namespace nilai::tests {

/// One companion in one quarter.
struct Quarter {
  bool is_evaluated = true;
  int district = 0;
  int stage = 0;
  int mark = 0;  ///< -1: missing
  int bonus = 0;
};

using Companion = std::vector<Quarter>;  ///< oldest first

static void showValue(const Quarter& q, std::ostream& out) {
  out << "{" << (q.is_evaluated ? "" : "not evaluated, ") << "district " << q.district << ", stage " << q.stage
      << ", mark " << q.mark << ", bonus " << q.bonus << "}";
}

}  // namespace nilai::tests

namespace rc {

template <>
struct Arbitrary<nilai::tests::Quarter> {
  static Gen<nilai::tests::Quarter> arbitrary() {
    using Quarter = nilai::tests::Quarter;
    return gen::build<Quarter>(
        gen::set(&Quarter::is_evaluated, gen::element(true, true, true, true, false)),
        gen::set(&Quarter::district, gen::inRange(0, 3)), gen::set(&Quarter::stage, gen::inRange(0, 2)),
        gen::set(&Quarter::mark, gen::inRange(-1, 6)), gen::set(&Quarter::bonus, gen::inRange(0, 4)));
  }
};

}  // namespace rc

namespace nilai::tests {
namespace {

using engine::Column;
using engine::Kind;
using engine::Number;
using engine::Value;

constexpr std::size_t quarter_count = 4;
constexpr std::size_t smallest_group = 3;

const char* const book = R"(rulebook example
  in force   from 2017-01-01
  evaluates  companion every quarter

table companion
  key     companion_id
  column  district  one of lebak, serang, cilegon
  column  stage     one of early, late
  column  mark      whole number  optional
  column  bonus     whole number

measure middle   = median(mark among companion in same district and stage with at least 3 skipping missing)
measure place    = rank(mark among companion in same district skipping missing, bonus)
measure standing = percentile rank(bonus among companion)
measure total    = sum(bonus among companion in same stage where district != cilegon)
measure heavy    = average(mark weighted by bonus among companion in same district skipping missing)
measure spread   = variance(bonus weighted by bonus + 1 among companion)
measure before   = previous(mark)
measure recent   = average(mark in last 3 quarters skipping missing)
measure leaning  = average(mark weighted by bonus in last 3 quarters skipping missing)
measure lone     = average(bonus weighted by bonus in previous quarter)
measure best     = max(bonus in previous quarter)
measure high     = percentile(60%, mark in last 3 quarters skipping missing)
measure earlier  = percentile(50%, bonus in previous quarter)
measure grown    = previous(grown) + bonus if missing bonus
)";

const rules::Compiled& rulebook() {
  static const std::unique_ptr<const rules::Compiled> compiled = [] {
    text::Diagnostics diagnostics;
    return rules::compile(text::Source("book.nilai", book), diagnostics);
  }();
  REQUIRE(compiled != nullptr);
  return *compiled;
}

Value cell(const Quarter& quarter, const std::string& column) {
  if (column == "district") return Value::choice(quarter.district);
  if (column == "stage") return Value::choice(quarter.stage);
  if (column == "bonus") return Value::of(Number(quarter.bonus));
  if (column == "mark" && quarter.mark >= 0) return Value::of(Number(quarter.mark));
  return Value::missing(column == "companion_id" ? Kind::text : Kind::number);
}

engine::Gathered gathered_of(const std::vector<Companion>& world) {
  engine::Gathered gathered;
  for (std::size_t c = 0; c < world.size(); ++c) gathered.keys.push_back({"P" + std::to_string(c)});
  const auto& columns = rulebook().plan.tables[rulebook().plan.subject].columns;
  for (std::size_t q = 0; q < quarter_count; ++q) {
    engine::GatheredPeriod period;
    period.period = engine::Period{engine::PeriodUnit::quarter, static_cast<std::int32_t>(4 * 2017 + q), 1};
    for (const engine::ColumnPlan& column : columns) period.columns.push_back(Column::of(column.kind, 0));
    for (const Companion& companion : world) {
      period.is_evaluated.push_back(companion[q].is_evaluated);
      for (std::size_t c = 0; c < columns.size(); ++c) {
        const Value value = cell(companion[q], columns[c].name);
        period.columns[c].push(companion[q].is_evaluated ? value : Value::missing(value.kind));
      }
    }
    gathered.periods.push_back(std::move(period));
  }
  return gathered;
}

const Value none = Value::missing(Kind::number);

/// The plain way: every other companion is looked at, one at a time.
class Plain {
 public:
  Plain(const std::vector<Companion>& world, std::size_t self) : world_(world), self_(self) {}

  [[nodiscard]] Value value(const std::string& measure) const {
    if (measure == "middle") return middle();
    if (measure == "place") return place();
    if (measure == "standing") return standing();
    if (measure == "total") return total();
    if (measure == "heavy") return heavy();
    if (measure == "spread") return spread();
    if (measure == "before") return before();
    if (measure == "recent") return recent();
    if (measure == "leaning") return leaning();
    if (measure == "lone") return best() == Value::of(Number(0)) ? none : best();
    if (measure == "best" || measure == "earlier") return best();  // of the one quarter
    if (measure == "high") return high();
    return grown();
  }

  /// The marks that `middle` is the middle of.
  [[nodiscard]] std::vector<int> middle_group() const {
    const auto has_mark = [](const Quarter& q) { return q.mark >= 0; };
    std::vector<int> marks = marks_where(
        [&](const Quarter& q) { return has_mark(q) && q.district == now().district && q.stage == now().stage; });
    if (marks.size() < smallest_group) {
      marks = marks_where([&](const Quarter& q) { return has_mark(q) && q.district == now().district; });
    }
    if (marks.size() < smallest_group) marks = marks_where(has_mark);
    return marks.size() < smallest_group ? std::vector<int>() : marks;
  }

 private:
  [[nodiscard]] const Quarter& now() const { return world_[self_].back(); }

  void each_now(const std::function<void(const Quarter&)>& see) const {
    for (const Companion& companion : world_) {
      if (companion.back().is_evaluated) see(companion.back());
    }
  }

  [[nodiscard]] std::vector<int> marks_where(const std::function<bool(const Quarter&)>& is_taken) const {
    std::vector<int> marks;
    each_now([&](const Quarter& q) {
      if (is_taken(q)) marks.push_back(q.mark);
    });
    std::sort(marks.begin(), marks.end());
    return marks;
  }

  [[nodiscard]] Value middle() const {
    const std::vector<int> marks = middle_group();
    if (marks.empty()) return none;
    return Value::of(Number::ratio(marks[(marks.size() - 1) / 2] + marks[marks.size() / 2], 2));
  }

  [[nodiscard]] Value place() const {
    if (now().mark < 0) return none;
    std::int64_t place = 1;
    each_now([&](const Quarter& q) {
      const bool is_above = q.mark > now().mark || (q.mark == now().mark && q.bonus > now().bonus);
      if (q.district == now().district && is_above) ++place;
    });
    return Value::of(Number(place));
  }

  [[nodiscard]] Value standing() const {
    std::int64_t below = 0, all = 0;
    each_now([&](const Quarter& q) {
      ++all;
      if (q.bonus < now().bonus) ++below;
    });
    return all == 1 ? none : Value::of(Number::ratio(below, all - 1));
  }

  [[nodiscard]] Value total() const {
    std::int64_t sum = 0;
    each_now([&](const Quarter& q) {
      if (q.stage == now().stage && q.district != 2) sum += q.bonus;
    });
    return Value::of(Number(sum));
  }

  /// The mean of marks, each as often as its bonus says.
  static Value mean_of(const std::vector<Quarter>& quarters) {
    std::int64_t sum = 0, weights = 0;
    for (const Quarter& q : quarters) {
      if (q.mark < 0) continue;
      sum += q.mark * q.bonus;
      weights += q.bonus;
    }
    return weights == 0 ? none : Value::of(Number::ratio(sum, weights));
  }

  [[nodiscard]] Value heavy() const {
    std::vector<Quarter> in_district;
    each_now([&](const Quarter& q) {
      if (q.district == now().district) in_district.push_back(q);
    });
    return mean_of(in_district);
  }

  [[nodiscard]] Value leaning() const {
    std::vector<Quarter> evaluated;
    for (std::size_t q = quarter_count - 3; q < quarter_count; ++q) {
      if (world_[self_][q].is_evaluated) evaluated.push_back(world_[self_][q]);
    }
    return mean_of(evaluated);
  }

  /// n sum(w (x - m)^2) / ((n - 1) sum(w)), the bonus being x and one more w.
  [[nodiscard]] Value spread() const {
    std::int64_t count = 0, weights = 0, sum = 0;
    each_now([&](const Quarter& q) {
      ++count;
      weights += q.bonus + 1;
      sum += q.bonus * (q.bonus + 1);
    });
    if (count < 2) return none;
    const Number mean = Number::ratio(sum, weights);
    Number squares;
    each_now([&](const Quarter& q) {
      const Number apart = Number(q.bonus) - mean;
      squares += apart * apart * Number(q.bonus + 1);
    });
    return Value::of(squares * Number(count) / Number((count - 1) * weights));
  }

  [[nodiscard]] Value before() const {
    const Quarter& last = world_[self_][quarter_count - 2];
    return last.is_evaluated && last.mark >= 0 ? Value::of(Number(last.mark)) : none;
  }

  [[nodiscard]] Value recent() const {
    std::int64_t sum = 0, count = 0;
    for (std::size_t q = quarter_count - 3; q < quarter_count; ++q) {
      const Quarter& quarter = world_[self_][q];
      if (!quarter.is_evaluated || quarter.mark < 0) continue;
      sum += quarter.mark;
      ++count;
    }
    return count == 0 ? none : Value::of(Number::ratio(sum, count));
  }

  /// The least mark that has at least 60% of the marks at or below it.
  [[nodiscard]] Value high() const {
    std::vector<int> marks;
    for (std::size_t q = quarter_count - 3; q < quarter_count; ++q) {
      if (world_[self_][q].is_evaluated && world_[self_][q].mark >= 0) marks.push_back(world_[self_][q].mark);
    }
    std::sort(marks.begin(), marks.end());
    for (std::size_t below = 1; below <= marks.size(); ++below) {
      if (10 * below >= 6 * marks.size()) return Value::of(Number(marks[below - 1]));
    }
    return none;
  }

  [[nodiscard]] Value best() const {
    const Quarter& last = world_[self_][quarter_count - 2];
    return last.is_evaluated ? Value::of(Number(last.bonus)) : none;
  }

  /// Since the last quarter without an evaluation.
  [[nodiscard]] Value grown() const {
    std::int64_t sum = 0;
    for (std::size_t q = quarter_count; q-- > 0 && world_[self_][q].is_evaluated;) sum += world_[self_][q].bonus;
    return Value::of(Number(sum));
  }

  const std::vector<Companion>& world_;
  std::size_t self_;
};

std::vector<Companion> made_up_world() {
  const auto companion = rc::gen::container<Companion>(quarter_count, rc::gen::arbitrary<Quarter>());
  return *rc::gen::container<std::vector<Companion>>(companion);
}

}  // namespace

TEST_CASE("peers and earlier periods give what plain counting gives", "[property]") {
  CHECK(rc::check([] {
    const std::vector<Companion> world = made_up_world();
    const engine::Judgements judged = engine::judge(rulebook().plan, gathered_of(world));
    for (std::size_t c = 0; c < world.size(); ++c) {
      for (const engine::NamedSlot& measure : rulebook().plan.measures) {
        const Value wanted = world[c].back().is_evaluated ? Plain(world, c).value(measure.name) : none;
        const Value found = judged.value(measure.value, c);
        if (!(found == wanted)) RC_LOG() << measure.name << " of P" << c;
        RC_ASSERT(found == wanted);
      }
    }
  }));
}

TEST_CASE("the order of the subjects does not matter to their peers", "[property]") {
  CHECK(rc::check([] {
    const std::vector<Companion> world = made_up_world();
    const std::vector<Companion> reversed(world.rbegin(), world.rend());
    const engine::Judgements judged = engine::judge(rulebook().plan, gathered_of(world));
    const engine::Judgements of_reversed = engine::judge(rulebook().plan, gathered_of(reversed));
    for (std::size_t c = 0; c < world.size(); ++c) {
      for (const engine::NamedSlot& measure : rulebook().plan.measures) {
        RC_ASSERT(judged.value(measure.value, c) == of_reversed.value(measure.value, world.size() - 1 - c));
      }
    }
  }));
}

TEST_CASE("an explanation has the values and the group of the run", "[property]") {
  CHECK(rc::check([] {
    const std::vector<Companion> world = made_up_world();
    const engine::Gathered gathered = gathered_of(world);
    const engine::Judgements judged = engine::judge(rulebook().plan, gathered);
    for (std::size_t c = 0; c < world.size(); ++c) {
      if (!world[c].back().is_evaluated) continue;
      const rules::Explanation shown = rules::explain(rulebook(), gathered, judged, c, text::Language::en);
      for (std::size_t m = 0; m < shown.measures.size(); ++m) {
        RC_ASSERT(shown.measures[m].value.value == judged.value(rulebook().plan.measures[m].value, c));
      }
      const auto group_size = static_cast<std::int64_t>(Plain(world, c).middle_group().size());
      RC_ASSERT(shown.measures.front().peers == group_size);
    }
  }));
}

}  // namespace nilai::tests
