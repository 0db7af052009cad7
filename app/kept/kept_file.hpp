#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/io/file_state.hpp"
#include "engine/gather/gather.hpp"

namespace nilai::app {

/// A file of records as it was when it was read.
struct ReadFile {
  FileState state;
  bool is_young = false;  ///< it was changed right before: its times would not tell another change
  std::string sha256;
};

using FilesRead = std::vector<std::vector<ReadFile>>;  ///< per table of the plan

/// What came of gathering, and of which records.
struct KeptGather {
  std::string key;  ///< as `gather_key` has it
  FilesRead files;
  engine::GatherResult data;  ///< without rows of a table, without faults
};

/// All three as the bytes of a file, which end with their digest.
std::string kept_bytes(const std::string& key, const FilesRead& files, const engine::GatherResult& data);

/// What those bytes say; empty where they are not such a file, whole and undamaged. The working days are not in it.
std::optional<KeptGather> read_kept(std::string_view bytes);

}  // namespace nilai::app
