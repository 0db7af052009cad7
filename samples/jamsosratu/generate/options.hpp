#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "calendar.hpp"

namespace jamsosratu {

/// What was asked for on the command line.
struct Options {
  std::string out_folder;
  std::uint64_t seed = 2017;
  int companion_count = 347;    ///< with a row in the reference quarter: the third, or the last of fewer
  int household_count = 48150;  ///< in all
  Quarter first_quarter{2017, 1};
  int quarter_count = 5;
};

/// Options, or why there are none: `problem` is empty where `options` may be used.
struct ParsedOptions {
  Options options;
  std::string problem;
  bool help_wanted = false;
};

/// Reads `--name value` and `--name=value`. Errors: in `problem`, in words for the person who typed it.
ParsedOptions parse_options(const std::vector<std::string_view>& arguments);

/// What `--help` prints.
std::string_view help_text();

}  // namespace jamsosratu
