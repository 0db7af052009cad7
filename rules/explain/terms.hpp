#pragma once

#include <vector>

#include "engine/gather/gathered.hpp"
#include "engine/judge/judge.hpp"
#include "rules/compile.hpp"
#include "rules/explanation.hpp"

namespace nilai::rules {

/// Takes expressions apart for one subject, into the values that stand behind them.
class Terms {
 public:
  Terms(const Compiled& compiled, const engine::Gathered& gathered, const engine::Judgements& judgements,
        std::size_t subject, text::Language language);

  /// The names, counts and phrases that `id` reads, each with its value; literals are left out, each name comes once.
  /// `depth`: how far measures are taken apart in their turn; 0: not at all.
  [[nodiscard]] std::vector<Term> behind(ExpressionId id, int depth) const;

  /// `id` itself with its value, and what is behind it.
  [[nodiscard]] Term of(ExpressionId id, int depth) const;
  [[nodiscard]] Term of_measure(const Measure& measure, engine::Slot slot, int depth) const;

  [[nodiscard]] engine::Value value(engine::Slot slot) const { return judgements_.value(slot, subject_); }
  [[nodiscard]] std::optional<engine::Value> value_of(ExpressionId id) const;
  [[nodiscard]] ShownValue shown(const engine::Value& value, const Type& type, std::optional<int> places = {}) const;

  /// Adds to the value of `id`, where that is a cell, why it is empty.
  void say_reason(ExpressionId id, ShownValue& shown) const;

 private:
  void collect(ExpressionId id, int depth, std::vector<Term>& found) const;
  void find_peers(ExpressionId id, Term& term) const;
  void count_periods(ExpressionId id, Term& term) const;
  void count_rows(ExpressionId id, Term& term) const;

  const Compiled& compiled_;
  const Model& model_;
  const engine::Gathered& gathered_;
  const engine::Judgements& judgements_;
  std::size_t subject_;
  text::Language language_;
};

}  // namespace nilai::rules
