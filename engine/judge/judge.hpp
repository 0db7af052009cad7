#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/column.hpp"
#include "engine/gather/gathered.hpp"
#include "engine/plan.hpp"

namespace nilai::engine {

/// A slot of the judge program held at given values in one period, whatever its instruction would have given: what a
/// counterfactual or a test fixes.
struct Override {
  Slot slot = 0;
  Column column;                                      ///< a row a subject, or constant
  std::optional<std::size_t> subject = std::nullopt;  ///< for this one alone; none: for everyone
  std::size_t periods_back = 0;                       ///< before the last period
};

/// What came of a plan for every subject in one period.
struct PeriodJudgement {
  std::vector<Column> slots;  ///< the result of every instruction; of past periods only what history reads
  std::vector<bool> is_evaluated;
};

struct Judgements {
  static constexpr std::uint32_t undecided = 0xFFFFFFFF;

  std::vector<PeriodJudgement> periods;  ///< as in `Gathered`; the last is the one asked for
  std::vector<std::uint32_t> decision;   ///< index of the case that decided, per subject; or `undecided`
  std::vector<std::vector<std::uint32_t>> past_decisions;  ///< likewise, for each earlier period

  [[nodiscard]] const PeriodJudgement& last() const { return periods.back(); }
  [[nodiscard]] Value value(Slot slot, std::size_t subject) const { return last().slots[slot].value(subject); }
};

/// What an instruction `periods` gave in the last period, and how many periods it took for every subject. Requires: the
/// judgements of that plan and those rows.
GatheredAggregate periods_taken(const Instruction& instruction, const Gathered& gathered, const Judgements& judgements);

/// Turns gathered rows into judgements, column by column, oldest period first; reads nothing else. `kept`: slots to be
/// kept of past periods besides what history reads.
///
/// A subject that is not evaluated in a period has every value missing there. A case of the decision whose condition is
/// not known (only withheld data can bring that about in a checked plan) leaves the subject undecided.
Judgements judge(const Plan& plan, const Gathered& gathered, const std::vector<Override>& overrides = {},
                 const std::vector<Slot>& kept = {});

}  // namespace nilai::engine
