#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "app/io/atomic_folder.hpp"
#include "app/report/data_problems.hpp"
#include "app/report/evaluation.hpp"

namespace nilai::app {

struct OutputOptions {
  std::filesystem::path folder;
  bool writes_csv = true;    ///< `results.csv`
  bool writes_json = false;  ///< `results.json`
  bool shows_personal = false;
  text::Language language = text::Language::en;
};

/// Writes the outputs of a run, all or none, in place of those of an earlier one. Errors: what could not be written.
std::optional<FileProblem> write_outputs(const Evaluation& evaluation, const std::vector<RefusedRow>& refused,
                                         const OutputOptions& options);

}  // namespace nilai::app
