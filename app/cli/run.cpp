#include "app/cli/run.hpp"

#include "app/cli/period_warnings.hpp"
#include "app/cli/refusals.hpp"
#include "app/output/outputs.hpp"
#include "app/report/diagnostics_text.hpp"
#include "app/report/summary.hpp"
#include "app/words.hpp"

namespace nilai::app {

namespace {

/// `nilai-out/PERIOD`; of a rulebook without periods `nilai-out/NAME`.
std::filesystem::path out_folder(const RunParameters& parameters, const Evaluation& evaluation) {
  if (parameters.out) return *parameters.out;
  const auto& name = evaluation.compiled->book.name;
  const std::string folder = evaluation.periods.empty() ? name->text : evaluation.period_name();
  return std::filesystem::path("nilai-out") / folder;
}

}  // namespace

int run(const RunParameters& parameters, Console& console) {
  Log log(console.err, parameters.log);
  auto evaluated = evaluate(parameters.evaluate, console, log);
  if (const auto* exit_code = std::get_if<ExitCode>(&evaluated)) return *exit_code;
  const auto& evaluation = std::get<Evaluation>(evaluated);

  const text::Language language = console.language;
  const std::filesystem::path out = out_folder(parameters, evaluation);
  const std::vector<RefusedRow> refused =
      refused_rows(*evaluation.compiled, evaluation.dataset, evaluation.data, parameters.shows_personal, language);
  {
    const Stopwatch stopwatch(log, "write");
    const OutputOptions options{out, parameters.writes_csv, parameters.writes_json, parameters.shows_personal,
                                language};
    if (const auto problem = write_outputs(evaluation, refused, options)) {
      log.error(placeless_text("nilai", text::Code::cannot_write, {problem->path, problem->reason}, language));
      return exit_outside_failed;
    }
  }
  report_refusals(refused, {out / "rejected.csv", parameters.is_strict}, language, log);
  for (const std::string& warning :
       period_warnings(evaluation.plan(), evaluation.data, evaluation.asked_periods(), language)) {
    log.warning(warning);
  }
  if (!parameters.log.is_quiet) {
    const SummaryRequest request{parameters.evaluate.rulebook, parameters.evaluate.data, out.string()};
    console.out << summary_text(evaluation, request, Paint(console.has_colour), language);
  }
  return parameters.is_strict && !refused.empty() ? exit_data_are_wrong : exit_done;
}

}  // namespace nilai::app
