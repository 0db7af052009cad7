#pragma once

namespace nilai::app {

/// What the exit codes of all commands mean; scripts go by them.
enum ExitCode : int {
  exit_done = 0,
  exit_rulebook_is_wrong = 1,
  exit_command_line_is_wrong = 2,
  exit_data_are_wrong = 3,
  exit_outside_failed = 4
};

}  // namespace nilai::app
