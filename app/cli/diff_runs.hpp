#pragma once

#include <variant>

#include "app/cli/diff.hpp"
#include "app/report/comparison.hpp"

namespace nilai::app {

/// Compares two folders that `run` wrote, by their `results.csv`: neither rulebook nor records are needed. The causes
/// are the criteria whose points are not the same; the column counted by must be one of the results.
std::variant<Comparison, ExitCode> compare_runs(const DiffParameters& parameters, const Console& console, Log& log);

}  // namespace nilai::app
