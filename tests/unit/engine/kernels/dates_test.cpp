#include "unit/engine/kernels/run_kernel.hpp"

namespace nilai::engine {

TEST_CASE("a date has a year and a month", "[engine]") {
  CHECK(run(Operation::year_of, Kind::number, {day(2016, 2, 29)}) == number(2016));
  CHECK(run(Operation::month_of, Kind::number, {day(2016, 2, 29)}) == number(2));
  CHECK(run(Operation::year_of, Kind::number, {Value::missing(Kind::date)}) == none);
}

TEST_CASE("working days are weekdays where nothing is said of holidays", "[engine]") {
  CHECK(run(Operation::working_days_between, Kind::number, {day(2025, 3, 28), day(2025, 3, 31)}) == number(1));
}

TEST_CASE("dates go on by days and months, and stay in the calendar", "[engine]") {
  const auto later = [](Operation operation, const Value& date, const Value& by) {
    return run(operation, Kind::date, {date, by});
  };
  CHECK(later(Operation::add_days, day(2016, 2, 28), number(2)) == day(2016, 3, 1));
  CHECK(later(Operation::add_days, day(2017, 1, 1), number(-1)) == day(2016, 12, 31));
  CHECK(later(Operation::add_days, day(2017, 1, 1), ratio(-3, 2)) == day(2016, 12, 31));
  CHECK(later(Operation::add_days, day(2017, 1, 1), number(9'000'000'000'000'000'000)) == day(9999, 12, 31));
  CHECK(later(Operation::add_days, day(2017, 1, 1), number(-5'000'000'000)) == day(1, 1, 1));
  CHECK(later(Operation::add_months, day(2017, 8, 31), Value::months(-6)) == day(2017, 2, 28));
  CHECK(later(Operation::add_months, day(2016, 8, 31), Value::months(-6)) == day(2016, 2, 29));
  CHECK(run(Operation::days_between, Kind::number, {day(2017, 2, 1), day(2017, 3, 1)}) == number(28));
  CHECK(run(Operation::days_between, Kind::number, {day(2017, 2, 1), Value::missing(Kind::date)}) == none);
}

}  // namespace nilai::engine
