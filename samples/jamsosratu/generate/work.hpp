#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "world.hpp"

namespace jamsosratu {

/// A companion's work in one quarter.
struct Work {
  int active_days = 0;
  bool active_days_lost = false;  ///< the records hold no number that can be read
  Day from;                       ///< the first day in service; the last is the quarter's last
  int reach = 0;                  ///< in a thousand: that a family is visited
};

/// The work of a companion in the quarter with this index; nothing where they have no row in it.
std::optional<Work> work_in(const World& world, std::size_t companion_index, int quarter_index);

struct Complaint {
  Day received_on;
  std::string_view finding;
};

/// The complaints about a companion in a quarter worked, by date.
std::vector<Complaint> complaints_in(const World& world, std::size_t companion_index, int quarter_index,
                                     const Work& work);

struct Case {
  Day since;
  std::string_view stage;
  std::optional<Day> closed_on;
};

/// The legal case that the companion's story tells of, if any.
std::optional<Case> case_of(const World& world, const Companion& companion);

/// The `index`-th of `count` days spread over a stretch of days: random, but in order and never the same twice.
///
/// Requires: `index` < `count` <= days from `from` to `to`, both included.
Day spread_day(Day from, Day to, int index, int count, Random& random);

}  // namespace jamsosratu
