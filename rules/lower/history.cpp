#include "rules/lower/history.hpp"

#include <algorithm>

namespace nilai::rules {

namespace {

using engine::Instruction;
using engine::Operation;
using engine::Slot;
using engine::Value;

/// So many earlier periods; none: all there are.
using Depth = std::optional<std::uint32_t>;

/// Deeper than any rulebook looks back by a number that it states.
constexpr std::uint32_t most_periods = 100'000;

Depth sum(const Depth& a, const Depth& b) {
  if (!a || !b || *a + *b > most_periods) return std::nullopt;
  return *a + *b;
}

Depth deeper(const Depth& a, const Depth& b) {
  return a && b ? std::optional(std::max(*a, *b)) : std::nullopt;
}

/// How many earlier periods a streak must know: for `streak(c) >= 3` two. No limit where the streak passes over
/// periods, or its count is shown for itself.
Depth streak_depth(const engine::Plan& plan, Slot streak) {
  const auto& instructions = plan.judge.instructions;
  const bool is_shown =
      std::any_of(plan.measures.begin(), plan.measures.end(), [&](const auto& m) { return m.value == streak; });
  if (is_shown || std::get<bool>(instructions[streak].payload)) return std::nullopt;
  Depth depth;
  for (const Instruction& user : instructions) {
    const auto& operands = user.operands;
    if (std::find(operands.begin(), operands.end(), streak) == operands.end()) continue;
    const bool is_at_least = user.operation == Operation::at_least && operands[0] == streak &&
                             instructions[operands[1]].operation == Operation::constant;
    if (!is_at_least) return std::nullopt;
    constexpr std::int64_t most = 1000;
    const auto wanted = std::get<Value>(instructions[operands[1]].payload).number().to_int64();
    if (!wanted || *wanted < 1 || *wanted > most) return std::nullopt;
    depth = std::max(depth.value_or(0), static_cast<std::uint32_t>(*wanted) - 1);
  }
  return depth;
}

/// How many earlier periods a window can hold.
Depth window_depth(const engine::Plan& plan, const engine::Window& window) {
  const auto own_months = static_cast<std::uint32_t>(engine::months_in(*plan.every));
  const auto unit_months = static_cast<std::uint32_t>(engine::months_in(window.unit));
  if (own_months == 0 || unit_months == 0) {
    const bool is_own = own_months == unit_months && window.kind == engine::Window::Kind::last;
    return is_own && window.count <= most_periods ? Depth(window.count - 1) : std::nullopt;
  }
  const std::uint32_t unit_periods = std::max(unit_months / own_months, 1u);
  switch (window.kind) {
    case engine::Window::Kind::period:
      return 0;
    case engine::Window::Kind::last:
      if (window.count > most_periods / unit_periods) return std::nullopt;
      return window.count * unit_periods - 1;
    case engine::Window::Kind::current:
      return unit_periods - 1;
    case engine::Window::Kind::previous:
      return 2 * unit_periods - 1;
    case engine::Window::Kind::ever:
    case engine::Window::Kind::since:
      break;
  }
  return std::nullopt;
}

/// Works out what every instruction rests on, operands first.
class Depths {
 public:
  explicit Depths(const engine::Plan& plan)
      : plan_(plan), state_(plan.judge.instructions.size()), depths_(plan.judge.instructions.size()) {}

  std::vector<Depth> of_all() {
    for (Slot slot = 0; slot < depths_.size(); ++slot) of(slot);
    return std::move(depths_);
  }

 private:
  enum class State : std::uint8_t { unknown, open, known };

  Depth of(Slot slot) {
    if (state_[slot] == State::open) return std::nullopt;  // its own past: as far back as there is any
    if (state_[slot] == State::known) return depths_[slot];
    state_[slot] = State::open;
    Depth deepest = 0;
    for (const Slot operand : plan_.judge.instructions[slot].operands) deepest = deeper(deepest, of(operand));
    state_[slot] = State::known;
    return depths_[slot] = sum(deepest, own(slot));
  }

  [[nodiscard]] Depth own(Slot slot) const {
    const Instruction& instruction = plan_.judge.instructions[slot];
    if (instruction.operation == Operation::streak) return streak_depth(plan_, slot);
    if (instruction.operation == Operation::previous) return 1;
    if (instruction.operation != Operation::periods) return 0;
    return window_depth(plan_, std::get<engine::PeriodsSpec>(instruction.payload).window);
  }

  const engine::Plan& plan_;
  std::vector<State> state_;
  std::vector<Depth> depths_;
};

}  // namespace

engine::History history_of(const engine::Plan& plan) {
  engine::History history;
  const auto& instructions = plan.judge.instructions;
  for (Slot slot = 0; slot < instructions.size(); ++slot) {
    const Operation operation = instructions[slot].operation;
    const bool is_streak = operation == Operation::streak;
    if (!is_streak && operation != Operation::previous && operation != Operation::periods) continue;
    history.is_needed = true;
    history.kept.push_back(slot);
    for (const Slot read : instructions[slot].operands) {
      history.kept.push_back(read);
      // Of a condition the two sides are shown too.
      if (is_streak) {
        const auto& compared = instructions[read].operands;
        history.kept.insert(history.kept.end(), compared.begin(), compared.end());
      }
    }
  }
  if (!history.is_needed) return history;
  history.depth = Depths(plan).of_all();
  history.periods_back = 0;
  for (const Depth& depth : history.depth) history.periods_back = deeper(history.periods_back, depth);
  return history;
}

}  // namespace nilai::rules
