#include <algorithm>
#include <set>

#include "rules/explanation.hpp"

namespace nilai::rules {

namespace {

using engine::Operation;
using engine::Slot;
using engine::Value;

bool is_comparison(Operation operation) {
  return operation == Operation::less || operation == Operation::at_most || operation == Operation::greater ||
         operation == Operation::at_least || operation == Operation::equal || operation == Operation::unequal;
}

/// The constants that the program compares the score with: straight, or through values that only pass it on.
std::set<Number> thresholds(const engine::Program& judge, Slot score) {
  const auto& instructions = judge.instructions;
  std::vector<bool> is_score(instructions.size(), false);
  is_score[score] = true;
  std::set<Number> found;
  for (Slot slot = score + 1; slot < instructions.size(); ++slot) {
    const engine::Instruction& instruction = instructions[slot];
    if (instruction.operation == Operation::only_when) is_score[slot] = is_score[instruction.operands[0]];
    if (!is_comparison(instruction.operation)) continue;
    const Slot a = instruction.operands[0], b = instruction.operands[1];
    const Slot other = is_score[a] ? b : a;
    if (is_score[a] == is_score[b] || instructions[other].operation != Operation::constant) continue;
    const auto& value = std::get<Value>(instructions[other].payload);
    if (value.kind == Kind::number) found.insert(value.number());
  }
  return found;
}

/// Whether anyone's result rests on the scores of others: then one score cannot be changed by itself.
bool compares_scores(const engine::Program& judge, Slot score) {
  const auto& instructions = judge.instructions;
  std::vector<bool> rests_on_score(instructions.size(), false);
  rests_on_score[score] = true;
  for (Slot slot = score + 1; slot < instructions.size(); ++slot) {
    const auto& operands = instructions[slot].operands;
    rests_on_score[slot] =
        std::any_of(operands.begin(), operands.end(), [&](Slot operand) { return rests_on_score[operand]; });
    const Operation operation = instructions[slot].operation;
    const bool is_over_peers =
        operation == Operation::peers || operation == Operation::rank || operation == Operation::percentile_rank;
    if (is_over_peers && rests_on_score[slot]) return true;
  }
  return false;
}

Number grain_of(std::optional<int> places) {
  Number grain = 1;
  for (int i = 0; i < places.value_or(2); ++i) grain = grain / 10;
  return grain;
}

}  // namespace

std::vector<Margin> margins(const Compiled& compiled, const engine::Gathered& gathered,
                            const engine::Judgements& judgements) {
  const engine::Plan& plan = compiled.plan;
  if (plan.scores.empty() || plan.decisions.empty()) return {};
  const Slot score = plan.scores[plan.main_score].value;
  if (compares_scores(plan.judge, score)) return {};
  const Number grain = grain_of(plan.scores[plan.main_score].places);
  std::vector<std::optional<Margin>> nearest(gathered.subject_count());

  const auto outcome_of = [&](std::uint32_t decision) { return plan.outcomes[plan.decisions[decision].outcome]; };
  const auto is_decided = [](std::uint32_t decision) { return decision != engine::Judgements::undecided; };
  const auto try_score = [&](const Number& candidate) {
    const auto changed = engine::judge(plan, gathered, {{score, engine::Column::constant(Value::of(candidate))}});
    for (std::size_t s = 0; s < gathered.subject_count(); ++s) {
      const Value value = judgements.value(score, s);
      const std::uint32_t before = judgements.decision[s], after = changed.decision[s];
      if (!judgements.last().is_evaluated[s] || !value.is_present() || !is_decided(before) || !is_decided(after))
        continue;
      if (outcome_of(before) == outcome_of(after)) continue;
      const Number distance = (value.number() - candidate).abs();
      if (nearest[s] && nearest[s]->distance <= distance) continue;
      nearest[s] = Margin{s, distance, value.number(), candidate, outcome_of(before), outcome_of(after)};
    }
  };
  for (const Number& threshold : thresholds(plan.judge, score)) {
    for (const Number& candidate : {threshold - grain, threshold, threshold + grain}) try_score(candidate);
  }

  std::vector<Margin> sorted;
  for (auto& margin : nearest) {
    if (margin) sorted.push_back(std::move(*margin));
  }
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.distance < b.distance; });
  return sorted;
}

}  // namespace nilai::rules
