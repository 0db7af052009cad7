#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/cli/console.hpp"
#include "app/cli/exit_code.hpp"
#include "app/cli/log.hpp"
#include "app/cli/periods.hpp"
#include "app/io/dataset.hpp"
#include "engine/plan.hpp"
#include "rules/compile.hpp"

namespace nilai::app {

/// The first steps of commands, from what was typed to what they work on: a rulebook, periods, a dataset.
///
/// A step that cannot be taken says why on the log and gives nothing; the command then ends with `exit_code()`.
class Steps {
 public:
  /// Requires: both outlive the steps.
  Steps(const Console& console, Log& log) : console_(console), log_(log) {}

  /// Reads and compiles a rulebook: a file, or `-`. Warnings about it are said, and do not stop anyone.
  [[nodiscard]] std::unique_ptr<rules::Compiled> compile(const std::string& path);

  /// The periods to gather for the one named, as `asked_periods` has them.
  [[nodiscard]] std::optional<std::vector<engine::Period>> periods(const engine::Plan& plan,
                                                                   const std::optional<std::string>& name);

  /// Likewise for a range of periods, as `asked_range` has it; `rulebook` says which one is spoken of.
  [[nodiscard]] std::optional<AskedPeriods> period_range(const engine::Plan& plan, const std::string& rulebook,
                                                         const std::optional<std::string>& name);

  /// Opens a dataset: a dataset file or a folder. Warnings likewise.
  [[nodiscard]] std::optional<Dataset> dataset(const std::string& path, const rules::Compiled& compiled);

  /// Whether all files could be gathered, and none was changed meanwhile.
  bool are_readable(const engine::GatherResult& data, const engine::Plan& plan, const Dataset& dataset);

  /// Says what keeps the command from going on; always false. `message` may end in line ends.
  bool stop(ExitCode code, const std::string& message);

  [[nodiscard]] ExitCode exit_code() const { return exit_code_; }  ///< `exit_done` until a step was stopped

 private:
  void report(const std::string& message, bool is_error);

  const Console& console_;
  Log& log_;
  ExitCode exit_code_ = exit_done;
};

}  // namespace nilai::app
