#include "app/cli/fmt.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>

#include "app/cli/exit_code.hpp"
#include "app/cli/rulebook_file.hpp"
#include "app/io/atomic_folder.hpp"
#include "app/report/diagnostics_text.hpp"
#include "app/words.hpp"
#include "grammar/print/print.hpp"
#include "grammar/read_native.hpp"

namespace nilai::app {

namespace {

namespace fs = std::filesystem;

/// Formats one file after another, and keeps the worst that happened.
class Formatter {
 public:
  Formatter(const FmtParameters& parameters, Console& console) : parameters_(parameters), console_(console) {}

  void format(const std::string& path) {
    std::string problem;
    const auto source = read_rulebook(path, console_.language, problem);
    if (!source) {
      console_.err << problem << "\n";
      note(exit_outside_failed);
      return;
    }
    const auto laid_out = formatted(*source);
    if (!laid_out) {
      note(exit_rulebook_is_wrong);
    } else if (path == "-") {
      console_.out << *laid_out;
    } else if (*laid_out != source->text()) {
      parameters_.checks_only ? refuse(path) : write(path, *laid_out);
    }
  }

  [[nodiscard]] int exit_code() const { return exit_code_; }

 private:
  std::optional<std::string> formatted(const text::Source& source) {
    text::Diagnostics diagnostics;
    const syntax::Rulebook book = grammar::read_native(source, diagnostics);
    if (diagnostics.has_errors()) {
      console_.err << diagnostics_text(diagnostics, source, Paint(false), console_.language) << "\n";
      return std::nullopt;
    }
    return grammar::print(book, source, grammar::surface_of(book, source));
  }

  void refuse(const std::string& path) {
    console_.out << path << "\n";
    note(exit_rulebook_is_wrong);
  }

  void write(const std::string& path, const std::string& text) {
    const fs::path file(path);
    AtomicFolder folder(file.has_parent_path() ? file.parent_path() : fs::path("."));
    folder.add(file.filename().string(), text);
    if (const auto problem = folder.commit([](const std::string&) { return false; })) {
      console_.err << placeless_text("nilai", text::Code::cannot_write, {problem->path, problem->reason},
                                     console_.language)
                   << "\n";
      note(exit_outside_failed);
    } else {
      console_.out << say(Word::laid_out, console_.language, {path}) << "\n";
    }
  }

  void note(int exit_code) { exit_code_ = std::max(exit_code_, exit_code); }

  const FmtParameters& parameters_;
  Console& console_;
  int exit_code_ = exit_done;
};

}  // namespace

int fmt(const FmtParameters& parameters, Console& console) {
  Formatter formatter(parameters, console);
  if (parameters.is_filter) formatter.format("-");
  for (const std::string& path : parameters.rulebooks) formatter.format(path);
  return formatter.exit_code();
}

}  // namespace nilai::app
