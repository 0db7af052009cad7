#pragma once

#include <cstdint>
#include <vector>

#include "engine/date.hpp"

namespace nilai::engine {

/// The days that people work: from Monday to Friday, but for holidays.
class WorkingDays {
 public:
  WorkingDays() = default;  ///< no holidays
  explicit WorkingDays(std::vector<Date> holidays);

  /// How many of them come after `from`, up to and including `to`; below zero where `to` comes first. So from Friday to
  /// Monday it is one, and without weekends and holidays it would be the days between.
  [[nodiscard]] std::int64_t between(Date from, Date to) const;

 private:
  std::vector<Date> holidays_;  // from Monday to Friday, in order, each once
};

}  // namespace nilai::engine
