#include "app/cli/evaluate.hpp"

#include <algorithm>

#include "app/cli/periods.hpp"
#include "app/cli/progress.hpp"
#include "app/cli/rulebook_file.hpp"
#include "app/report/data_problems.hpp"
#include "app/report/diagnostics_text.hpp"
#include "app/words.hpp"
#include "grammar/text/nearest.hpp"

namespace nilai::app {

namespace {

/// Problems found before anything runs: to the log, as errors or as warnings.
void report(const std::string& text, bool is_error, Log& log) {
  if (text.empty()) return;
  const std::string line = text.substr(0, text.find_last_not_of('\n') + 1);
  is_error ? log.error(line) : log.warning(line);
}

/// The steps of an evaluation. Each returns whether the next can begin; where not, `exit_code_` says why.
class Evaluator {
 public:
  Evaluator(const EvaluateRequest& request, const Console& console, Log& log)
      : request_(request), console_(console), log_(log) {}

  std::variant<Evaluation, ExitCode> evaluate() {
    if (!compile() || !choose_periods() || !choose_rows_table() || !open() || !gather()) return exit_code_;
    judge();
    return std::move(evaluation_);
  }

 private:
  [[nodiscard]] std::string say(Word word, const std::vector<std::string>& arguments = {}) const {
    return app::say(word, console_.language, arguments);
  }

  bool stop(ExitCode code, const std::string& message) {
    report(message, true, log_);
    exit_code_ = code;
    return false;
  }

  bool compile() {
    const Stopwatch stopwatch(log_, "compile");
    std::string problem;
    auto source = read_rulebook(request_.rulebook, console_.language, problem);
    if (!source) return stop(exit_outside_failed, problem);
    text::Diagnostics diagnostics;
    const text::Source copy = *source;  // shows the problems where nothing was compiled
    evaluation_.compiled = rules::compile(std::move(*source), diagnostics);
    diagnostics.sort();
    const std::string text = diagnostics_text(diagnostics, copy, Paint(false), console_.language);
    if (evaluation_.compiled == nullptr) return stop(exit_rulebook_is_wrong, text);
    report(text, false, log_);
    return true;
  }

  bool choose_periods() {
    AskedPeriods asked = asked_periods(evaluation_.plan(), request_.period, console_.language);
    if (!asked.mistake.empty()) return stop(exit_command_line_is_wrong, "nilai: " + asked.mistake);
    evaluation_.periods = std::move(asked.periods);
    return true;
  }

  bool choose_rows_table() {
    if (!request_.rows_table) return true;
    std::vector<std::string> names;
    for (const engine::TablePlan& table : evaluation_.plan().tables) names.push_back(table.name);
    const auto found = std::find(names.begin(), names.end(), *request_.rows_table);
    if (found != names.end()) {
      evaluation_.rows_table = static_cast<engine::TableIndex>(found - names.begin());
      return true;
    }
    std::string message = "nilai: " + say(Word::no_such_table, {*request_.rows_table});
    if (const auto near = text::nearest(*request_.rows_table, names)) message += say(Word::did_you_mean, {*near});
    return stop(exit_command_line_is_wrong, message);
  }

  bool open() {
    OpenedDataset opened = open_dataset(request_.data, *evaluation_.compiled);
    const bool has_places = !opened.source.text().empty();
    const std::string text = has_places
                                 ? diagnostics_text(opened.diagnostics, opened.source, Paint(false), console_.language)
                                 : placeless_text(opened.source.name(), opened.diagnostics, console_.language);
    if (!opened.dataset) return stop(exit_data_are_wrong, text);
    report(text, false, log_);
    evaluation_.dataset = std::move(*opened.dataset);
    return true;
  }

  bool gather() {
    const Stopwatch stopwatch(log_, "gather");
    {
      Progress progress(console_, evaluation_.dataset, request_.is_quiet);
      engine::GatherOptions options;
      options.threads = request_.threads;
      options.keep_rows = evaluation_.rows_table;
      options.progress = [&progress](std::uint64_t rows) { progress.show(rows); };
      evaluation_.data = engine::gather(evaluation_.plan(), evaluation_.dataset.inputs, evaluation_.periods, options);
    }
    if (!evaluation_.data.faults.empty()) {
      std::string text;
      for (const engine::TableFault& fault : evaluation_.data.faults) {
        text +=
            (text.empty() ? "" : "\n") + fault_text(fault, evaluation_.plan(), evaluation_.dataset, console_.language);
      }
      return stop(exit_data_are_wrong, text);
    }
    for (const auto& files : evaluation_.dataset.files) {
      for (const auto& file : files) {
        if (file->has_changed()) return stop(exit_outside_failed, "nilai: " + say(Word::file_changed, {file->name()}));
      }
    }
    const auto& last_date = evaluation_.data.last_date;
    evaluation_.is_provisional =
        !evaluation_.periods.empty() && last_date && evaluation_.periods.back().end() > *last_date;
    return true;
  }

  void judge() {
    const Stopwatch stopwatch(log_, "judge");
    evaluation_.judgements = engine::judge(evaluation_.plan(), evaluation_.gathered());
  }

  const EvaluateRequest& request_;
  const Console& console_;
  Log& log_;
  Evaluation evaluation_;
  ExitCode exit_code_ = exit_done;
};

}  // namespace

std::variant<Evaluation, ExitCode> evaluate(const EvaluateRequest& request, const Console& console, Log& log) {
  return Evaluator(request, console, log).evaluate();
}

}  // namespace nilai::app
