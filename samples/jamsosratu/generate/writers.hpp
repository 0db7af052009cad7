#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "world.hpp"

namespace jamsosratu {

/// Writes every table of the sample into `folder`, which is there already: companion.csv, household.csv, a
/// visit-QUARTER.csv a quarter, business.csv, complaint.csv, case.csv. Columns stand as in the rulebook's tables.
///
/// Returns the names of the files that could not be written; empty where all is well.
std::vector<std::string> write_tables(const World& world, const std::filesystem::path& folder);

}  // namespace jamsosratu
