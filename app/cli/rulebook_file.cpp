#include "app/cli/rulebook_file.hpp"

#include <algorithm>
#include <cerrno>
#include <filesystem>

#include "app/io/input_file.hpp"
#include "app/io/mistaken.hpp"
#include "app/io/system_reason.hpp"
#include "app/report/diagnostics_text.hpp"
#include "app/words.hpp"

namespace nilai::app {

namespace fs = std::filesystem;

namespace {

/// Why a file is no rulebook whatever it says; empty where it may be one.
std::optional<Word> reason_against(const std::string& path, const std::string& text) {
  switch (mistaken(path, text)) {
    case Mistaken::nothing:
      return std::nullopt;
    case Mistaken::office:
      return Word::office_is_no_rulebook;
    case Mistaken::utf16:
      return Word::utf16_is_no_rulebook;
    case Mistaken::table:
      return Word::table_is_no_rulebook;
  }
  return std::nullopt;
}

}  // namespace

std::optional<text::Source> read_rulebook(const std::string& path, text::Language language, std::string& problem) {
  std::string reason;
  auto text = read_whole(path, text::Source::max_bytes, reason);
  const auto against = text ? reason_against(path, *text) : std::nullopt;
  if (against) reason = say(*against, language);
  if (text && !against) return text::Source(path == "-" ? "stdin" : path, std::move(*text));
  problem = placeless_text("nilai", text::Code::cannot_read, {path, reason}, language);
  return std::nullopt;
}

rules::ReadFile files_beside(const text::Source& rulebook, text::Language language) {
  const fs::path folder = fs::path(rulebook.name()).parent_path();
  return [folder, language](const std::string& name, std::string& reason) -> std::optional<std::string> {
    std::error_code problem;
    const fs::path top = fs::canonical(folder.empty() ? "." : folder, problem);
    const fs::path file = problem ? fs::path() : fs::canonical(name, problem);
    if (problem) {
      reason = system_reason(problem.value());
      return std::nullopt;
    }
    const bool is_below = std::mismatch(top.begin(), top.end(), file.begin(), file.end()).first == top.end();
    if (is_below && fs::is_regular_file(file, problem)) return read_whole(file, text::Source::max_bytes, reason);
    if (is_below && fs::is_directory(file, problem)) {
      reason = system_reason(EISDIR);
      return std::nullopt;
    }
    reason = say(is_below ? Word::no_plain_file : Word::leads_out_of_folder, language);
    return std::nullopt;
  };
}

}  // namespace nilai::app
