#pragma once

#include <vector>

#include "grammar/text/embedded_file.hpp"

namespace nilai::text {

/// The files of `grammar/text/pages`, in order of name; written at build time.
const std::vector<EmbeddedFile>& page_files();

}  // namespace nilai::text
