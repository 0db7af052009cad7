#include <catch2/catch.hpp>
#include <string>

#include "engine/date.hpp"

namespace nilai::engine {
namespace {

constexpr PeriodUnit all_units[] = {PeriodUnit::day, PeriodUnit::month, PeriodUnit::quarter, PeriodUnit::half_year,
                                    PeriodUnit::year};

Date day(std::string_view iso) {
  const auto date = Date::parse_iso(iso);
  REQUIRE(date);
  return *date;
}

}  // namespace

TEST_CASE("Period::parse reads the names that offices use, and only those of its unit", "[engine]") {
  struct Case {
    std::string text;
    PeriodUnit unit;
    std::string name;  // empty: refused
  };
  const auto c = GENERATE(values<Case>({
      {"2017-Q3", PeriodUnit::quarter, "2017-Q3"},
      {"2017Q3", PeriodUnit::quarter, "2017-Q3"},
      {"2017 q3", PeriodUnit::quarter, "2017-Q3"},
      {"Q3 2017", PeriodUnit::quarter, "2017-Q3"},
      {"Triwulan III 2021", PeriodUnit::quarter, "2021-Q3"},
      {"TRIWULAN IV 2021", PeriodUnit::quarter, "2021-Q4"},
      {"triwulan 1 2021", PeriodUnit::quarter, "2021-Q1"},
      {"TW3 2021", PeriodUnit::quarter, "2021-Q3"},
      {"TW II 2021", PeriodUnit::quarter, "2021-Q2"},
      {"2021 Triwulan I", PeriodUnit::quarter, "2021-Q1"},
      {"2017-Q5", PeriodUnit::quarter, ""},
      {"2017-Q0", PeriodUnit::quarter, ""},
      {"2017", PeriodUnit::quarter, ""},
      {"2017-S1", PeriodUnit::quarter, ""},
      {"Triwulan V 2021", PeriodUnit::quarter, ""},
      {"Triwulan IIII 2021", PeriodUnit::quarter, ""},
      {"Q3", PeriodUnit::quarter, ""},
      {"Q3 2017 x", PeriodUnit::quarter, ""},
      {"", PeriodUnit::quarter, ""},
      {"2017-S1", PeriodUnit::half_year, "2017-S1"},
      {"Semester 2 2021", PeriodUnit::half_year, "2021-S2"},
      {"semester II 2021", PeriodUnit::half_year, "2021-S2"},
      {"2017-S3", PeriodUnit::half_year, ""},
      {"2017-03", PeriodUnit::month, "2017-03"},
      {"2017-13", PeriodUnit::month, ""},
      {"2017-3", PeriodUnit::month, ""},
      {"2017", PeriodUnit::year, "2017"},
      {"Tahun 2021", PeriodUnit::year, "2021"},
      {"0000", PeriodUnit::year, ""},
      {"17", PeriodUnit::year, ""},
      {"2017-03", PeriodUnit::year, ""},
      {"2017-03-09", PeriodUnit::day, "2017-03-09"},
      {"2017-02-31", PeriodUnit::day, ""},
  }));
  CAPTURE(c.text);
  const auto period = Period::parse(c.text, c.unit);
  CHECK(period.has_value() == !c.name.empty());
  if (period) CHECK(period->name() == c.name);
}

TEST_CASE("Period starts and ends with the calendar's days", "[engine]") {
  struct Case {
    std::string name;
    PeriodUnit unit;
    int starting_month;
    std::string start, end;
  };
  const auto c = GENERATE(values<Case>({
      {"2017-Q1", PeriodUnit::quarter, 1, "2017-01-01", "2017-03-31"},
      {"2017-Q4", PeriodUnit::quarter, 1, "2017-10-01", "2017-12-31"},
      {"2016-02", PeriodUnit::month, 1, "2016-02-01", "2016-02-29"},
      {"2017-S2", PeriodUnit::half_year, 1, "2017-07-01", "2017-12-31"},
      {"2017", PeriodUnit::year, 1, "2017-01-01", "2017-12-31"},
      {"2017-03-09", PeriodUnit::day, 1, "2017-03-09", "2017-03-09"},
      {"2017", PeriodUnit::year, 10, "2017-10-01", "2018-09-30"},
      {"2017-Q1", PeriodUnit::quarter, 10, "2017-10-01", "2017-12-31"},
      {"2017-Q2", PeriodUnit::quarter, 10, "2018-01-01", "2018-03-31"},
      {"2017-S2", PeriodUnit::half_year, 4, "2017-10-01", "2018-03-31"},
      {"2017-02", PeriodUnit::month, 10, "2017-02-01", "2017-02-28"},
      {"9999", PeriodUnit::year, 1, "9999-01-01", "9999-12-31"},
      {"0001-Q1", PeriodUnit::quarter, 1, "0001-01-01", "0001-03-31"},
  }));
  CAPTURE(c.name, c.starting_month);
  const auto period = Period::parse(c.name, c.unit, c.starting_month);
  REQUIRE(period);
  CHECK(period->start().to_iso() == c.start);
  CHECK(period->end().to_iso() == c.end);
}

TEST_CASE("Period::containing puts every day into one period, and neighbours differ by one", "[engine]") {
  const PeriodUnit unit = GENERATE(from_range(std::begin(all_units), std::end(all_units)));
  const int starting_month = GENERATE(1, 4, 10, 12);
  Period previous = Period::containing(day("1998-12-31"), unit, starting_month);
  for (Date date = day("1999-01-01"); date <= day("2005-12-31"); date = date.plus_days(1)) {
    const Period period = Period::containing(date, unit, starting_month);
    const bool is_right = period.contains(date) && !period.plus(1).contains(date) &&
                          (period == previous || (period == previous.plus(1) && period.start() == date)) &&
                          Period::parse(period.name(), unit, starting_month) == period;
    if (!is_right) FAIL(date.to_iso() << " in " << period.name());
    previous = period;
  }
  SUCCEED();
}

TEST_CASE("Period numbers count from year 0", "[engine]") {
  CHECK(Period::parse("2017-Q3", PeriodUnit::quarter)->number == 4 * 2017 + 2);
  CHECK(Period::parse("2017-03", PeriodUnit::month)->number == 12 * 2017 + 2);
  CHECK(Period::parse("2017", PeriodUnit::year)->number == 2017);
  CHECK(Period::parse("1970-01-02", PeriodUnit::day)->number == 1);
}

TEST_CASE("Periods before year 0 still follow one another", "[engine]") {
  const Period early{PeriodUnit::quarter, -1, 1};
  CHECK(early.end().plus_days(1) == early.plus(1).start());
  CHECK(Period::containing(early.start(), PeriodUnit::quarter) == early);
}

}  // namespace nilai::engine
