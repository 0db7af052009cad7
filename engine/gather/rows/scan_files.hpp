#pragma once

#include <functional>
#include <vector>

#include "engine/plan_tables.hpp"
#include "engine/scan/table_scan.hpp"

namespace nilai::engine {

/// Reads all files of a table, several at once where `threads` allows, and hands their batches to `consume` in the
/// calling thread: those of one file in its order, those of several as they come. Batches are not empty.
/// Returns what came of each file.
[[nodiscard]] std::vector<ScanReport> scan_files(const TablePlan& table, const std::vector<ChoicePlan>& choices,
                                                 const std::vector<FileInput>& files, unsigned threads,
                                                 const std::function<void(Batch&&)>& consume);

}  // namespace nilai::engine
