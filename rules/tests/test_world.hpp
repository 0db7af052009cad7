#pragma once

#include <string>
#include <vector>

#include "engine/gather/gather.hpp"
#include "engine/judge/judge.hpp"
#include "rules/tests/test_plan.hpp"

namespace nilai::rules {

/// The small world of a test, in the form that *gather* and *judge* read.
struct TestWorld {
  engine::TableInputs inputs;                      ///< rows in memory; their numbers count from 1
  std::vector<std::vector<std::size_t>> group_of;  ///< per table and row: the group that made it
  std::vector<engine::Period> periods;             ///< to evaluate, the test's last; empty without periods
  std::vector<std::string> key;                    ///< of the one that the test is about
};

/// Makes the rows of a test. Keys that it does not state are numbered, table by table, and the row that the test is
/// about is the first of its table; a column of a link holds what the nearest row above holds; a date or a period that
/// is not stated is the test's. In each earlier period for which the test fixes something, the one it is about has a
/// row too, or it would not be evaluated there. Requires: a plan without errors.
TestWorld make_world(const engine::Plan& plan, const TestPlan& test);

/// What the test fixes, for the subject in row `subject`. `periods` as in its world.
std::vector<engine::Override> overrides_of(const TestPlan& test, const std::vector<engine::Period>& periods,
                                           std::size_t subject);

}  // namespace nilai::rules
