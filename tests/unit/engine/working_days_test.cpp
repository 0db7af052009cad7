#include "engine/working_days.hpp"

#include <catch2/catch.hpp>
#include <random>
#include <set>

namespace nilai::engine {
namespace {

Date on(const char* iso) {
  return *Date::parse_iso(iso);
}

/// Day by day, from a Thursday: 1970-01-01.
std::int64_t counted(Date from, Date to, const std::set<Date>& holidays) {
  if (to < from) return -counted(to, from, holidays);
  std::int64_t count = 0;
  for (Date date = from.plus_days(1); date <= to; date = date.plus_days(1)) {
    const int of_week = ((date.days % 7) + 7 + 3) % 7;  // 0: Monday
    count += of_week < 5 && holidays.count(date) == 0 ? 1 : 0;
  }
  return count;
}

}  // namespace

TEST_CASE("working days come after the first day, up to and with the last", "[engine]") {
  struct Case {
    const char* name;
    const char* from;
    const char* to;
    std::int64_t days;
  };
  const WorkingDays days({on("2025-03-31"), on("2025-04-01"), on("2025-04-01"), on("2025-03-30")});
  const auto c = GENERATE(values<Case>({
      {"the same day", "2025-03-24", "2025-03-24", 0},
      {"the next day", "2025-03-24", "2025-03-25", 1},
      {"a week", "2025-03-03", "2025-03-10", 5},
      {"Friday to Sunday", "2025-03-21", "2025-03-23", 0},
      {"Saturday to Monday", "2025-03-22", "2025-03-24", 1},
      {"over two holidays", "2025-03-28", "2025-04-02", 1},
      {"from a holiday", "2025-03-31", "2025-04-02", 1},
      {"back over them", "2025-04-02", "2025-03-28", -1},
      {"before 1970", "1969-12-26", "1970-01-02", 5},
  }));
  CAPTURE(c.name);
  CHECK(days.between(on(c.from), on(c.to)) == c.days);
}

TEST_CASE("working days are those of a count day by day", "[engine]") {
  std::mt19937 random(20170101);
  const auto some_day = [&random] { return Date{static_cast<std::int32_t>(random() % 2000) - 1000}; };
  for (int i = 0; i < 300; ++i) {
    std::set<Date> holidays;
    for (auto count = random() % 40; count > 0; --count) holidays.insert(some_day());
    const WorkingDays days({holidays.rbegin(), holidays.rend()});
    const Date from = some_day(), to = some_day();
    CAPTURE(from.to_iso(), to.to_iso());
    REQUIRE(days.between(from, to) == counted(from, to, holidays));
  }
}

}  // namespace nilai::engine
