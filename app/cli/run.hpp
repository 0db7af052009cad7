#pragma once

#include <optional>
#include <string>

#include "app/cli/evaluate.hpp"

namespace nilai::app {

/// `nilai run`
struct RunParameters {
  EvaluateRequest evaluate;
  std::optional<std::string> out;  ///< none: `nilai-out/PERIOD`
  bool writes_csv = true;          ///< `results.csv`
  bool writes_json = false;        ///< `results.json`
  bool is_strict = false;          ///< a refused row or value makes the exit code 3
  bool shows_personal = false;
  LogOptions log;
};

/// Evaluates a rulebook over a dataset, writes the outputs and prints a summary. Returns the exit code.
int run(const RunParameters& parameters, Console& console);

}  // namespace nilai::app
