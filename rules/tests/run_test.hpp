#pragma once

#include <set>
#include <string>
#include <vector>

#include "engine/gather/gathered.hpp"
#include "engine/judge/judge.hpp"
#include "grammar/text/diagnostic.hpp"
#include "rules/compile.hpp"
#include "rules/tests/taken_ways.hpp"

namespace nilai::rules {

/// An `expect` that did not come true.
struct FailedExpectation {
  std::size_t index = 0;  ///< among the test's
  std::string got;        ///< as the rulebook would write it: `coach`, `NIL-01`, `62%`; empty: there is none
};

/// What came of one test.
struct TestResult {
  std::vector<FailedExpectation> failed;
  text::Diagnostics problems;  ///< rows that cannot be as the test has them: nothing was expected of it then
  engine::Gathered gathered;
  engine::Judgements judgements;
  std::size_t subject = 0;          ///< row of the one that the test is about
  std::set<TakenWay> ways_of_rows;  ///< through the formulas and conditions of any row

  [[nodiscard]] bool has_passed() const { return failed.empty() && problems.all().empty(); }
};

/// Runs test `index` of the rulebook: through *gather* and *judge*, as records are.
TestResult run_test(const Compiled& compiled, std::size_t index);

}  // namespace nilai::rules
