#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "engine/plan_tables.hpp"
#include "engine/scan/table_scan.hpp"

namespace nilai::engine {

/// Places of the parents of a batch's rows, for each link of the table; or none, where they were not looked for.
using BatchPlaces = std::vector<std::vector<std::uint32_t>>;

/// Done with a batch by the thread that read it, before it is handed on. Its rows are not numbered yet.
using FindPlaces = std::function<BatchPlaces(const Batch&)>;
using ConsumePlaced = std::function<void(Batch&&, BatchPlaces&&)>;

/// Reads all files of a table, blocks of them at once where `threads` allows, and hands their batches to `consume` in
/// the calling thread: those of one file in its order, those of several in no certain one. Batches are not empty.
/// `find_places` is called by several threads at once, and not for rows that are in memory already; it may be empty.
/// Returns what came of each file.
[[nodiscard]] std::vector<ScanReport> scan_files(const TablePlan& table, const std::vector<ChoicePlan>& choices,
                                                 const std::vector<FileInput>& inputs, unsigned threads,
                                                 const FindPlaces& find_places, const ConsumePlaced& consume);

}  // namespace nilai::engine
