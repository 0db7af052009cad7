#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/cli/console.hpp"
#include "app/cli/exit_code.hpp"
#include "app/cli/log.hpp"

namespace nilai::app {

/// `nilai diff`
struct DiffParameters {
  enum class Format { text, json, csv };
  std::vector<std::string> compared;  ///< two rulebooks, one rulebook, or two folders that `run` wrote
  std::vector<std::string> data;      ///< of those one dataset, two, none
  std::optional<std::string> period;  ///< or a range of them: `2017-Q1..2018-Q1`
  std::optional<std::string> by;      ///< none: the first column that can be counted by
  Format format = Format::text;
  unsigned threads = 1;
  std::optional<std::string> kept;  ///< a folder of gathered rows
  LogOptions log;
};

/// Says who is decided otherwise, and which definition made the difference. Returns the exit code.
int diff(const DiffParameters& parameters, Console& console);

}  // namespace nilai::app
