#include "app/cli/run.hpp"

#include "app/output/outputs.hpp"
#include "app/report/data_problems.hpp"
#include "app/report/diagnostics_text.hpp"
#include "app/report/summary.hpp"
#include "app/words.hpp"

namespace nilai::app {

namespace {

/// So many refusals are shown one by one; the file has all of them.
constexpr std::size_t refusals_shown = 5;

/// `nilai-out/PERIOD`; of a rulebook without periods `nilai-out/NAME`.
std::filesystem::path out_folder(const RunParameters& parameters, const Evaluation& evaluation) {
  if (parameters.out) return *parameters.out;
  const auto& name = evaluation.compiled->book.name;
  const std::string folder = evaluation.periods.empty() ? name->text : evaluation.period_name();
  return std::filesystem::path("nilai-out") / folder;
}

void report_refusals(const std::vector<RefusedRow>& refused, bool is_strict, const std::filesystem::path& out,
                     text::Language language, Log& log) {
  const auto report = [&](const std::string& line) { is_strict ? log.error(line) : log.warning(line); };
  for (std::size_t i = 0; i < std::min(refused.size(), refusals_shown); ++i) {
    report(refusal_line(refused[i], is_strict, language));
  }
  if (refused.empty()) return;
  const std::string file = (out / "rejected.csv").string();
  report(refused.size() == 1 ? say(Word::one_refusal, language, {file})
                             : say(Word::so_many_refusals, language, {count_text(refused.size(), language), file}));
}

}  // namespace

int run(const RunParameters& parameters, Console& console) {
  Log log(console.err, parameters.log);
  auto evaluated = evaluate(parameters.evaluate, console, log);
  if (const auto* exit_code = std::get_if<ExitCode>(&evaluated)) return *exit_code;
  const auto& evaluation = std::get<Evaluation>(evaluated);

  const text::Language language = console.language;
  const std::filesystem::path out = out_folder(parameters, evaluation);
  const std::vector<RefusedRow> refused = refused_rows(evaluation, parameters.shows_personal, language);
  {
    const Stopwatch stopwatch(log, "write");
    const OutputOptions options{out, parameters.writes_csv, parameters.writes_json, parameters.shows_personal,
                                language};
    if (const auto problem = write_outputs(evaluation, refused, options)) {
      log.error(placeless_text("nilai", text::Code::cannot_write, {problem->path, problem->reason}, language));
      return exit_outside_failed;
    }
  }
  report_refusals(refused, parameters.is_strict, out, language, log);
  if (evaluation.is_provisional) {
    log.warning(say(Word::provisional, language, {evaluation.period_name(), evaluation.data.last_date->to_iso()}));
  }
  if (!parameters.log.is_quiet) {
    const SummaryRequest request{parameters.evaluate.rulebook, parameters.evaluate.data, out.string()};
    console.out << summary_text(evaluation, request, Paint(console.has_colour), language);
  }
  return parameters.is_strict && !refused.empty() ? exit_data_are_wrong : exit_done;
}

}  // namespace nilai::app
