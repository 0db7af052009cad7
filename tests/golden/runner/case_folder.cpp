#include "golden/runner/case_folder.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace nilai::tests {

namespace fs = std::filesystem;

const fs::path& golden_folder() {
  static const fs::path folder = NILAI_GOLDEN_FOLDER;
  return folder;
}

std::vector<fs::path> case_paths() {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::recursive_directory_iterator(golden_folder())) {
    if (entry.path().extension() == ".case") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::string read_text(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void write(const WriteFile& file) {
  const fs::path path(file.name);
  if (path.has_parent_path()) fs::create_directories(path.parent_path());
  std::ofstream(path, file.is_appended ? std::ios::binary | std::ios::app : std::ios::binary) << file.content;
}

}  // namespace nilai::tests
