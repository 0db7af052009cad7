#include "engine/kernels/evaluate.hpp"

#include "unit/engine/kernels/run_kernel.hpp"

namespace nilai::engine {
namespace {

Loads loads_in(std::optional<Period> period) {
  Loads loads;
  loads.period = period;
  loads.column = [](const ColumnLoad& load) { return column_of({number(load.column), none, hidden}, Kind::number); };
  loads.aggregate = [](AggregateIndex index) { return column_of({number(index), number(2), number(3)}, Kind::number); };
  return loads;
}

Program parameter_program() {
  Program program;
  program.instructions = {
      {Operation::constant, Kind::number, {}, number(97), 0},
      {Operation::constant, Kind::number, {}, number(95), 0},
      {Operation::in_force,
       Kind::number,
       {0, 1},
       std::vector<Date>{*Date::from_ymd(2018, 1, 1), *Date::from_ymd(2017, 1, 1)},
       0},
  };
  return program;
}

Value in_force_in(std::optional<Period> period) {
  return evaluate(parameter_program(), loads_in(period)).back().value(0);
}

Period quarter(int year, int part) {
  return {PeriodUnit::quarter, 4 * year + part - 1, 1};
}

}  // namespace

TEST_CASE("evaluate carries out instructions on rows and constants alike", "[engine]") {
  Program program;
  program.instructions = {
      {Operation::column, Kind::number, {}, ColumnLoad{{}, 5}, 0},
      {Operation::constant, Kind::number, {}, number(10), 0},
      {Operation::add, Kind::number, {0, 1}, {}, 0},
      {Operation::aggregate, Kind::number, {}, std::uint32_t{7}, 0},
      {Operation::multiply, Kind::number, {2, 3}, {}, 0},
      {Operation::multiply, Kind::number, {1, 1}, {}, 0},
  };
  const auto slots = evaluate(program, loads_in(std::nullopt));
  REQUIRE(slots.size() == 6);
  CHECK(slots[4].value(0) == number(105));
  CHECK(slots[4].value(1) == none);
  CHECK(slots[4].value(2) == hidden);
  CHECK(slots[5].is_constant);
  CHECK(slots[5].value(2) == number(100));
}

TEST_CASE("a period has a first and a last day", "[engine]") {
  Program program;
  program.instructions = {{Operation::period_start, Kind::date, {}, {}, 0},
                          {Operation::period_end, Kind::date, {}, {}, 0}};
  const auto slots = evaluate(program, loads_in(quarter(2017, 3)));
  CHECK(slots[0].value(0) == day(2017, 7, 1));
  CHECK(slots[1].value(0) == day(2017, 9, 30));
  CHECK(evaluate(program, loads_in(std::nullopt))[0].value(0) == Value::missing(Kind::date));
}

TEST_CASE("the parameter in force is the last one on or before the period's first day", "[engine]") {
  CHECK(in_force_in(quarter(2016, 4)) == none);
  CHECK(in_force_in(quarter(2017, 1)) == number(95));
  CHECK(in_force_in(quarter(2017, 4)) == number(95));
  CHECK(in_force_in(quarter(2018, 1)) == number(97));
  CHECK(in_force_in(std::nullopt) == number(97));
}

TEST_CASE("no rows give no rows", "[engine]") {
  Loads loads;
  loads.column = [](const ColumnLoad&) { return Column::of(Kind::number, 0); };
  Program program;
  program.instructions = {{Operation::column, Kind::number, {}, ColumnLoad{{}, 0}, 0},
                          {Operation::constant, Kind::number, {}, number(1), 0},
                          {Operation::add, Kind::number, {0, 1}, {}, 0}};
  CHECK(evaluate(program, loads).back().size() == 0);
}

}  // namespace nilai::engine
