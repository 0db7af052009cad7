#pragma once

#include <set>
#include <string>

#include "rules/model.hpp"
#include "rules/parts.hpp"

namespace nilai::rules {

/// What is known where an expression stands: language.md's facts, by the text of what they speak of.
struct Facts {
  std::set<std::string> present;   ///< values that are there
  std::set<std::string> nonzero;   ///< numbers that are not zero
  std::set<std::string> positive;  ///< numbers that are above zero
  std::set<std::string> several;   ///< counts that are at least two
};

/// Whether the operator compares: `=`, `<` and their like.
bool is_comparison(syntax::Operator operation);

/// An expression as text that does not depend on layout, nor on the language of the keywords. Equal texts, equal
/// meaning: what speaks of the parts of a score that is not the main one is headed by that score's name.
std::string plain(const Model& model, ExpressionId id);

/// The same with the measure it names written out (where that is neither rounded nor `assessed when`).
std::string canonical(const Model& model, ExpressionId id);

/// The text of the weight that was assessed of a score, however it is written.
std::string assessed_weight_text(const Model& model, OfScore score);

/// Adds what follows from `condition` being known to hold, or known not to.
void learn(const Model& model, ExpressionId condition, bool holds, Facts& facts);

}  // namespace nilai::rules
