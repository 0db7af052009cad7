#include "app/cli/new_folder.hpp"

#include <filesystem>

#include "app/cli/exit_code.hpp"
#include "app/cli/template_files.hpp"
#include "app/io/atomic_folder.hpp"
#include "app/report/diagnostics_text.hpp"
#include "app/words.hpp"

namespace nilai::app {

namespace {

namespace fs = std::filesystem;

/// A file stands in the way only when it is written; that is another complaint.
bool is_folder_with_files(const fs::path& path) {
  std::error_code error;
  return fs::is_directory(path, error) && !fs::is_empty(path, error) && !error;
}

std::optional<FileProblem> write_templates(const fs::path& path, text::Language language) {
  const std::string_view prefix = language == text::Language::id ? "id/" : "en/";
  AtomicFolder folder(path);
  for (const text::EmbeddedFile& file : template_files()) {
    if (file.name.starts_with(prefix)) folder.add(std::string(file.name.substr(prefix.size())), file.content);
  }
  return folder.commit([](const std::string&) { return false; });
}

}  // namespace

int new_folder(const NewFolderParameters& parameters, Console& console) {
  const fs::path path(parameters.folder);
  if (is_folder_with_files(path)) {
    console.err << "nilai: " << say(Word::folder_is_not_empty, console.language, {parameters.folder}) << "\n";
    return exit_command_line_is_wrong;
  }
  if (const auto problem = write_templates(path, console.language)) {
    console.err << placeless_text("nilai", text::Code::cannot_write, {problem->path, problem->reason}, console.language)
                << "\n";
    return exit_outside_failed;
  }
  console.out << say(Word::begin_with, console.language, {parameters.folder, (path / "README.md").string()}) << "\n";
  return exit_done;
}

}  // namespace nilai::app
