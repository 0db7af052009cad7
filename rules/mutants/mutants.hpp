#pragma once

#include <functional>
#include <string>
#include <vector>

#include "grammar/syntax/rulebook.hpp"

namespace nilai::rules {

/// A small mistake that could be made in a rulebook: one number, comparison or order other than it is written.
struct Mutant {
  enum class Kind : std::uint8_t {
    threshold,
    points,
    scale_point,
    weight,
    comparison,
    connective,
    rounding,
    rows,
    order
  };
  Kind kind{};
  std::string of;             ///< the definition, `decide` or TABLE.COLUMN
  syntax::Span span;          ///< of what is changed
  std::string before, after;  ///< `55` and `56`, `<` and `<=`; empty: left out; of an order, the two that change places
  std::function<void(syntax::Rulebook&)> apply;
};

/// Every such mistake, one at a time, in the order of the text:
///
/// - a number, a span, a date or a count of periods one step of its last digit up, and one down;
/// - a weight a step up; one in per cent at the cost of the next in its score, so that the sum stays 100%;
/// - a comparison that takes its bound in or leaves it out, or that is turned around; `=` for `!=`;
/// - `and` for `or`, `is missing` for `is not missing`;
/// - a rounding to a place more or less;
/// - rows taken without their condition (`where`), or in the period alone (`ever`);
/// - two neighbouring cases, of a formula or of the decision, in the other order.
///
/// The bounds of columns and the dates from which parameters hold are what data and law say, and stay as they are.
std::vector<Mutant> mutants_of(const syntax::Rulebook& book, const text::Source& source);

}  // namespace nilai::rules
