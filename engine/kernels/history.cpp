#include "engine/kernels/history.hpp"

#include "engine/gather/accumulators/accumulator.hpp"
#include "engine/gather/windows.hpp"
#include "engine/kernels/kernels.hpp"

namespace nilai::engine {
namespace {

void step(StreakState& state, std::size_t row, Presence presence, bool is_yes, bool passes_over_missing) {
  const bool breaks =
      (presence == Presence::present && !is_yes) || (presence == Presence::missing && !passes_over_missing);
  if (breaks) {
    state.counts[row] = 0;
    state.is_withheld[row] = false;
  } else if (presence == Presence::withheld) {
    state.is_withheld[row] = true;
  } else if (presence == Presence::present) {
    ++state.counts[row];
  }
}

}  // namespace

Column extend_streak(StreakState& state, const Column& condition, bool passes_over_missing,
                     const std::vector<bool>& is_evaluated) {
  Column streak = Column::of(Kind::number, is_evaluated.size());
  for (std::size_t row = 0; row < is_evaluated.size(); ++row) {
    const Presence presence = is_evaluated[row] ? condition.presence_at(row) : Presence::missing;
    step(state, row, presence, presence == Presence::present && condition.is_yes(row), passes_over_missing);
    if (!is_evaluated[row]) continue;
    streak.presence[row] = state.is_withheld[row] ? Presence::withheld : Presence::present;
    if (!state.is_withheld[row]) streak.numbers[row] = state.counts[row];
  }
  return streak;
}

bool reaches_present(const PeriodsSpec& spec, const Period& present) {
  return RowDays::of(present).lie_in(days_of(spec.window, present));
}

GatheredAggregate over_periods(const Instruction& instruction, const Period& present,
                               const std::vector<PeriodValues>& values, std::size_t subject_count) {
  const auto& spec = std::get<PeriodsSpec>(instruction.payload);
  AggregatePlan plan;
  plan.kind = spec.statistic;
  plan.result = instruction.kind;
  plan.skips_missing = spec.skips_missing;
  if (spec.has_weight) plan.weight = Slot{};  // of the columns fed below
  Accumulator accumulator(plan, days_of(spec.window, present), subject_count);
  for (const PeriodValues& in : values) {
    std::vector<Feed> feeds;
    for (std::uint32_t subject = 0; subject < subject_count; ++subject) {
      if ((*in.is_evaluated)[subject]) feeds.push_back({subject, subject, RowDays::of(in.period)});
    }
    accumulator.fold({.feeds = feeds, .where = in.where, .value = in.value, .weight = in.weight, .level = in.level});
  }
  return accumulator.finish();
}

// What goes on from period to period is judge's; a program of one period has only the first.

Column kernels::previous(const Call& call) {
  return Column::constant(Value::missing(call.instruction.kind));
}

Column kernels::periods(const Call& call) {
  return Column::constant(Value::missing(call.instruction.kind));
}

Column kernels::streak(const Call& call) {
  const Column& condition = call[0];
  StreakState state(condition.size());
  Column result = extend_streak(state, condition, std::get<bool>(call.instruction.payload),
                                std::vector<bool>(condition.size(), true));
  result.is_constant = condition.is_constant;
  return result;
}

}  // namespace nilai::engine
