#include "app/cli/help.hpp"

#include <string>

#include "app/cli/help_files.hpp"

namespace nilai::app {

std::string_view help_text(std::string_view command, text::Language language) {
  const std::string name = (language == text::Language::id ? "id/" : "en/") +
                           std::string(command.empty() ? std::string_view("nilai") : command) + ".txt";
  for (const text::EmbeddedFile& file : help_files()) {
    if (file.name == name) return file.content;
  }
  return {};
}

}  // namespace nilai::app
