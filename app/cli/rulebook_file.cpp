#include "app/cli/rulebook_file.hpp"

#include "app/io/input_file.hpp"
#include "app/report/diagnostics_text.hpp"

namespace nilai::app {

std::optional<text::Source> read_rulebook(const std::string& path, text::Language language, std::string& problem) {
  std::string reason;
  auto text = read_whole(path, text::Source::max_bytes, reason);
  if (text) return text::Source(path == "-" ? "stdin" : path, std::move(*text));
  problem = placeless_text("nilai", text::Code::cannot_read, {path, reason}, language);
  return std::nullopt;
}

}  // namespace nilai::app
