#include "app/cli/rulebook_text.hpp"

#include "app/cli/rulebook_file.hpp"
#include "app/report/diagnostics_text.hpp"
#include "grammar/read.hpp"

namespace nilai::app {

std::optional<RulebookText> read_rulebook_text(const std::string& path, Console& console, ExitCode& exit_code) {
  std::string problem;
  auto source = read_rulebook(path, console.language, problem);
  if (!source) {
    console.err << problem << "\n";
    exit_code = exit_outside_failed;
    return std::nullopt;
  }
  text::Diagnostics diagnostics;
  RulebookText rulebook{std::move(*source), {}};
  rulebook.book = grammar::read(rulebook.source, diagnostics);
  if (!diagnostics.has_errors()) return rulebook;
  console.err << diagnostics_text(diagnostics, rulebook.source, Paint(false), console.language) << "\n";
  exit_code = exit_rulebook_is_wrong;
  return std::nullopt;
}

}  // namespace nilai::app
