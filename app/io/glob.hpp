#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace nilai::app {

/// The files below `folder` that fit `pattern`, in bytewise order; `*` and `?` stand for letters of a file's or
/// folder's name. A pattern without them is a name: it is returned if such a file exists.
std::vector<std::filesystem::path> files_that_fit(const std::filesystem::path& folder, const std::string& pattern);

}  // namespace nilai::app
