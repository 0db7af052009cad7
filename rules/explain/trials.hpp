#pragma once

#include <cstdint>
#include <vector>

#include "engine/judge/judge.hpp"
#include "rules/compile.hpp"

namespace nilai::rules {

/// A value of the judge program held in place of what the rules would give.
struct HeldValue {
  engine::Slot slot = 0;
  engine::Value value;
};

/// What is held at once.
using Trial = std::vector<HeldValue>;

/// Judges one subject again and again, each time with other values held in the last period.
class Trials {
 public:
  Trials(const Compiled& compiled, const engine::Gathered& gathered, std::size_t subject);

  /// The case that decides in each trial, as in `Judgements::decision`.
  [[nodiscard]] std::vector<std::uint32_t> decisions(const std::vector<Trial>& trials) const;

  /// The values at `slots` in one trial.
  [[nodiscard]] std::vector<engine::Value> values(const Trial& trial, const std::vector<engine::Slot>& slots) const;

  /// Whether the rules compare the subject with others: then each trial judges all of them.
  [[nodiscard]] bool judges_peers() const { return judges_peers_; }

 private:
  [[nodiscard]] engine::Judgements judge(const Trial& trial) const;

  const engine::Plan& plan_;
  const engine::Gathered& gathered_;
  std::size_t subject_;
  bool judges_peers_ = false;
};

}  // namespace nilai::rules
