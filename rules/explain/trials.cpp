#include "rules/explain/trials.hpp"

#include <algorithm>

#include "engine/kernels/content.hpp"

namespace nilai::rules {

namespace {

using engine::Operation;

/// The subject's rows alone, `count` times.
engine::Gathered repeated(const engine::Gathered& gathered, std::size_t subject, std::size_t count) {
  const std::vector<std::uint32_t> rows(count, static_cast<std::uint32_t>(subject));
  const auto repeat = [&rows](const std::vector<engine::Column>& columns) {
    std::vector<engine::Column> all;
    all.reserve(columns.size());
    for (const engine::Column& column : columns) all.push_back(engine::pick(column, rows));
    return all;
  };
  engine::Gathered all;
  all.keys.assign(count, gathered.keys[subject]);
  all.working_days = gathered.working_days;
  for (const engine::GatheredPeriod& from : gathered.periods) {
    engine::GatheredPeriod& period = all.periods.emplace_back();
    period.period = from.period;
    period.is_evaluated.assign(count, from.is_evaluated[subject]);
    period.columns = repeat(from.columns);
    period.above = repeat(from.above);
    for (const engine::GatheredAggregate& aggregate : from.aggregates) {
      const bool is_of_the_subject = aggregate.value.size() > 0;
      period.aggregates.emplace_back();
      if (is_of_the_subject) period.aggregates.back().value = engine::pick(aggregate.value, rows);
    }
  }
  return all;
}

void hold(const Trial& trial, std::size_t subject, std::vector<engine::Override>& overrides) {
  for (const HeldValue& held : trial) {
    overrides.push_back({held.slot, engine::Column::constant(held.value), subject, 0});
  }
}

}  // namespace

Trials::Trials(const Compiled& compiled, const engine::Gathered& gathered, std::size_t subject)
    : plan_(compiled.plan), gathered_(gathered), subject_(subject) {
  const auto& instructions = plan_.judge.instructions;
  judges_peers_ = std::any_of(instructions.begin(), instructions.end(), [](const engine::Instruction& instruction) {
    return instruction.operation == Operation::peers || instruction.operation == Operation::rank ||
           instruction.operation == Operation::percentile_rank;
  });
}

engine::Judgements Trials::judge(const Trial& trial) const {
  std::vector<engine::Override> overrides;
  hold(trial, judges_peers_ ? subject_ : 0, overrides);
  return judges_peers_ ? engine::judge(plan_, gathered_, overrides)
                       : engine::judge(plan_, repeated(gathered_, subject_, 1), overrides);
}

std::vector<std::uint32_t> Trials::decisions(const std::vector<Trial>& trials) const {
  std::vector<std::uint32_t> decisions;
  if (judges_peers_) {
    for (const Trial& trial : trials) decisions.push_back(judge(trial).decision[subject_]);
    return decisions;
  }
  std::vector<engine::Override> overrides;
  for (std::size_t i = 0; i < trials.size(); ++i) hold(trials[i], i, overrides);
  return engine::judge(plan_, repeated(gathered_, subject_, trials.size()), overrides).decision;
}

std::vector<engine::Value> Trials::values(const Trial& trial, const std::vector<engine::Slot>& slots) const {
  const engine::Judgements judged = judge(trial);
  std::vector<engine::Value> values;
  values.reserve(slots.size());
  for (const engine::Slot slot : slots) values.push_back(judged.value(slot, judges_peers_ ? subject_ : 0));
  return values;
}

}  // namespace nilai::rules
