#pragma once

#include <vector>

#include "rules/compile.hpp"
#include "rules/mutants/mutants.hpp"

namespace nilai::rules {

/// How well the tests of a rulebook guard it against small mistakes.
struct MutationResult {
  std::size_t refused_count = 0;  ///< by the checker: no one could have run them
  std::size_t noticed_count = 0;  ///< at least one test failed
  std::vector<Mutant> unnoticed;  ///< every test passed

  [[nodiscard]] std::size_t tried_count() const { return noticed_count + unnoticed.size(); }
};

/// Compiles every mutant of the rulebook and runs the tests on it, until one fails. Requires: all tests pass.
MutationResult try_mutants(const Compiled& compiled);

}  // namespace nilai::rules
