#pragma once

#include <algorithm>
#include <cstddef>
#include <type_traits>
#include <utility>
#include <vector>

#include "engine/column.hpp"
#include "engine/kernels/evaluate.hpp"
#include "engine/plan.hpp"

/// The kernels: a function for each line of operations.def, which is their contract. One family a file.
namespace nilai::engine::kernels {

/// An instruction with its operands at hand.
struct Call {
  const Instruction& instruction;
  const Loads& loads;
  std::vector<const Column*> operands;

  [[nodiscard]] std::size_t size() const { return operands.size(); }
  [[nodiscard]] const Column& operator[](std::size_t operand) const { return *operands[operand]; }

  /// Withheld where any operand is, else missing where any is.
  [[nodiscard]] Presence joint_presence(std::size_t row) const {
    Presence joint = Presence::present;
    for (const Column* operand : operands) joint = std::max(joint, operand->presence_at(row));
    return joint;
  }

  /// A result of the instruction's kind with everything missing: constant where all operands are, else a row for each.
  [[nodiscard]] Column blank_result() const;
};

static_assert(Presence::present < Presence::missing && Presence::missing < Presence::withheld);

#define NILAI_OPERATION(name, operands, meaning) Column name(const Call& call);
#include "engine/operations.def"
#undef NILAI_OPERATION

/// A result worked out row by row, `compute(row)`, where all operands are present. It gives a `Number` or a code.
template <class Compute>
Column each_present(const Call& call, Compute compute) {
  Column result = call.blank_result();
  for (std::size_t row = 0; row < result.size(); ++row) {
    result.presence[row] = call.joint_presence(row);
    if (result.presence[row] != Presence::present) continue;
    if constexpr (std::is_same_v<std::invoke_result_t<Compute, std::size_t>, Number>) {
      result.numbers[row] = compute(row);
    } else {
      result.codes[row] = static_cast<std::int32_t>(compute(row));
    }
  }
  return result;
}

}  // namespace nilai::engine::kernels
