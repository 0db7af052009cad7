#include "app/cli/steps.hpp"

#include <filesystem>

#include "app/cli/rulebook_file.hpp"
#include "app/io/input_file.hpp"
#include "app/io/mistaken.hpp"
#include "app/report/data_problems.hpp"
#include "app/report/diagnostics_text.hpp"
#include "app/words.hpp"

namespace nilai::app {

namespace {

/// Why a path is no dataset whatever the file says; empty where it may be one.
std::optional<Word> reason_against(const std::string& path) {
  constexpr std::size_t bytes_looked_at = 8;
  std::error_code not_there;
  std::string ignored;
  // What is read from a pipe cannot be read again.
  const bool is_plain = path != "-" && std::filesystem::is_regular_file(path, not_there);
  const auto begin = is_plain ? read_whole(path, bytes_looked_at, ignored) : std::nullopt;
  if (!begin) return std::nullopt;
  switch (mistaken(path, *begin)) {
    case Mistaken::nothing:
      return std::nullopt;
    case Mistaken::office:
      return Word::is_office;
    case Mistaken::utf16:
      return Word::is_utf16;
    case Mistaken::table:
      return Word::is_table;
  }
  return std::nullopt;
}

}  // namespace

std::unique_ptr<rules::Compiled> Steps::compile(const std::string& path) {
  const Stopwatch stopwatch(log_, "compile");
  std::string problem;
  auto source = read_rulebook(path, console_.language, problem);
  if (!source) {
    stop(exit_outside_failed, problem);
    return nullptr;
  }
  text::Diagnostics diagnostics;
  syntax::Rulebook book = rules::read_files(*source, files_beside(*source, console_.language), diagnostics);
  const text::Source copy = *source;  // shows the problems where nothing was compiled
  auto compiled = rules::compile(std::move(*source), std::move(book), diagnostics);
  diagnostics.sort();
  const std::string problems = diagnostics_text(diagnostics, copy, Paint(false), console_.language);
  if (compiled) {
    report(problems, false);
  } else {
    stop(exit_rulebook_is_wrong, problems);
  }
  return compiled;
}

std::optional<std::vector<engine::Period>> Steps::periods(const engine::Plan& plan,
                                                          const std::optional<std::string>& name) {
  AskedPeriods asked = asked_periods(plan, name, console_.language);
  if (asked.mistake.empty()) return std::move(asked.periods);
  stop(exit_command_line_is_wrong, "nilai: " + asked.mistake);
  return std::nullopt;
}

std::optional<AskedPeriods> Steps::period_range(const engine::Plan& plan, const std::string& rulebook,
                                                const std::optional<std::string>& name) {
  AskedPeriods asked = asked_range(plan, name, console_.language);
  if (asked.mistake.empty()) return asked;
  stop(exit_command_line_is_wrong, rulebook + ": " + asked.mistake);
  return std::nullopt;
}

std::optional<Dataset> Steps::dataset(const std::string& path, const rules::Compiled& compiled) {
  if (const auto word = reason_against(path)) {
    const std::string reason = say(Word::no_dataset, console_.language, {say(*word, console_.language)});
    stop(exit_data_are_wrong, placeless_text(path, text::Code::dataset_cannot_open, {path, reason}, console_.language));
    return std::nullopt;
  }
  OpenedDataset opened = open_dataset(path, compiled);
  const bool has_places = !opened.source.text().empty();
  const std::string problems =
      has_places ? diagnostics_text(opened.diagnostics, opened.source, Paint(false), console_.language)
                 : placeless_text(opened.source.name(), opened.diagnostics, console_.language);
  if (opened.dataset) {
    report(problems, false);
  } else {
    stop(exit_data_are_wrong, problems);
  }
  return std::move(opened.dataset);
}

bool Steps::are_readable(const engine::GatherResult& data, const engine::Plan& plan, const Dataset& dataset) {
  if (!data.faults.empty()) {
    std::string faults;
    for (const engine::TableFault& fault : data.faults) {
      faults += (faults.empty() ? "" : "\n") + fault_text(fault, plan, dataset, console_.language);
    }
    return stop(exit_data_are_wrong, faults);
  }
  for (const auto& files : dataset.files) {
    for (const auto& file : files) {
      if (!file->has_changed()) continue;
      return stop(exit_outside_failed, "nilai: " + say(Word::file_changed, console_.language, {file->name()}));
    }
  }
  return true;
}

bool Steps::stop(ExitCode code, const std::string& message) {
  report(message, true);
  exit_code_ = code;
  return false;
}

void Steps::report(const std::string& message, bool is_error) {
  if (message.empty()) return;
  const std::string lines = message.substr(0, message.find_last_not_of('\n') + 1);
  is_error ? log_.error(lines) : log_.warning(lines);
}

}  // namespace nilai::app
