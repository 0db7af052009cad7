// The result depends on the rows alone: not on their order, the files they are split over, or the threads.
#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <string>

#include "engine/gather/gather.hpp"
#include "unit/engine/gather/small_plan.hpp"

namespace nilai::engine {
namespace {

/// One aggregate of each way to keep rows.
Plan plan_of_many_kinds() {
  Plan plan = visits::plan();
  const auto add = [&plan](AggregateKind kind, std::optional<Slot> value) {
    plan.aggregates.push_back(visits::of_visits(kind, Kind::number));
    plan.aggregates.back().value = value;
    plan.aggregates.back().skips_missing = true;
    plan.aggregates.back().by = {1};
  };
  add(AggregateKind::count, {});
  add(AggregateKind::share, visits::is_verified);
  add(AggregateKind::average, visits::minutes_spent);
  add(AggregateKind::max, visits::minutes_spent);
  add(AggregateKind::median, visits::minutes_spent);
  add(AggregateKind::latest, visits::minutes_spent);
  add(AggregateKind::median_gap, {});
  return plan;
}

/// Thousands of rows of every table, some of them of no use.
std::vector<std::vector<std::string>> make_rows() {
  std::mt19937 random(7);
  std::vector<std::vector<std::string>> rows(3);
  for (int i = 0; i < 50; ++i) rows[0].push_back("P" + std::to_string(i));
  for (int i = 0; i < 2500; ++i) {
    rows[1].push_back("K" + std::to_string(random() % 2000) + ",P" + std::to_string(random() % 51));
  }
  for (int i = 0; i < 6'000; ++i) {
    rows[2].push_back("P" + std::to_string(random() % 51) + ",K" + std::to_string(random() % 2000) + "," +
                      day("2017-01-01").plus_days(static_cast<std::int64_t>(random() % 181)).to_iso() +
                      (random() % 3 == 0 ? ",no," : ",yes,") + std::to_string(random() % 90) + "." +
                      std::to_string(random() % 10));
  }
  return rows;
}

Texts split(const Plan& plan, const std::vector<std::vector<std::string>>& rows, std::size_t file_count) {
  const char* headers[] = {visits::companion_header, visits::household_header, visits::visit_header};
  Texts texts(plan.tables.size());
  for (std::size_t table = 0; table < texts.size(); ++table) {
    texts[table].assign(file_count, headers[table]);
    for (std::size_t row = 0; row < rows[table].size(); ++row) {
      texts[table][row % file_count] += rows[table][row] + "\n";
    }
  }
  return texts;
}

void check_same(const Column& a, const Column& b) {
  CHECK(a.presence == b.presence);
  CHECK(a.numbers == b.numbers);
  CHECK(a.codes == b.codes);
  CHECK(a.texts == b.texts);
}

void check_same(const GatherResult& a, const GatherResult& b) {
  CHECK(a.gathered.keys == b.gathered.keys);
  CHECK(a.last_date == b.last_date);
  CHECK(a.dates == b.dates);
  for (std::size_t p = 0; p < a.gathered.periods.size(); ++p) {
    for (std::size_t i = 0; i < a.gathered.periods[p].aggregates.size(); ++i) {
      const GatheredAggregate &one = a.gathered.periods[p].aggregates[i], &other = b.gathered.periods[p].aggregates[i];
      check_same(one.value, other.value);
      CHECK(one.counted == other.counted);
      CHECK(one.taken == other.taken);
    }
  }
  for (std::size_t table = 0; table < a.row_counts.size(); ++table) {
    CHECK(a.row_counts[table].used == b.row_counts[table].used);
    CHECK(a.row_counts[table].outside == b.row_counts[table].outside);
    CHECK(a.row_counts[table].set_aside == b.row_counts[table].set_aside);
  }
}

}  // namespace

TEST_CASE("gather gives the same whatever the threads, the files and the order of rows", "[engine]") {
  const Plan plan = plan_of_many_kinds();
  const std::vector<Period> periods = {quarter("2017-Q1"), quarter("2017-Q2")};
  auto rows = make_rows();
  const auto first = gather(plan, inputs_of(plan, split(plan, rows, 1)), periods, {});
  CHECK(first.row_counts[1].set_aside > 0);
  CHECK(first.row_counts[2].used > 0);

  GatherOptions options;
  std::mt19937 random(11);
  for (unsigned threads = 1; threads <= 8; ++threads) {
    CAPTURE(threads);
    options.threads = threads;
    const auto again = gather(plan, inputs_of(plan, split(plan, rows, 5)), periods, options);
    check_same(first, again);
    CHECK(again.refusals == gather(plan, inputs_of(plan, split(plan, rows, 5)), periods, {}).refusals);
    for (auto& of_table : rows) std::shuffle(of_table.begin(), of_table.end(), random);
  }
}

}  // namespace nilai::engine
