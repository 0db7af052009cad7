#include <catch2/catch.hpp>
#include <random>
#include <set>
#include <vector>

#include "engine/gather/accumulators/day_log.hpp"
#include "engine/gather/accumulators/day_masks.hpp"
#include "engine/kernels/content.hpp"

namespace nilai::engine {
namespace {

constexpr std::uint32_t owner_count = 40;

struct Row {
  std::uint32_t owner = 0;
  std::uint32_t group = 0;
  std::int32_t day = 0;
};

std::vector<Row> rows_in(const DayRange& window, std::uint32_t groups) {
  std::mt19937 random(7);
  std::vector<Row> rows(400);
  const auto length = static_cast<std::uint32_t>(window.last - window.first + 1);
  for (Row& row : rows) {
    const auto day = static_cast<std::int32_t>(random() % length);
    row = {static_cast<std::uint32_t>(random() % owner_count), static_cast<std::uint32_t>(random() % groups),
           window.first + day};
  }
  return rows;
}

template <class Kept>
Column result_of(Kept kept, AggregateKind kind, const std::vector<Row>& rows) {
  Tally tally;
  tally.taken.resize(owner_count);
  for (const Row& row : rows) {
    TakenRow taken;
    taken.owner = row.owner;
    taken.group = row.group;
    taken.day = row.day;
    kept.take(taken);
  }
  AggregatePlan plan;
  plan.kind = kind;
  Column result = Column::of(Kind::number, owner_count);
  kept.write(plan, tally, result);
  return result;
}

/// The longest gap of an owner, counted without bits or logs.
Number longest_gap(const std::vector<Row>& rows, std::uint32_t owner, std::uint32_t groups) {
  std::int32_t longest = -1;
  for (std::uint32_t group = 0; group < groups; ++group) {
    std::set<std::int32_t> days;
    for (const Row& row : rows) {
      if (row.owner == owner && row.group == group) days.insert(row.day);
    }
    for (auto day = days.begin(); day != days.end() && std::next(day) != days.end(); ++day) {
      longest = std::max(longest, *std::next(day) - *day);
    }
  }
  return longest;
}

void check_longest(const Column& result, const std::vector<Row>& rows, std::uint32_t groups) {
  for (std::uint32_t owner = 0; owner < owner_count; ++owner) {
    const Number expected = longest_gap(rows, owner, groups);
    CHECK((result.is_present(owner) ? result.number(owner) : Number(-1)) == expected);
  }
}

TEST_CASE("the days of a short window stand in bits, before 1970 too") {
  for (const DayRange& window : {DayRange{17'000, 17'000 + 191}, DayRange{-30, 33}, DayRange{0, 0}}) {
    REQUIRE(DayMasks::fits(window));
    const std::vector<Row> rows = rows_in(window, 1);
    check_longest(result_of(DayMasks(owner_count, window), AggregateKind::longest_gap, rows), rows, 1);
  }
  CHECK_FALSE(DayMasks::fits({0, 192}));
  CHECK_FALSE(DayMasks::fits(DayRange()));
}

TEST_CASE("days of groups are told apart, whether an entry is short or long") {
  const DayRange quarter{17'000, 17'090};
  const std::vector<Row> rows = rows_in(quarter, 3);
  check_longest(result_of(DayLog(owner_count, quarter), AggregateKind::longest_gap, rows), rows, 3);
  check_longest(result_of(DayLog(owner_count, DayRange()), AggregateKind::longest_gap, rows), rows, 3);
}

TEST_CASE("bits and log come to the same for every aggregate over gaps") {
  const DayRange window{-45, 45};
  const std::vector<Row> rows = rows_in(window, 1);
  for (const AggregateKind kind : {AggregateKind::median_gap, AggregateKind::average_gap, AggregateKind::longest_gap,
                                   AggregateKind::longest_gap_with_ends}) {
    const Column bits = result_of(DayMasks(owner_count, window), kind, rows);
    const Column log = result_of(DayLog(owner_count, window), kind, rows);
    for (std::uint32_t owner = 0; owner < owner_count; ++owner) CHECK(same_value(bits, owner, log, owner));
  }
}

}  // namespace
}  // namespace nilai::engine
