#pragma once

#include <vector>

#include "grammar/text/embedded_file.hpp"

namespace nilai::app {

/// The files of `app/help`, `LANGUAGE/COMMAND.txt`, in order of name; written at build time.
const std::vector<text::EmbeddedFile>& help_files();

}  // namespace nilai::app
