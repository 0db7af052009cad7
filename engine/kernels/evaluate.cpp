#include "engine/kernels/evaluate.hpp"

#include "engine/kernels/kernels.hpp"

namespace nilai::engine {
namespace {

using Kernel = Column (*)(const kernels::Call&);

// In the order of `Operation`, since both come from one table: an operation without a kernel does not compile.
constexpr Kernel kernel_table[] = {
#define NILAI_OPERATION(name, operands, meaning) &kernels::name,
#include "engine/operations.def"
#undef NILAI_OPERATION
};

}  // namespace

Column kernels::Call::blank_result() const {
  for (const Column* operand : operands) {
    if (!operand->is_constant) return Column::of(instruction.kind, operand->size());
  }
  return Column::constant(Value::missing(instruction.kind));
}

Column carry_out(const Instruction& instruction, const std::vector<Column>& slots, const Loads& loads) {
  kernels::Call call{instruction, loads, {}};
  call.operands.reserve(instruction.operands.size());
  for (const Slot operand : instruction.operands) call.operands.push_back(&slots[operand]);
  return kernel_table[static_cast<std::size_t>(instruction.operation)](call);
}

std::vector<Column> evaluate(const Program& program, const Loads& loads) {
  std::vector<Column> slots;
  slots.reserve(program.instructions.size());
  for (const Instruction& instruction : program.instructions) {
    slots.push_back(carry_out(instruction, slots, loads));
  }
  return slots;
}

}  // namespace nilai::engine
