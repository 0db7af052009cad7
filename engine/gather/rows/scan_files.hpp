#pragma once

#include <functional>
#include <vector>

#include "engine/plan_tables.hpp"
#include "engine/scan/table_scan.hpp"

namespace nilai::engine {

/// Reads all files of a table, blocks of them at once where `threads` allows, and hands their batches to `consume` in
/// the calling thread: those of one file in its order, those of several in no certain one. Batches are not empty.
/// Returns what came of each file.
[[nodiscard]] std::vector<ScanReport> scan_files(const TablePlan& table, const std::vector<ChoicePlan>& choices,
                                                 const std::vector<FileInput>& inputs, unsigned threads,
                                                 const ConsumeBatch& consume);

}  // namespace nilai::engine
