#pragma once

#include <optional>
#include <string>
#include <variant>

#include "app/cli/console.hpp"
#include "app/cli/exit_code.hpp"
#include "app/cli/log.hpp"
#include "app/report/evaluation.hpp"

namespace nilai::app {

/// What to run on what.
struct EvaluateRequest {
  std::string rulebook;  ///< a file, or `-`
  std::string data;      ///< a dataset file or a folder
  std::optional<std::string> period;
  unsigned threads = 1;
  std::optional<std::string> kept;  ///< a folder of gathered rows
  std::optional<std::string> rows_table;
  bool is_quiet = false;
};

/// The way of `run` and `explain` from files to judgements: compile, open the dataset, choose the periods, gather,
/// judge. What is wrong is said on the log, and the exit code of it returned instead.
std::variant<Evaluation, ExitCode> evaluate(const EvaluateRequest& request, const Console& console, Log& log);

}  // namespace nilai::app
