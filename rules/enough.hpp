#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "rules/explanation.hpp"

namespace nilai::rules {

/// A measure that the person evaluated can change, and a change of it.
struct ChangedMeasure {
  std::string name, label;
  bool is_up = false;
  bool is_in_rows = false;  ///< each step is a row of its own count or share more, or fewer; else the rulebook's step
  std::int64_t steps = 0;   ///< at least 1
  ShownValue before, after;
};

/// Changes that lead to an outcome.
struct EnoughChange {
  std::string outcome, outcome_label;
  std::vector<ChangedMeasure> measures;  ///< in the order of the text
};

/// What would have been enough for another outcome: changes of what the person can influence, in the period asked for,
/// everything else being as it was.
struct Enough {
  std::string wanted, wanted_label;     ///< the outcome that was to be reached
  bool is_best = true;                  ///< there is none better, so that no other is meant
  bool is_reached = false;              ///< without any change: nothing was tried
  std::vector<EnoughChange> alone;      ///< of each measure that is enough alone, the fewest steps
  std::vector<ChangedMeasure> in_vain;  ///< those that are not, with the most steps that were tried; 0: it has none
  /// Where none is enough alone: the fewest steps of several together.
  std::optional<EnoughChange> together;
  bool has_tried_all = true;  ///< false: further changes are possible than were tried
};

/// Looks for the smallest changes that lead subject `subject` to `toward` or, where that is in the order, to a better
/// outcome; without `toward`, to the next better one. Empty where the rulebook marks nothing as changeable or decides
/// nothing, where the subject is not evaluated or undecided, and, without `toward`, where its outcome is the best or
/// outside the order. Requires: `toward` is one of the outcomes.
std::optional<Enough> enough(const Compiled& compiled, const engine::Gathered& gathered,
                             const engine::Judgements& judgements, std::size_t subject,
                             const std::optional<std::string>& toward, text::Language language);

}  // namespace nilai::rules
