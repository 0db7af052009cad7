#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "app/cli/console.hpp"
#include "app/cli/log.hpp"
#include "app/io/dataset.hpp"
#include "engine/gather/gather.hpp"

namespace nilai::app {

/// What to gather of which dataset.
struct ToGather {
  engine::GatherRequest request;
  const Dataset& dataset;
};

/// How the commands that read records go about it.
struct ReadingOptions {
  unsigned threads = 1;
  std::optional<std::filesystem::path> kept;     ///< where gathered rows are kept, as by `KeptFolder`
  std::optional<engine::TableIndex> rows_table;  ///< its rows are wanted too, and those are not kept
  bool is_quiet = false;
};

/// Gathers all at once, showing how far it is; or takes what is kept, where all of it is.
std::vector<engine::GatherResult> gather(const std::vector<ToGather>& wanted, const ReadingOptions& options,
                                         const Console& console, Log& log);

}  // namespace nilai::app
