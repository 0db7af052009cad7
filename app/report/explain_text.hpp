#pragma once

#include <string>

#include "app/report/paint.hpp"
#include "rules/explanation.hpp"

namespace nilai::app {

/// An explanation as people read it on a terminal: the outcome and its reason, the cases in their order, the score as a
/// sum to add again, each criterion and each measure down to counts, and earlier periods. `title`: of the rulebook.
std::string explanation_text(const rules::Explanation& explanation, const std::string& title, const Paint& paint,
                             text::Language language);

/// The part of an explanation that says how one thing came about: the criterion, score or measure called `name`, or
/// the outcome, case by case, where that is empty. Begins with an empty line.
std::string explanation_part(const rules::Explanation& explanation, const std::string& name, const Paint& paint,
                             text::Language language);

}  // namespace nilai::app
