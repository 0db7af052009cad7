#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/plan.hpp"
#include "grammar/syntax/definition.hpp"
#include "grammar/text/diagnostic.hpp"
#include "rules/type.hpp"

namespace nilai::rules {

struct Compiled;

/// Rows of one table that a test gives.
struct RowGroup {
  std::optional<engine::TableIndex> table;           ///< in the plan; none: the rules do not read it
  std::uint32_t count = 1;                           ///< rows for each row of `under`
  std::optional<std::size_t> under;                  ///< an earlier group; none: the rows are there once
  bool is_inside = false;                            ///< belongs to rows that the same `given` makes, by `having`
  bool is_evaluated = false;                         ///< the row that the test is about
  std::vector<std::optional<engine::Value>> stated;  ///< by column of the plan's table
  text::Span span;                                   ///< the clause
};

/// A measure, score or criterion fixed outright.
struct FixedValue {
  engine::Slot slot = 0;
  engine::Value value;
  std::optional<engine::Window> window;  ///< none: the test's period alone
};

/// What an `expect` asks for.
struct ExpectedValue {
  enum class Kind : std::uint8_t { outcome, code, value, points };
  Kind kind{};
  std::string text;       ///< the outcome or the code, or the name of what is expected of
  engine::Slot slot = 0;  ///< for value and points
  engine::Value value;    ///< likewise; missing: it must be missing, points not assessed
  Type type;              ///< of a value
  bool is_percent = false;
};

/// A test, ready to be run on the plan of its rulebook.
struct TestPlan {
  std::optional<engine::Period> period;  ///< none where the rulebook has no periods
  std::vector<RowGroup> groups;          ///< in the order in which rows are made: parents before their children
  std::vector<FixedValue> fixed;
  std::vector<ExpectedValue> expected;  ///< one for each `expect`, in their order
};

/// So many rows may a test make.
inline constexpr std::uint64_t max_test_rows = 100'000;

/// Brings every test of the rulebook into the form that is run. What a test says that cannot be so is reported: values
/// of another type, columns that the rules read and no one gives, rows that belong to none.
///
/// Requires: a plan. The result is of use only without errors.
std::vector<TestPlan> plan_tests(const Compiled& compiled, text::Diagnostics& diagnostics);

// --- the steps ----------------------------------------------------------------------------------------------------

/// The value that is known of something of `type` which is called `name` and stands at `span`. Empty, and reported,
/// where it cannot be one of the type. Requires: no points, nor `not assessed`.
std::optional<engine::Value> known_value(const Compiled& compiled, const syntax::Known& known, const Type& type,
                                         const syntax::Name& name, text::Diagnostics& diagnostics);

/// The rows that a test gives.
std::vector<RowGroup> plan_rows(const Compiled& compiled, const syntax::Test& test, const TestPlan& plan,
                                text::Diagnostics& diagnostics);

}  // namespace nilai::rules
