#include "engine/kernels/history.hpp"

#include "unit/engine/kernels/run_kernel.hpp"

namespace nilai::engine {
namespace {

/// One subject's streaks over periods; an empty condition: it is not evaluated there.
std::vector<Value> streaks_of(const std::vector<std::optional<Value>>& conditions, bool passes_over_missing) {
  StreakState state(1);
  std::vector<Value> streaks;
  for (const auto& condition : conditions) {
    const Column column = column_of({condition.value_or(yes)}, Kind::flag);
    streaks.push_back(extend_streak(state, column, passes_over_missing, {condition.has_value()}).value(0));
  }
  return streaks;
}

}  // namespace

TEST_CASE("a streak counts the periods up to this one without a break", "[engine]") {
  CHECK(streaks_of({yes, yes, no, yes}, false) == std::vector<Value>{number(1), number(2), number(0), number(1)});
  CHECK(streaks_of({yes, unknown, yes}, false) == std::vector<Value>{number(1), number(0), number(1)});
  CHECK(streaks_of({yes, unknown, yes}, true) == std::vector<Value>{number(1), number(1), number(2)});
}

TEST_CASE("what could not be read leaves the streak unknown until it breaks", "[engine]") {
  CHECK(streaks_of({yes, unread, yes, no, yes}, false) ==
        std::vector<Value>{number(1), hidden, hidden, number(0), number(1)});
  CHECK(streaks_of({unread, unknown, yes}, false) == std::vector<Value>{hidden, number(0), number(1)});
  CHECK(streaks_of({unread, unknown, yes, no}, true) == std::vector<Value>{hidden, hidden, hidden, number(0)});
}

TEST_CASE("a period without an evaluation breaks a streak or is passed over, as a missing one", "[engine]") {
  CHECK(streaks_of({yes, std::nullopt, yes}, false) == std::vector<Value>{number(1), none, number(1)});
  CHECK(streaks_of({yes, std::nullopt, yes}, true) == std::vector<Value>{number(1), none, number(2)});
}

TEST_CASE("in the first period a streak is one or nothing", "[engine]") {
  CHECK(run(Operation::streak, Kind::number, {yes}, false) == number(1));
  CHECK(run(Operation::streak, Kind::number, {no}, true) == number(0));
  CHECK(run(Operation::streak, Kind::number, {unread}, true) == hidden);
}

}  // namespace nilai::engine
