#pragma once

#include <string>

#include "app/cli/console.hpp"

namespace nilai::app {

/// `nilai new`
struct NewFolderParameters {
  std::string folder;
};

/// Makes a folder to start from, in the language of the console: all of it, or nothing. Returns the exit code.
int new_folder(const NewFolderParameters& parameters, Console& console);

}  // namespace nilai::app
