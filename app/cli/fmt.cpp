#include "app/cli/fmt.hpp"

#include <algorithm>
#include <filesystem>

#include "app/cli/exit_code.hpp"
#include "app/cli/rulebook_text.hpp"
#include "app/io/atomic_folder.hpp"
#include "app/report/diagnostics_text.hpp"
#include "app/words.hpp"
#include "grammar/print/print.hpp"

namespace nilai::app {

namespace {

namespace fs = std::filesystem;

/// Formats one file after another, and keeps the worst that happened.
class Formatter {
 public:
  Formatter(const FmtParameters& parameters, Console& console) : parameters_(parameters), console_(console) {}

  void format(const std::string& path) {
    ExitCode failure = exit_done;
    const auto rulebook = read_rulebook_text(path, console_, failure);
    if (!rulebook) return note(failure);
    const auto& [source, book] = *rulebook;
    const std::string laid_out = grammar::print(book, source, grammar::surface_of(book, source));
    if (path == "-") {
      console_.out << laid_out;
    } else if (laid_out != source.text()) {
      parameters_.checks_only ? refuse(path) : write(path, laid_out);
    }
  }

  [[nodiscard]] int exit_code() const { return exit_code_; }

 private:
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
