#pragma once

#include <optional>
#include <string>
#include <vector>

#include "work.hpp"
#include "world.hpp"

namespace jamsosratu {

enum class Productive { yes, no, unreadable };

/// A family of a companion, named by its number over all companions, from 0.
std::string household_id(const World& world, int household);

/// Whether the family is a productive one. A few cells cannot be read; such a family has no visits and no businesses,
/// because its row is set aside, and nothing is to be left without a parent.
Productive productive_of(const World& world, const Companion& companion, int household);

struct Visit {
  Day visited_on;
  bool at_home = false;
  std::optional<bool> verified;  ///< nothing where the cell cannot be read
};

/// The visits to a family in a quarter that its companion worked, by date, at most one a day.
std::vector<Visit> visits_in(const World& world, const Companion& companion, int household, int quarter_index,
                             const Work& work);

struct Business {
  Day started_on;
  std::optional<Day> ended_on;
};

/// The family's businesses over all quarters, by the day they started.
std::vector<Business> businesses_of(const World& world, const Companion& companion, int household);

}  // namespace jamsosratu
