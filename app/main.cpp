#include "app/cli/command_line.hpp"

int main(int argument_count, char** arguments) {
  auto console = nilai::app::Console::of_process();
  return nilai::app::run_command_line({arguments + 1, arguments + argument_count}, console);
}
