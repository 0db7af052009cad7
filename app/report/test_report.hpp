#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/report/paint.hpp"
#include "grammar/text/diagnostic.hpp"
#include "rules/mutants/mutate.hpp"
#include "rules/tests/coverage.hpp"
#include "rules/tests/run_test.hpp"

namespace nilai::app {

/// A rulebook whose tests were run.
struct TestedRulebook {
  std::string name;
  std::unique_ptr<const rules::Compiled> compiled;  ///< null: it is wrong, and nothing was run
  std::vector<rules::TestResult> results;           ///< one for each of its tests
  std::optional<rules::Coverage> coverage;          ///< where it was asked for
  std::optional<rules::MutationResult> mutation;    ///< likewise, where all tests pass

  [[nodiscard]] std::size_t passed_count() const;
};

/// What people read: each `expect` that did not come true with its place, what came instead and how it came about; then
/// a line that counts.
std::string tests_text(const std::vector<TestedRulebook>& tested, const Paint& paint, text::Language language);

/// What programs read: `rulebooks`, each with its `tests`, each with place, period, whether it `passed` and its
/// `failures`; and the counts. Where asked for also `coverage` (the `places` with the tests that reached each) and
/// `mutants` (how many were tried and noticed; the `unnoticed` ones).
std::string tests_json(const std::vector<TestedRulebook>& tested, text::Language language);

/// What build servers read: JUnit XML, a suite a rulebook and a case a test.
std::string tests_junit(const std::vector<TestedRulebook>& tested, text::Language language);

// --- one failure, for all of them ---------------------------------------------------------------------------------

/// An `expect` that did not come true, in words.
struct ShownFailure {
  std::string file;
  text::Place place;     ///< in it
  std::string expected;  ///< as the rulebook has it: `outcome warn`
  std::string got;       ///< `coach`, `75 points`, `not assessed`
  std::string why;       ///< how it came about; empty where the one it is about was not evaluated
};

std::vector<ShownFailure> shown_failures(const TestedRulebook& rulebook, std::size_t test, const Paint& paint,
                                         text::Language language);

/// The problems of a test that could not be run, as those of a rulebook are shown; empty where there are none.
std::string test_problems(const TestedRulebook& rulebook, std::size_t test, const Paint& paint,
                          text::Language language);

/// What the tests reach, and by name what they do not.
std::string coverage_text(const TestedRulebook& rulebook, const Paint& paint, text::Language language);

/// How many mutants the tests notice, and each that they do not.
std::string mutants_text(const TestedRulebook& rulebook, const Paint& paint, text::Language language);

/// `2017-Q1`; empty where the rulebook has no periods.
std::string period_of_test(const TestedRulebook& rulebook, std::size_t test);

}  // namespace nilai::app
