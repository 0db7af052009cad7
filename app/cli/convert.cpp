#include "app/cli/convert.hpp"

#include "app/cli/exit_code.hpp"
#include "app/cli/rulebook_file.hpp"
#include "app/cli/rulebook_text.hpp"
#include "grammar/given_names.hpp"
#include "rules/files/read_files.hpp"

namespace nilai::app {

namespace {

/// Whether the score without a name that a rulebook speaks of stands in a file that it uses or amends, which is known
/// from all of them together. Where one cannot be read, it is not known.
bool has_score_elsewhere(const RulebookText& rulebook, text::Language language) {
  const syntax::Rulebook& own = rulebook.book;
  if ((own.uses.empty() && !own.amends.is_there()) || grammar::has_given_score(own)) return false;
  text::Source source(rulebook.source.name(), std::string(rulebook.source.text()));
  text::Diagnostics unread;
  const syntax::Rulebook whole = rules::read_files(source, files_beside(source, language), unread);
  return !unread.has_errors() && grammar::has_given_score(whole);
}

}  // namespace

int convert(const ConvertParameters& parameters, Console& console) {
  ExitCode exit_code = exit_done;
  auto rulebook = read_rulebook_text(parameters.rulebook, console, exit_code);
  if (!rulebook) return exit_code;
  grammar::Surface surface = grammar::surface_of(rulebook->book, rulebook->source);
  surface.form = parameters.form.value_or(surface.form);
  surface.language = parameters.keywords.value_or(surface.language);
  if (surface.language != rulebook->book.language && has_score_elsewhere(*rulebook, console.language)) {
    grammar::name_score_elsewhere(rulebook->book, rulebook->book.language, surface.language);
  }
  console.out << grammar::print(rulebook->book, rulebook->source, surface);
  return exit_done;
}

}  // namespace nilai::app
