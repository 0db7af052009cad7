#include "engine/date.hpp"

#include <catch2/catch.hpp>
#include <string>

namespace nilai::engine {
namespace {

Date day(std::string_view iso) {
  const auto date = Date::parse_iso(iso);
  REQUIRE(date);
  return *date;
}

bool is_leap_year(int year) {
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int days_in(int year, int month) {
  if (month == 2) return is_leap_year(year) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

}  // namespace

TEST_CASE("Date counts every day of 1900 to 2100 once, in order", "[engine]") {
  Date expected = day("1900-01-01");
  for (int year = 1900; year <= 2100; ++year) {
    for (int month = 1; month <= 12; ++month) {
      for (int number = 1; number <= days_in(year, month); ++number) {
        const auto date = Date::from_ymd(year, month, number);
        const bool is_right = date == expected && date->year() == year && date->month() == month &&
                              date->day() == number && Date::parse_iso(date->to_iso()) == date;
        if (!is_right) FAIL(year << '-' << month << '-' << number);
        expected = expected.plus_days(1);
      }
      CHECK_FALSE(Date::from_ymd(year, month, days_in(year, month) + 1));
    }
  }
  CHECK(day("1970-01-01").days == 0);
}

TEST_CASE("Date::parse_iso reads days that there are, written in one way", "[engine]") {
  struct Case {
    std::string name, text;
    bool is_date;
  };
  const auto c = GENERATE(values<Case>({
      {"a day", "2017-03-09", true},
      {"29 February of a leap year", "2016-02-29", true},
      {"29 February of a century", "1900-02-29", false},
      {"29 February of the fourth century", "2000-02-29", true},
      {"31 February", "2017-02-31", false},
      {"month 13", "2017-13-01", false},
      {"month 0", "2017-00-10", false},
      {"day 0", "2017-01-00", false},
      {"the first day", "0001-01-01", true},
      {"before the first", "0000-12-31", false},
      {"the last day", "9999-12-31", true},
      {"one digit", "2017-3-09", false},
      {"slashes", "2017/03/09", false},
      {"letters", "2017-0a-09", false},
      {"a sign", "2017--1-09", false},
      {"a time behind", "2017-03-09T00", false},
      {"empty", "", false},
  }));
  CAPTURE(c.name);
  CHECK(Date::parse_iso(c.text).has_value() == c.is_date);
}

TEST_CASE("Date::plus_months clamps to the end of the month and of the calendar", "[engine]") {
  struct Case {
    std::string from;
    std::int64_t months;
    std::string to;
  };
  const auto c = GENERATE(values<Case>({
      {"2017-08-31", -6, "2017-02-28"},
      {"2016-08-31", -6, "2016-02-29"},
      {"2017-01-31", 1, "2017-02-28"},
      {"2017-01-15", 1, "2017-02-15"},
      {"2016-02-29", 12, "2017-02-28"},
      {"2016-02-29", 48, "2020-02-29"},
      {"2017-12-31", 2, "2018-02-28"},
      {"2017-01-01", -1, "2016-12-01"},
      {"2017-03-31", 0, "2017-03-31"},
      {"2017-03-31", -2400, "1817-03-31"},
      {"9999-11-30", 2, "9999-12-31"},
      {"0001-02-01", -2, "0001-01-01"},
      {"2017-03-31", INT64_MAX, "9999-12-31"},
      {"2017-03-31", INT64_MIN, "0001-01-01"},
  }));
  CAPTURE(c.from, c.months);
  CHECK(day(c.from).plus_months(c.months).to_iso() == c.to);
}

}  // namespace nilai::engine
