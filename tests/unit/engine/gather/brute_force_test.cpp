// Every kind of aggregate on small random worlds, against the plainest computation that could be right.
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <string>

#include "engine/gather/gather.hpp"
#include "engine/gather/windows.hpp"
#include "engine/reals/root.hpp"
#include "unit/engine/gather/small_plan.hpp"

namespace nilai::engine {
namespace {

struct Visit {
  int companion = 0;
  int household = 0;
  Date on;
  bool is_verified = false;
  std::optional<int> minutes;  // in tenths
};

using Visits = std::vector<Visit>;

constexpr int companion_count = 3;
constexpr int household_count = 5;

class WorldMaker {
 public:
  explicit WorldMaker(std::uint32_t seed) : random_(seed) {}

  Visits make() {
    Visits visits(static_cast<std::size_t>(below(40)));
    const int days = below(2) == 0 ? 270 : 12;  // in half of the worlds visits often fall on one day
    for (Visit& visit : visits) {
      visit.companion = below(companion_count);
      visit.household = below(household_count);
      visit.on = day("2017-01-01").plus_days(below(days));
      visit.is_verified = below(3) != 0;
      if (below(6) != 0) visit.minutes = below(12);
    }
    return visits;
  }

 private:
  int below(int bound) { return static_cast<int>(random_() % static_cast<std::uint32_t>(bound)); }

