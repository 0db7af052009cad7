#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "app/cli/log.hpp"
#include "app/report/data_problems.hpp"

namespace nilai::app {

/// Where all refusals are listed, and how grave they are.
struct RefusalReport {
  std::optional<std::filesystem::path> list;  ///< the file; none: only `nilai run` would write one
  bool is_strict = false;                     ///< they are errors
};

/// Says what could not be used of the records: the first refusals one by one, then how many there are and where all of
/// them are listed. Nothing where there are none.
void report_refusals(const std::vector<RefusedRow>& refused, const RefusalReport& how, text::Language language,
                     Log& log);

}  // namespace nilai::app
