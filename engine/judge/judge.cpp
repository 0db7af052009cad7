#include "engine/judge/judge.hpp"

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>

#include "engine/kernels/content.hpp"
#include "engine/kernels/evaluate.hpp"
#include "engine/kernels/history.hpp"

namespace nilai::engine {
namespace {

bool is_streak(const Instruction& instruction) {
  return instruction.operation == Operation::streak;
}

bool is_history(const Instruction& instruction) {
  return is_streak(instruction) || instruction.operation == Operation::previous ||
         instruction.operation == Operation::periods;
}

/// What judging carries from one period to the next: the streaks of every instruction that is one.
using Streaks = std::vector<StreakState>;

Streaks start_streaks(const Program& program, std::size_t subject_count) {
  Streaks streaks(program.instructions.size());
  for (Slot slot = 0; slot < streaks.size(); ++slot) {
    if (is_streak(program.instructions[slot])) streaks[slot] = StreakState(subject_count);
  }
  return streaks;
}

Loads loads_of(const GatheredPeriod& gathered, const std::vector<ColumnLoad>& above, const WorkingDays& working_days) {
  Loads loads;
  loads.working_days = &working_days;
  loads.period = gathered.period;
  loads.column = [&gathered, &above](const ColumnLoad& load) {
    return load.path.empty() ? gathered.columns[load.column] : gathered.above[*index_of(above, load)];
  };
  loads.aggregate = [&gathered](AggregateIndex index) { return gathered.aggregates[index].value; };
  loads.is_evaluated = gathered.is_evaluated;
  return loads;
}

std::vector<Override> overrides_of_period(const std::vector<Override>& overrides, std::size_t periods_back) {
  std::vector<Override> found;
  std::copy_if(overrides.begin(), overrides.end(), std::back_inserter(found),
               [periods_back](const Override& override) { return override.periods_back == periods_back; });
  return found;
}

/// Puts what is held at `slot` in the place of what its instruction gave.
void hold(Column& column, Slot slot, const std::vector<Override>& overrides, std::size_t subject_count) {
  for (const Override& override : overrides) {
    if (override.slot != slot) continue;
    if (!override.subject) {
      column = override.column;
      continue;
    }
    if (column.is_constant) column = pick(column, std::vector<std::uint32_t>(subject_count, 0));
    column.set(*override.subject, override.column.value(*override.subject));
  }
}

/// Makes everything missing for subjects that are not evaluated.
void hide_unevaluated(std::vector<Column>& slots, const std::vector<bool>& is_evaluated) {
  std::vector<std::uint32_t> rows(is_evaluated.size());
  for (std::uint32_t row = 0; row < rows.size(); ++row) rows[row] = is_evaluated[row] ? row : no_row;
  if (std::find(rows.begin(), rows.end(), no_row) == rows.end()) return;
  for (Column& slot : slots) slot = pick(slot, rows);
}

/// The periods judged before the one at hand.
struct Past {
  const std::vector<GatheredPeriod>& gathered;
  std::span<const PeriodJudgement> judged;
};

/// What `periods` gives in the period at hand, whose results so far are `slots`.
GatheredAggregate take_periods(const Instruction& instruction, const Past& past, const GatheredPeriod& present,
                               const std::vector<Column>& slots) {
  const auto& spec = std::get<PeriodsSpec>(instruction.payload);
  std::vector<PeriodValues> values;
  const auto add = [&](const GatheredPeriod& gathered, const std::vector<Column>& of) {
    const Column* where = spec.has_where ? &of[instruction.operands.back()] : nullptr;
    const Column* weight = spec.has_weight ? &of[instruction.operands[1]] : nullptr;
    const bool has_level = spec.statistic == AggregateKind::percentile;
    const Column* level = has_level ? &slots[instruction.operands[1]] : nullptr;
    values.push_back({*gathered.period, &of[instruction.operands[0]], weight, level, where, &gathered.is_evaluated});
  };
  for (std::size_t p = 0; p < past.judged.size(); ++p) add(past.gathered[p], past.judged[p].slots);
  if (reaches_present(spec, *present.period)) add(present, slots);
  return over_periods(instruction, *present.period, values, present.is_evaluated.size());
}

Column value_before(const Instruction& instruction, const Past& past) {
  if (past.judged.empty()) return Column::constant(Value::missing(instruction.kind));
  return past.judged.back().slots[instruction.operands.front()];
}

std::vector<Column> judge_period(const Program& program, const GatheredPeriod& gathered,
                                 const WorkingDays& working_days, const std::vector<Override>& overrides,
                                 Streaks& streaks, const Past& past) {
  const std::vector<ColumnLoad> above = loads_above(program);
  const Loads loads = loads_of(gathered, above, working_days);
  std::vector<Column> slots;
  slots.reserve(program.instructions.size());
  for (Slot slot = 0; slot < program.instructions.size(); ++slot) {
    const Instruction& instruction = program.instructions[slot];
    if (is_streak(instruction)) {
      const Column& condition = slots[instruction.operands.front()];
      slots.push_back(
          extend_streak(streaks[slot], condition, std::get<bool>(instruction.payload), gathered.is_evaluated));
    } else if (instruction.operation == Operation::previous) {
      slots.push_back(value_before(instruction, past));
    } else if (instruction.operation == Operation::periods) {
      slots.push_back(take_periods(instruction, past, gathered, slots).value);
    } else {
      slots.push_back(carry_out(instruction, slots, loads));
    }
    hold(slots.back(), slot, overrides, gathered.is_evaluated.size());
  }
  hide_unevaluated(slots, gathered.is_evaluated);
  return slots;
}

/// The first case whose condition is yes; one that is not known leaves the subject undecided.
std::uint32_t decide_subject(const Plan& plan, const std::vector<Column>& slots, std::size_t subject) {
  for (std::uint32_t i = 0; i < plan.decisions.size(); ++i) {
    const auto& condition = plan.decisions[i].condition;
    if (!condition) return i;
    if (!slots[*condition].is_present(subject)) return Judgements::undecided;
    if (slots[*condition].is_yes(subject)) return i;
  }
  return Judgements::undecided;
}

std::vector<std::uint32_t> decide(const Plan& plan, const PeriodJudgement& judged) {
  std::vector<std::uint32_t> decision(judged.is_evaluated.size(), Judgements::undecided);
  for (std::size_t subject = 0; subject < decision.size(); ++subject) {
    if (judged.is_evaluated[subject]) decision[subject] = decide_subject(plan, judged.slots, subject);
  }
  return decision;
}

/// Which slots of past periods are kept: what is asked for, by the plan too, and what looks back reads and gives.
std::vector<bool> kept_slots(const Plan& plan, const std::vector<Slot>& kept) {
  const auto& instructions = plan.judge.instructions;
  std::vector<bool> is_kept(instructions.size());
  for (const Slot slot : kept) is_kept[slot] = true;
  for (const Slot slot : plan.history.kept) is_kept[slot] = true;
  for (Slot slot = 0; slot < instructions.size(); ++slot) {
    if (!is_history(instructions[slot])) continue;
    is_kept[slot] = true;
    for (const Slot operand : instructions[slot].operands) is_kept[operand] = true;
  }
  return is_kept;
}

}  // namespace

Judgements judge(const Plan& plan, const Gathered& gathered, const std::vector<Override>& overrides,
                 const std::vector<Slot>& kept) {
  Judgements judgements;
  const std::vector<bool> is_kept = kept_slots(plan, kept);
  Streaks streaks = start_streaks(plan.judge, gathered.subject_count());
  for (const GatheredPeriod& period : gathered.periods) {
    const auto periods_back = static_cast<std::size_t>(&gathered.periods.back() - &period);
    const bool is_last = periods_back == 0;
    PeriodJudgement judged;
    judged.is_evaluated = period.is_evaluated;
    judged.slots = judge_period(plan.judge, period, gathered.working_days, overrides_of_period(overrides, periods_back),
                                streaks, {gathered.periods, judgements.periods});
    std::vector<std::uint32_t> decision = decide(plan, judged);
    if (is_last) {
      judgements.decision = std::move(decision);
    } else {
      judgements.past_decisions.push_back(std::move(decision));
      for (Slot slot = 0; slot < judged.slots.size(); ++slot) {
        if (!is_kept[slot]) judged.slots[slot] = Column();
      }
    }
    judgements.periods.push_back(std::move(judged));
  }
  return judgements;
}

GatheredAggregate periods_taken(const Instruction& instruction, const Gathered& gathered,
                                const Judgements& judgements) {
  const std::span<const PeriodJudgement> judged(judgements.periods);
  return take_periods(instruction, {gathered.periods, judged.first(judged.size() - 1)}, gathered.periods.back(),
                      judgements.last().slots);
}

}  // namespace nilai::engine
