#include "app/cli/console.hpp"

#include <unistd.h>

#include <cstdlib>
#include <string_view>

namespace nilai::app {

namespace {

bool is_set(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr && *value != '\0';
}

}  // namespace

text::Language language_of_locale() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    if (!is_set(name)) continue;
    const std::string_view locale = std::getenv(name);
    const bool is_indonesian = locale == "id" || locale.starts_with("id_") || locale.starts_with("id.");
    return is_indonesian ? text::Language::id : text::Language::en;
  }
  return text::Language::en;
}

Console Console::of_process() {
  Console console;
  console.has_colour = isatty(STDOUT_FILENO) == 1 && !is_set("NO_COLOR");
  console.shows_progress = isatty(STDERR_FILENO) == 1;
  return console;
}

}  // namespace nilai::app
