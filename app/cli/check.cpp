#include "app/cli/check.hpp"

#include "app/cli/exit_code.hpp"
#include "app/cli/rulebook_file.hpp"
#include "app/report/diagnostics_json.hpp"
#include "app/report/diagnostics_text.hpp"
#include "app/words.hpp"
#include "rules/compile.hpp"

namespace nilai::app {

namespace {

std::size_t warning_count(const text::Diagnostics& diagnostics) {
  return diagnostics.all().size() + diagnostics.left_out_count() - diagnostics.error_count();
}

/// The problems of each rulebook, and a line that counts them.
std::string checked_text(const std::vector<CheckedRulebook>& checked, const Console& console) {
  const Paint paint(console.has_colour);
  std::string text;
  for (const CheckedRulebook& rulebook : checked) {
    const std::string problems = diagnostics_text(rulebook.diagnostics, *rulebook.source, paint, console.language);
    if (!problems.empty()) text += problems + "\n";
  }
  for (const CheckedRulebook& rulebook : checked) {
    const std::size_t errors = rulebook.diagnostics.error_count();
    const std::size_t warnings = warning_count(rulebook.diagnostics);
    const auto say_count = [&](Word one, Word many, std::size_t count) {
      return say(count == 1 ? one : many, console.language, {count_text(count, console.language)});
    };
    text += rulebook.name + ": ";
    if (errors == 0 && warnings == 0) text += say(Word::nothing_wrong, console.language);
    if (errors > 0) text += say_count(Word::one_error, Word::so_many_errors, errors);
    if (errors > 0 && warnings > 0) text += ", ";
    if (warnings > 0) text += say_count(Word::one_warning, Word::so_many_warnings, warnings);
    text += "\n";
  }
  return text;
}

}  // namespace

int check(const CheckParameters& parameters, Console& console) {
  std::vector<CheckedRulebook> checked;
  bool has_errors = false, is_unreadable = false;
  for (const std::string& path : parameters.rulebooks) {
    std::string problem;
    auto source = read_rulebook(path, console.language, problem);
    if (!source) {
      console.err << problem << "\n";
      is_unreadable = true;
      continue;
    }
    CheckedRulebook rulebook{source->name(), nullptr, {}};
    syntax::Rulebook book = rules::read_files(*source, files_beside(*source, console.language), rulebook.diagnostics);
    rulebook.source = std::make_shared<text::Source>(*source);
    rules::compile(std::move(*source), std::move(book), rulebook.diagnostics);
    rulebook.diagnostics.sort();
    has_errors = has_errors || rulebook.diagnostics.has_errors();
    checked.push_back(std::move(rulebook));
  }
  switch (parameters.format) {
    case CheckParameters::Format::text:
      console.out << checked_text(checked, console);
      break;
    case CheckParameters::Format::json:
      console.out << diagnostics_json(checked, console.language);
      break;
    case CheckParameters::Format::sarif:
      console.out << diagnostics_sarif(checked, console.language);
      break;
  }
  if (is_unreadable) return exit_outside_failed;
  return has_errors ? exit_rulebook_is_wrong : exit_done;
}

}  // namespace nilai::app
