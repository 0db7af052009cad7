#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "golden/runner/case_file.hpp"
#include "support/temporary_folder.hpp"

namespace nilai::tests {

/// The folder of the cases.
const std::filesystem::path& golden_folder();

/// Every case below it, in order.
std::vector<std::filesystem::path> case_paths();

/// What a file holds; nothing where there is none.
std::string read_text(const std::filesystem::path& path);

/// An empty folder, the working folder while this lives: here a case writes its files.
class CaseFolder {
 public:
  CaseFolder() : before_(std::filesystem::current_path()) { std::filesystem::current_path(folder_.path()); }
  ~CaseFolder() { std::filesystem::current_path(before_); }
  CaseFolder(const CaseFolder&) = delete;
  CaseFolder& operator=(const CaseFolder&) = delete;

 private:
  TemporaryFolder folder_;
  std::filesystem::path before_;
};

/// Writes a file into the working folder, or adds to it, and makes the folders on its way.
void write(const WriteFile& file);

}  // namespace nilai::tests
