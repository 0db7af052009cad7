#include "engine/gather/accumulators/accumulator.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace nilai::engine {
namespace {

constexpr std::size_t owner_count = 1;

Column flags_of(const std::string& letters) {
  Column column = Column::of(Kind::flag, 0);
  for (const char letter : letters) {
    column.push(letter == 'y'   ? Value::flag(true)
                : letter == 'n' ? Value::flag(false)
                : letter == '-' ? Value::missing(Kind::flag)
                                : Value::withheld(Kind::flag));
  }
  return column;
}

std::string letter_of(const Value& value) {
  if (value.presence == Presence::withheld) return "?";
  if (!value.is_present()) return "-";
  return value.kind == Kind::flag ? (value.is_yes() ? "y" : "n") : value.number().to_ratio_text();
}

AggregatePlan plan_of(AggregateKind kind, bool skips_missing = false) {
  const bool is_flag = kind == AggregateKind::any || kind == AggregateKind::all || kind == AggregateKind::none ||
                       kind == AggregateKind::latest || kind == AggregateKind::first;
  AggregatePlan plan;
  plan.kind = kind;
  plan.result = is_flag ? Kind::flag : Kind::number;
  plan.skips_missing = skips_missing;
  return plan;
}

/// One row a letter, all of one owner; the days are those of `days`, or each row's own.
GatheredAggregate fold(const AggregatePlan& plan, const Column* where, const Column* value,
                       const std::vector<int>& days) {
  std::vector<Feed> feeds;
  for (std::uint32_t row = 0; row < days.size(); ++row) feeds.push_back({row, 0, RowDays::of(Date{days[row]})});
  Accumulator accumulator(plan, DayRange{0, 100}, owner_count);
  accumulator.fold({feeds, where, value});
  return accumulator.finish();
}

}  // namespace

TEST_CASE("a condition that could not be read withholds the result, unless other rows settle it", "[engine]") {
  struct Case {
    std::string name;
    AggregateKind kind;
    std::string where;
    std::string result;
  };
  const auto c = GENERATE(values<Case>({
      {"count, all known", AggregateKind::count, "yn-y", "2"},
      {"count", AggregateKind::count, "yn?y", "?"},
      {"any, settled by a yes", AggregateKind::any, "n?y", "y"},
      {"any, not settled", AggregateKind::any, "n?n", "?"},
      {"none, settled by a yes", AggregateKind::none, "n?y", "n"},
      {"none, not settled", AggregateKind::none, "n?n", "?"},
      {"none, missing is not taken", AggregateKind::none, "n-n", "y"},
  }));
  CAPTURE(c.name);
  const Column where = flags_of(c.where);
  const std::vector<int> days(c.where.size(), 1);
  CHECK(letter_of(fold(plan_of(c.kind), &where, nullptr, days).value.value(0)) == c.result);
}

TEST_CASE("a value that is missing or withheld counts as its aggregate has it", "[engine]") {
  struct Case {
    std::string name;
    AggregateKind kind;
    bool skips_missing;
    std::string values;
    std::string result;
    std::int64_t taken;
  };
  const auto c = GENERATE(values<Case>({
      {"all of nothing", AggregateKind::all, false, "", "y", 0},
      {"all", AggregateKind::all, false, "yy", "y", 2},
      {"all, one does not hold", AggregateKind::all, false, "yn?", "n", 2},
      {"all, one is missing", AggregateKind::all, false, "y-", "n", 2},
      {"all, missing passed over", AggregateKind::all, true, "y-", "y", 1},
      {"all, not known", AggregateKind::all, false, "y?", "?", 1},
      {"share of nothing", AggregateKind::share, false, "", "-", 0},
      {"share", AggregateKind::share, false, "yyn", "2/3", 3},
      {"share, one is missing", AggregateKind::share, false, "yy-", "-", 3},
      {"share, missing passed over", AggregateKind::share, true, "yn-", "1/2", 2},
      {"share, not known", AggregateKind::share, true, "yn-?", "?", 2},
      {"distinct, missing is nothing", AggregateKind::count_distinct, false, "y-yn-", "2", 3},
  }));
  CAPTURE(c.name);
  const Column value = flags_of(c.values);
  const GatheredAggregate gathered =
      fold(plan_of(c.kind, c.skips_missing), nullptr, &value, std::vector<int>(c.values.size(), 1));
  CHECK(letter_of(gathered.value.value(0)) == c.result);
  CHECK(gathered.taken[0] == c.taken);
}

TEST_CASE("a streak goes back by date until a day that breaks it", "[engine]") {
  struct Case {
    std::string name;
    std::string values;
    std::vector<int> days;
    std::string result;
    bool skips_missing = false;
  };
  const auto c = GENERATE(values<Case>({
      {"of nothing", "", {}, "0"},
      {"rows in any order", "yny", {3, 1, 2}, "2"},
      {"none now", "yyn", {1, 2, 3}, "0"},
      {"rows of one day all count", "yyny", {2, 2, 1, 3}, "3"},
      {"a day on which one does not hold", "ynyy", {2, 2, 3, 1}, "1"},
      {"a missing one breaks", "y-y", {1, 2, 3}, "1"},
      {"or is passed over", "y-y", {1, 2, 3}, "2", true},
      {"one that could not be read", "y?y", {1, 2, 3}, "?"},
      {"of a day that breaks all the same", "n?y", {2, 2, 3}, "1"},
      {"before a break", "?ny", {1, 2, 3}, "1"},
  }));
  CAPTURE(c.name);
  const Column value = flags_of(c.values);
  CHECK(letter_of(fold(plan_of(AggregateKind::streak, c.skips_missing), nullptr, &value, c.days).value.value(0)) ==
        c.result);
}

TEST_CASE("latest and first look at the rows of one day alone", "[engine]") {
  struct Case {
    std::string name;
    std::string values;
    std::vector<int> days;
    std::string latest;
    std::string first;
  };
  const auto c = GENERATE(values<Case>({
      {"one row", "y", {5}, "y", "y"},
      {"two days", "yn", {5, 6}, "n", "y"},
      {"equal on one day", "yyn", {5, 5, 6}, "n", "y"},
      {"different on one day", "yny", {5, 5, 6}, "y", "-"},
      {"missing on one day", "y-n", {5, 5, 6}, "n", "-"},
      {"withheld on one day", "y?n", {5, 5, 6}, "n", "?"},
      {"three of one day, withheld first", "?yn", {6, 6, 5}, "?", "n"},
      {"outside the window", "ny", {-1, 5}, "y", "y"},
      {"nothing", "", {}, "-", "-"},
  }));
  CAPTURE(c.name);
  const Column value = flags_of(c.values);
  CHECK(letter_of(fold(plan_of(AggregateKind::latest), nullptr, &value, c.days).value.value(0)) == c.latest);
  CHECK(letter_of(fold(plan_of(AggregateKind::first), nullptr, &value, c.days).value.value(0)) == c.first);
}

}  // namespace nilai::engine
