#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/scan/careful_rows.hpp"
#include "engine/scan/plain_rows.hpp"

namespace nilai::engine {

/// Reads blocks of whole records of one file. Not for two threads at once: each has its own.
///
/// **The rule that chooses.** A block is read the fast way, `PlainRows`. Where that finds anything unusual – in how the
/// block is written, or a cell that is refused – the whole block is read the careful way, `CarefulRows`, which knows
/// what to say of it. Both give the same rows, so nobody can tell which of them read a block.
class BlockScan {
 public:
  /// Requires: `layout` is that of the file, `input` has an entry for each column of `table`; all outlive this.
  BlockScan(const TablePlan& table, const std::vector<ChoicePlan>& choices, const FileInput& input,
            const FileLayout& layout, std::uint32_t file, std::size_t batch_rows)
      : plain_(table, choices, input, layout, file, batch_rows),
        careful_(table, choices, input, layout, file, batch_rows) {}

  [[nodiscard]] ScannedRows scan(std::string_view block) {
    if (auto rows = plain_.read(block)) return *std::move(rows);
    return careful_.read(block);
  }

 private:
  PlainRows plain_;
  CarefulRows careful_;
};

}  // namespace nilai::engine
