#include "app/cli/convert.hpp"

#include "app/cli/exit_code.hpp"
#include "app/cli/rulebook_text.hpp"

namespace nilai::app {

int convert(const ConvertParameters& parameters, Console& console) {
  ExitCode exit_code = exit_done;
  const auto rulebook = read_rulebook_text(parameters.rulebook, console, exit_code);
  if (!rulebook) return exit_code;
  grammar::Surface surface = grammar::surface_of(rulebook->book, rulebook->source);
  surface.form = parameters.form.value_or(surface.form);
  surface.language = parameters.keywords.value_or(surface.language);
  console.out << grammar::print(rulebook->book, rulebook->source, surface);
  return exit_done;
}

}  // namespace nilai::app
