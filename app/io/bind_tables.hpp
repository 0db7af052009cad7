#pragma once

#include "app/io/dataset.hpp"
#include "app/io/dataset_yaml.hpp"

namespace nilai::app {

/// Finds the files of a dataset file's description, and fits its columns and values to the tables of the plan. Mistakes
/// are reported; what they touch is left out of `dataset`.
void bind_description(const DatasetDescription& description, const std::filesystem::path& folder,
                      const rules::Compiled& compiled, Dataset& dataset, text::Diagnostics& diagnostics);

/// Finds the files that are named after the tables: `TABLE.csv` and `TABLE-….csv`, in any letter case. A file that fits
/// two names belongs to the longer one.
void bind_folder(const std::filesystem::path& folder, const rules::Compiled& compiled, Dataset& dataset,
                 text::Diagnostics& diagnostics);

}  // namespace nilai::app
