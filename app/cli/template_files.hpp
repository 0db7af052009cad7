#pragma once

#include <vector>

#include "grammar/text/embedded_file.hpp"

namespace nilai::app {

/// The files of `app/templates`, `LANGUAGE/NAME`, in order of name; written at build time.
const std::vector<text::EmbeddedFile>& template_files();

}  // namespace nilai::app
