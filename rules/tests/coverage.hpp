#pragma once

#include <map>
#include <string>
#include <vector>

#include "rules/tests/run_test.hpp"

namespace nilai::rules {

/// A way that a rulebook can take, and how many tests took it.
struct CoveredPlace {
  enum class Kind : std::uint8_t {
    formula_case,   ///< a case of a formula, or of points
    scale_segment,  ///< a stretch of a scale between two points, or flat before the first or behind the last
    decision,
    evidence,    ///< an `assessed when` that holds
    no_evidence  ///< one that does not
  };
  Kind kind{};
  std::string of;    ///< the definition, `decide` or TABLE.COLUMN
  std::string text;  ///< as the rulebook has it
  text::Span span;
  std::size_t test_count = 0;
};

/// Counts which ways the tests of a rulebook take, for the one that each is about and in the period that it is run for;
/// in the formulas of rows, for any row.
class Coverage {
 public:
  /// Requires: `compiled` outlives the coverage.
  explicit Coverage(const Compiled& compiled);

  void add(const TestResult& result);

  [[nodiscard]] const std::vector<CoveredPlace>& places() const { return places_; }  ///< in the order of the text

 private:
  /// The places of an expression or a decision, one for each of its ways.
  using Ways = std::vector<std::size_t>;

  void find_in(const std::string& of, ExpressionId id);
  void find_evidence(const std::string& of, ExpressionId assessed_when);
  void find_decisions();
  void sort_places();
  void add_place(CoveredPlace::Kind kind, const std::string& of, std::string text, text::Span span, Ways& ways);

  const Compiled& compiled_;
  std::vector<CoveredPlace> places_;
  std::map<ExpressionId, Ways> ways_;      ///< of cases and scales
  std::map<ExpressionId, Ways> evidence_;  ///< of `assessed when`: holds, does not
  Ways decisions_;
};

}  // namespace nilai::rules
