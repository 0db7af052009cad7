#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "engine/plan_tables.hpp"
#include "engine/scan/table_scan.hpp"

namespace nilai::engine {

/// Where some records stand that one thread reads at once. Blocks have numbers from 0, in the order of the files.
struct BlockStart {
  std::uint32_t file = 0;
  std::uint64_t rows_before = 0;  ///< to be added to the number of a row within the block
};

/// Gives a refusal that was found while its block was read the file and the number of its row there.
void number_in_file(const BlockStart& block, Refusal& refusal);

/// What is left to do with a batch: called in the thread that called `scan_files`, block after block.
using FinishBatch = std::function<void(const BlockStart&)>;

/// Works on a batch in the thread that has read it: several are worked on at once, in no order. As the batch's file it
/// has the number of its block, and its rows are counted within that.
using WorkOnBatch = std::function<FinishBatch(Batch&&)>;

/// What came of the files of a table.
struct ScannedFiles {
  std::vector<ScanReport> reports;  ///< one for each file
  std::vector<BlockStart> blocks;
};

/// Reads all files of a table, blocks of them at once where `threads` allows. Batches are not empty.
///
/// After a fault of a file, batches behind it may have been worked on; they are not finished.
[[nodiscard]] ScannedFiles scan_files(const TablePlan& table, const std::vector<ChoicePlan>& choices,
                                      const std::vector<FileInput>& inputs, unsigned threads, const WorkOnBatch& work);

}  // namespace nilai::engine
