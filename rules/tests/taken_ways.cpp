#include "rules/tests/taken_ways.hpp"

#include <algorithm>
#include <optional>

namespace nilai::rules {

namespace {

using engine::Column;
using engine::Instruction;

/// Operands: condition and value in turn, and a last value for `otherwise`.
std::optional<std::size_t> case_taken(const Instruction& instruction, const std::vector<Column>& slots,
                                      std::size_t row) {
  const auto& operands = instruction.operands;
  for (std::size_t i = 0; i + 1 < operands.size(); i += 2) {
    const Column& condition = slots[operands[i]];
    if (!condition.is_present(row)) return std::nullopt;
    if (condition.is_yes(row)) return i / 2;
  }
  return operands.size() % 2 == 1 ? std::optional(operands.size() / 2) : std::nullopt;
}

/// Operands: the value, then points and where they are earned in turn.
std::optional<std::size_t> stretch_taken(const Instruction& instruction, const std::vector<Column>& slots,
                                         std::size_t row) {
  const auto& operands = instruction.operands;
  const Column& value = slots[operands.front()];
  if (!value.is_present(row)) return std::nullopt;
  const std::size_t point_count = operands.size() / 2;
  for (std::size_t point = 0; point < point_count; ++point) {
    const Column& at = slots[operands[2 * point + 2]];
    if (!at.is_present(row)) return std::nullopt;
    const bool is_last = point + 1 == point_count;
    // The ends are flat and take their points in; a point between belongs to the stretch before it.
    if (value.number(row) < at.number(row) || (!is_last && value.number(row) == at.number(row))) return point;
  }
  return point_count;
}

/// The operands that led to the result: of cases, conditions up to the one that held, and its value.
bool led_to_result(const Instruction& instruction, std::size_t operand, std::optional<std::size_t> way) {
  if (instruction.operation != engine::Operation::cases || !way) return true;
  const std::size_t chosen = std::min(2 * *way + 1, instruction.operands.size() - 1);
  return operand == chosen || (operand < chosen && operand % 2 == 0);
}

}  // namespace

void add_taken_ways(const engine::Program& program, const std::vector<Column>& slots, std::size_t row,
                    const std::vector<engine::Slot>& results, std::set<TakenWay>& taken) {
  const auto& instructions = program.instructions;
  std::vector<bool> is_used(instructions.size(), false), is_live(instructions.size(), false);
  for (const engine::Slot result : results) is_live[result] = true;
  for (std::size_t slot = instructions.size(); slot-- > 0;) {
    if (!is_used[slot]) is_live[slot] = true;
    const Instruction& instruction = instructions[slot];
    std::optional<std::size_t> way;
    if (instruction.operation == engine::Operation::cases) way = case_taken(instruction, slots, row);
    if (instruction.operation == engine::Operation::scale) way = stretch_taken(instruction, slots, row);
    for (std::size_t i = 0; i < instruction.operands.size(); ++i) {
      is_used[instruction.operands[i]] = true;
      if (is_live[slot] && led_to_result(instruction, i, way)) is_live[instruction.operands[i]] = true;
    }
    if (way && is_live[slot]) taken.insert({instruction.source, *way});
  }
}

}  // namespace nilai::rules
