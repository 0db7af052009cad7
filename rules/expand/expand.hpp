#pragma once

#include "grammar/syntax/rulebook.hpp"
#include "grammar/text/diagnostic.hpp"

namespace nilai::rules {

/// Writes out each use of a formula with inputs (`measure … by …`) and of a parameter by keys (`parameter … by …`), so
/// that every later stage sees plain expressions:
///   - `mean(a, b)` becomes the measure's body, with `a` and `b` for its inputs, rounded and assessed as it says;
///   - `points_for(k, v)` becomes cases: the rows in force on the period's first day, those for `k`, in them the body
///     with `v` for the subject left out. Missing where no row fits;
///   - `points NAME` of a criterion becomes the rows themselves, or `= NAME(it)` where they change with time.
///
/// What is written out bears the span of the definition it comes from; the whole, that of the use. Errors: a formula
/// that uses itself, wrong numbers of values, inputs within rows that are no fixed values, dates that do not rise
/// (22xx, 23xx, 31xx). A callee that nothing defines is left to `resolve`.
void expand(syntax::Rulebook& book, text::Diagnostics& diagnostics);

}  // namespace nilai::rules
