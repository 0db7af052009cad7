#include "engine/gather/windows.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "unit/engine/gather/small_plan.hpp"

namespace nilai::engine {
namespace {

Window window_of(Window::Kind kind, std::uint32_t count = 1, PeriodUnit unit = PeriodUnit::quarter) {
  return {kind, count, unit, day("2016-11-05")};
}

std::string text_of(const DayRange& days) {
  const std::string first = days.first == DayRange().first ? "" : Date{days.first}.to_iso();
  return first + ".." + (days.last == DayRange().last ? "" : Date{days.last}.to_iso());
}

}  // namespace

TEST_CASE("days_of never reaches beyond the period's end", "[engine]") {
  struct Case {
    std::string name;
    Window window;
    std::string days;
  };
  const auto c = GENERATE(values<Case>({
      {"period", window_of(Window::Kind::period), "2017-07-01..2017-09-30"},
      {"ever", window_of(Window::Kind::ever), "..2017-09-30"},
      {"last 4 quarters", window_of(Window::Kind::last, 4), "2016-10-01..2017-09-30"},
      {"last 1 year", window_of(Window::Kind::last, 1, PeriodUnit::year), "2017-01-01..2017-09-30"},
      {"last 2 months", window_of(Window::Kind::last, 2, PeriodUnit::month), "2017-08-01..2017-09-30"},
      {"previous quarter", window_of(Window::Kind::previous), "2017-04-01..2017-06-30"},
      {"previous year", window_of(Window::Kind::previous, 1, PeriodUnit::year), "2016-01-01..2016-12-31"},
      {"this year", window_of(Window::Kind::current, 1, PeriodUnit::year), "2017-01-01..2017-09-30"},
      {"since a date", window_of(Window::Kind::since), "2016-11-05..2017-09-30"},
  }));
  CAPTURE(c.name);
  CHECK(text_of(days_of(c.window, quarter("2017-Q3"))) == c.days);
}

TEST_CASE("days_of of a window longer than the calendar begins before all records", "[engine]") {
  const auto unit = GENERATE(PeriodUnit::day, PeriodUnit::month, PeriodUnit::quarter, PeriodUnit::year);
  const DayRange days = days_of(window_of(Window::Kind::last, 0xFFFFFFFF, unit), quarter("2017-Q3"));
  CHECK(Date{days.first} < day("0001-01-01"));
  CHECK(Date{days.last} == day("2017-09-30"));
}

TEST_CASE("days_of without a period are all days, but those before a `since`", "[engine]") {
  CHECK(text_of(days_of(window_of(Window::Kind::period), std::nullopt)) == "..");
  CHECK(text_of(days_of(window_of(Window::Kind::since), std::nullopt)) == "2016-11-05..");
}

TEST_CASE("RowDays of a row without dates lie everywhere, of one whose date is missing nowhere", "[engine]") {
  const DayRange all = days_of(Window{}, std::nullopt);
  const DayRange third = days_of(Window{}, quarter("2017-Q3"));
  CHECK((RowDays::always().lie_in(all) && RowDays::always().lie_in(third)));
  CHECK_FALSE((RowDays::never().lie_in(all) || RowDays::never().lie_in(third)));
  CHECK(RowDays::of(day("2017-09-30")).lie_in(third));
  CHECK_FALSE(RowDays::of(day("2017-10-01")).lie_in(third));
  CHECK(RowDays::of(quarter("2017-Q3")).lie_in(third));
}

}  // namespace nilai::engine
