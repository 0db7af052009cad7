#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "grammar/syntax/rulebook.hpp"

namespace nilai::rules {

using syntax::ExpressionId;

/// What stands for the inputs of a formula, and for the subject that its conditions leave out.
struct Substitution {
  std::map<std::string, ExpressionId> inputs;
  ExpressionId subject;  ///< none: the conditions keep leaving it out
};

/// Copies expressions within a book, with some names and subjects replaced.
class Copier {
 public:
  /// So many expressions may be written out in one rulebook: formulas within formulas grow fast.
  static constexpr std::size_t max_copies = 200'000;

  /// `in_rows` is told of each input that is put into the rows of an aggregate, and of what stands for it.
  Copier(syntax::Rulebook& book, std::function<void(ExpressionId input, ExpressionId value)> in_rows)
      : book_(book), in_rows_(std::move(in_rows)) {}

  ExpressionId copy(ExpressionId id, const Substitution& substitution) { return copy(id, substitution, false); }

  /// A condition of a parameter's row: a bare value means that the subject equals it.
  ExpressionId copy_condition(ExpressionId id, const Substitution& substitution);

  ExpressionId add(syntax::Expression expression);

  [[nodiscard]] bool is_exhausted() const { return copies_ > max_copies; }

 private:
  ExpressionId copy(ExpressionId id, const Substitution& substitution, bool is_within_rows);

  syntax::Rulebook& book_;
  std::function<void(ExpressionId, ExpressionId)> in_rows_;
  std::size_t copies_ = 0;
};

}  // namespace nilai::rules