  std::mt19937 random_;
};

std::string text_of(const Visits& visits) {
  std::string text = visits::visit_header;
  for (const Visit& visit : visits) {
    text += "P" + std::to_string(visit.companion) + ",K" + std::to_string(visit.household) + "," + visit.on.to_iso() +
            (visit.is_verified ? ",yes," : ",no,");
    if (visit.minutes) text += std::to_string(*visit.minutes / 10) + "." + std::to_string(*visit.minutes % 10);
    text += "\n";
  }
  return text;
}

Number minutes_of(const Visit& visit) {
  return Number::ratio(*visit.minutes, 10);
}

Number median_of(std::vector<Number> numbers) {
  std::sort(numbers.begin(), numbers.end());
  const std::size_t half = numbers.size() / 2;
  return numbers.size() % 2 == 1 ? numbers[half] : (numbers[half - 1] + numbers[half]) / Number(2);
}

Number sum_of(const std::vector<Number>& numbers) {
  Number sum;
  for (const Number& number : numbers) sum += number;
  return sum;
}

/// The minutes of the visits; empty where one is missing and none is passed over.
std::optional<std::vector<Number>> numbers_of(const Visits& taken, bool skips_missing) {
  std::vector<Number> numbers;
  for (const Visit& visit : taken) {
    if (visit.minutes) numbers.push_back(minutes_of(visit));
    if (!visit.minutes && !skips_missing) return std::nullopt;
  }
  return numbers;
}

Value number_value(AggregateKind kind, const Visits& taken, bool skips_missing) {
  const auto numbers = numbers_of(taken, skips_missing);
  if (!numbers) return Value::missing(Kind::number);
  if (kind == AggregateKind::sum) return Value::of(sum_of(*numbers));
  if (numbers->empty()) return Value::missing(Kind::number);
  if (kind == AggregateKind::min) return Value::of(*std::min_element(numbers->begin(), numbers->end()));
  if (kind == AggregateKind::max) return Value::of(*std::max_element(numbers->begin(), numbers->end()));
  return Value::of(median_of(*numbers));
}

/// Of the visits with their minutes, which are their weights too where `is_weighted`.
Value spread_value(AggregateKind kind, const Visits& taken, bool is_weighted, bool skips_missing) {
  const auto numbers = numbers_of(taken, skips_missing);
  if (!numbers || numbers->empty()) return Value::missing(Kind::number);
  const auto weight_of = [&](const Number& number) { return is_weighted ? number : Number(1); };
  Number weights, weighted;
  for (const Number& number : *numbers) {
    weights += weight_of(number);
    weighted += weight_of(number) * number;
  }
  if (weights.is_zero()) return Value::missing(Kind::number);
  const Number mean = weighted / weights;
  if (kind == AggregateKind::average) return Value::of(mean);
  const auto n = static_cast<std::int64_t>(numbers->size());
  if (n == 1) return Value::missing(Kind::number);
  Number squares;
  for (const Number& number : *numbers) squares += weight_of(number) * (number - mean).power(2);
  const Number variance = squares * n / (weights * (n - 1));
  return Value::of(kind == AggregateKind::variance ? variance : rounded_root(variance, 2, Grain::places(6)));
}

/// The least of the minutes that are at least 60% of all.
Value percentile_value(const Visits& taken, bool skips_missing) {
  auto numbers = numbers_of(taken, skips_missing);
  if (!numbers || numbers->empty()) return Value::missing(Kind::number);
  std::sort(numbers->begin(), numbers->end());
  for (const Number& candidate : *numbers) {
    const auto at_most =
        std::count_if(numbers->begin(), numbers->end(), [&](const Number& n) { return n <= candidate; });
    if (5 * at_most >= 3 * static_cast<std::ptrdiff_t>(numbers->size())) return Value::of(candidate);
  }
  return Value::missing(Kind::number);
}

Value only_value(const Visits& taken, bool skips_missing) {
  Visits known;
  for (const Visit& visit : taken) {
    if (visit.minutes || !skips_missing) known.push_back(visit);
  }
  if (known.size() > 1) return Value::withheld(Kind::number);
  if (known.empty() || !known.front().minutes) return Value::missing(Kind::number);
  return Value::of(minutes_of(known.front()));
}

Value distinct_value(const Visits& taken) {
  std::set<int> distinct;
  for (const Visit& visit : taken) {
    if (visit.minutes) distinct.insert(*visit.minutes);
  }
  return Value::of(Number(static_cast<std::int64_t>(distinct.size())));
}

Value flag_value(AggregateKind kind, const Visits& taken) {
  const auto yes = std::count_if(taken.begin(), taken.end(), [](const Visit& visit) { return visit.is_verified; });
  const auto all = static_cast<std::int64_t>(taken.size());
  if (kind == AggregateKind::all) return Value::flag(yes == all);
  return all == 0 ? Value::missing(Kind::number) : Value::of(Number::ratio(yes, all));
}

Value nearest_value(AggregateKind kind, const Visits& taken, bool skips_missing) {
  std::optional<Date> nearest;
  std::set<std::optional<int>> values;
  for (const Visit& visit : taken) {
    if (!visit.minutes && skips_missing) continue;
    const bool is_nearer = !nearest || (kind == AggregateKind::latest ? visit.on > *nearest : visit.on < *nearest);
    if (is_nearer) values.clear();
    if (is_nearer) nearest = visit.on;
    if (visit.on == *nearest) values.insert(visit.minutes);
  }
  if (values.size() != 1 || !*values.begin()) return Value::missing(Kind::number);
  return Value::of(Number::ratio(**values.begin(), 10));
}

/// Verified visits since the last day with one that is not, that day and all before it left out.
Value streak_value(const Visits& taken) {
  std::optional<Date> broken;
  for (const Visit& visit : taken) {
    if (!visit.is_verified && (!broken || visit.on > *broken)) broken = visit.on;
  }
  const auto count =
      std::count_if(taken.begin(), taken.end(), [&](const Visit& visit) { return !broken || visit.on > *broken; });
  return Value::of(Number(static_cast<std::int64_t>(count)));
}

/// `ends`: the first and the last day of the window, for gaps that count them.
Value gap_value(AggregateKind kind, const Visits& taken, bool by_household, const std::set<Date>& ends) {
  std::map<int, std::set<Date>> days;
  for (const Visit& visit : taken) days[by_household ? visit.household : 0].insert(visit.on);
  if (days.empty()) days[0] = {};
  for (auto& [household, of_household] : days) of_household.insert(ends.begin(), ends.end());
  std::vector<Number> gaps;
  for (const auto& [household, of_household] : days) {
    if (of_household.empty()) continue;
    for (auto next = std::next(of_household.begin()); next != of_household.end(); ++next) {
      gaps.emplace_back(std::int64_t{next->days} - std::prev(next)->days);
    }
  }
  if (gaps.empty()) return Value::missing(Kind::number);
  if (kind == AggregateKind::median_gap) return Value::of(median_of(gaps));
  if (kind != AggregateKind::average_gap) return Value::of(*std::max_element(gaps.begin(), gaps.end()));
  return Value::of(sum_of(gaps) / Number(static_cast<std::int64_t>(gaps.size())));
}

Value plain_value(const AggregatePlan& plan, const Visits& taken, const Period& period) {
  switch (plan.kind) {
    case AggregateKind::count:
      return Value::of(Number(static_cast<std::int64_t>(taken.size())));
    case AggregateKind::any:
      return Value::flag(!taken.empty());
    case AggregateKind::none:
      return Value::flag(taken.empty());
    case AggregateKind::count_distinct:
      return distinct_value(taken);
    case AggregateKind::all:
    case AggregateKind::share:
      return flag_value(plan.kind, taken);
    case AggregateKind::average:
    case AggregateKind::variance:
    case AggregateKind::standard_deviation:
      return spread_value(plan.kind, taken, plan.weight.has_value(), plan.skips_missing);
    case AggregateKind::sum:
    case AggregateKind::min:
    case AggregateKind::max:
    case AggregateKind::median:
      return number_value(plan.kind, taken, plan.skips_missing);
    case AggregateKind::percentile:
      return percentile_value(taken, plan.skips_missing);
    case AggregateKind::only:
      return only_value(taken, plan.skips_missing);
    case AggregateKind::latest:
    case AggregateKind::first:
      return nearest_value(plan.kind, taken, plan.skips_missing);
    case AggregateKind::streak:
      return streak_value(taken);
    case AggregateKind::median_gap:
    case AggregateKind::average_gap:
    case AggregateKind::longest_gap:
      return gap_value(plan.kind, taken, !plan.by.empty(), {});
    case AggregateKind::longest_gap_with_ends: {
      const DayRange days = days_of(plan.window, period);
      return gap_value(plan.kind, taken, !plan.by.empty(), {Date{days.first}, Date{days.last}});
    }
  }
  return Value::missing(plan.result);
}

constexpr AggregateKind all_kinds[] = {AggregateKind::count,
                                       AggregateKind::count_distinct,
                                       AggregateKind::sum,
                                       AggregateKind::average,
                                       AggregateKind::min,
                                       AggregateKind::max,
                                       AggregateKind::median,
                                       AggregateKind::any,
                                       AggregateKind::all,
                                       AggregateKind::none,
                                       AggregateKind::share,
                                       AggregateKind::latest,
                                       AggregateKind::first,
                                       AggregateKind::median_gap,
                                       AggregateKind::average_gap,
                                       AggregateKind::longest_gap,
                                       AggregateKind::percentile,
                                       AggregateKind::variance,
                                       AggregateKind::standard_deviation,
                                       AggregateKind::only,
                                       AggregateKind::longest_gap_with_ends,
                                       AggregateKind::streak};

bool is_flag(AggregateKind kind) {
  return kind == AggregateKind::any || kind == AggregateKind::all || kind == AggregateKind::none;
}

std::optional<Slot> value_slot(AggregateKind kind) {
  if (kind == AggregateKind::all || kind == AggregateKind::share || kind == AggregateKind::streak)
    return visits::is_verified;
  const bool has_none = kind == AggregateKind::count || is_flag(kind) || kind == AggregateKind::median_gap ||
                        kind == AggregateKind::average_gap || kind == AggregateKind::longest_gap ||
                        kind == AggregateKind::longest_gap_with_ends;
  return has_none ? std::nullopt : std::optional(visits::minutes_spent);
}

/// Each kind, with and without a condition, in several windows; what a kind has no use for makes no difference.
Plan plan_of_all() {
  Plan plan = visits::plan();
  const Slot level = constant(plan.rows[visits::visit].program, Value::of(Number::ratio(3, 5)));
  for (const AggregateKind kind : all_kinds) {
    for (const auto window : {Window::Kind::period, Window::Kind::ever, Window::Kind::previous}) {
      for (const bool is_filtered : {false, true}) {
        AggregatePlan aggregate = visits::of_visits(kind, is_flag(kind) ? Kind::flag : Kind::number);
        aggregate.window.kind = window;
        aggregate.value = value_slot(kind);
        aggregate.skips_missing = is_filtered;
        if (is_filtered) aggregate.where = visits::is_verified;
        if (is_filtered) aggregate.by = {1};
        const bool can_weigh = kind == AggregateKind::average || kind == AggregateKind::variance ||
                               kind == AggregateKind::standard_deviation;
        if (is_filtered && can_weigh) aggregate.weight = visits::minutes_spent;
        if (kind == AggregateKind::percentile) aggregate.level = level;
        plan.aggregates.push_back(aggregate);
      }
    }
  }
  return plan;
}

Visits visits_taken(const AggregatePlan& plan, const Visits& visits, int companion, const Period& period) {
  const DayRange days = days_of(plan.window, period);
  Visits taken;
  for (const Visit& visit : visits) {
    const bool is_in_window = days.first <= visit.on.days && visit.on.days <= days.last;
    if (visit.companion == companion && is_in_window && (!plan.where || visit.is_verified)) taken.push_back(visit);
  }
  return taken;
}

void check_world(const Plan& plan, const Visits& visits) {
  const std::vector<Period> periods = {quarter("2017-Q1"), quarter("2017-Q2"), quarter("2017-Q3")};
  std::string companions = visits::companion_header, households = visits::household_header;
  for (int i = 0; i < companion_count; ++i) companions += "P" + std::to_string(i) + "\n";
  for (int i = 0; i < household_count; ++i) households += "K" + std::to_string(i) + ",P0\n";
  const auto result = gather(plan, inputs_of(plan, {{companions}, {households}, {text_of(visits)}}), periods, {});
  for (std::size_t p = 0; p < periods.size(); ++p) {
    for (AggregateIndex a = 0; a < plan.aggregates.size(); ++a) {
      const Column& gathered = result.gathered.periods[p].aggregates[a].value;
      for (int companion = 0; companion < companion_count; ++companion) {
        const Visits taken = visits_taken(plan.aggregates[a], visits, companion, periods[p]);
        const Value wanted = plain_value(plan.aggregates[a], taken, periods[p]);
        if (gathered.value(static_cast<std::size_t>(companion)) == wanted) continue;
        FAIL("aggregate " << a << " of companion " << companion << " in " << periods[p].name() << " of\n"
                          << text_of(visits));
      }
    }
  }
}

}  // namespace

TEST_CASE("gather gives what a plain count by hand gives", "[engine]") {
  const Plan plan = plan_of_all();
  for (std::uint32_t seed = 1; seed <= 60; ++seed) {
    CAPTURE(seed);
    check_world(plan, WorldMaker(seed).make());
  }
}

}  // namespace nilai::engine
