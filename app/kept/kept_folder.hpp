#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "app/io/atomic_folder.hpp"
#include "app/io/dataset.hpp"
#include "app/kept/kept_file.hpp"
#include "engine/gather/gather.hpp"

namespace nilai::app {

/// A folder of gathered rows, kept from one command to the next: a file for each set of records and rules of gathering.
///
/// What is kept is believed only where it is whole, was gathered by this very program by the same rules, and of the
/// same bytes: a file of records whose size and times are not as they were is read and hashed again.
class KeptFolder {
 public:
  explicit KeptFolder(std::filesystem::path folder) : folder_(std::move(folder)) {}

  /// What gathering would give, where it is kept; the dataset's files then know their hashes without being read.
  /// Requires: the request is one over the dataset.
  [[nodiscard]] std::optional<engine::GatherResult> take(const engine::GatherRequest& request,
                                                         const Dataset& dataset) const;

  /// Keeps what came of gathering. `before`: the files as they were before the first was read; where one is different
  /// now, nothing is kept. Errors: what could not be written.
  [[nodiscard]] std::optional<FileProblem> keep(const engine::GatherRequest& request, const Dataset& dataset,
                                                FilesRead before, const engine::GatherResult& data) const;

  [[nodiscard]] const std::filesystem::path& path() const { return folder_; }

 private:
  std::filesystem::path folder_;
};

/// The files of a dataset as they are now, unread; empty where one is not there.
std::optional<FilesRead> files_now(const Dataset& dataset);

}  // namespace nilai::app
