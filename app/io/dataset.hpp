#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/io/input_file.hpp"
#include "engine/gather/gather.hpp"
#include "grammar/text/diagnostic.hpp"
#include "grammar/text/source.hpp"
#include "rules/compile.hpp"

namespace nilai::app {

/// The files of every table of a rulebook, and how to read them.
struct Dataset {
  std::optional<std::string> name;    ///< a folder has none: where it lies is no part of what it holds
  std::optional<std::string> sha256;  ///< of the dataset file; none for a folder
  std::vector<std::vector<std::shared_ptr<InputFile>>> files;  ///< per table of the plan, in its order

  std::vector<std::shared_ptr<InputFile>> holiday_files;
  std::vector<engine::Date> holidays;  ///< in those files

  /// For `engine::gather`. They share the files above, which come to know their hashes by being read.
  engine::TableInputs inputs;
};

/// A dataset, and what is wrong with its description.
struct OpenedDataset {
  text::Source source;             ///< the dataset file; of a folder its name alone
  text::Diagnostics diagnostics;   ///< places in `source`
  std::optional<Dataset> dataset;  ///< empty when there was an error
};

/// Opens a dataset file, or a folder of files named after the tables: `visit.csv`, `visit-2017-Q1.csv`. Nothing of the
/// records is read yet.
OpenedDataset open_dataset(const std::filesystem::path& path, const rules::Compiled& compiled);

}  // namespace nilai::app
