#include "app/cli/explain.hpp"

#include <algorithm>
#include <boost/json.hpp>

#include "app/cli/period_warnings.hpp"
#include "app/cli/refusals.hpp"
#include "app/report/enough_json.hpp"
#include "app/report/enough_text.hpp"
#include "app/report/explain_json.hpp"
#include "app/report/explain_text.hpp"
#include "app/report/json_text.hpp"
#include "app/words.hpp"
#include "grammar/text/nearest.hpp"

namespace nilai::app {

namespace {

std::vector<std::string> key_texts(const engine::Gathered& gathered) {
  std::vector<std::string> texts;
  for (const auto& key : gathered.keys) texts.push_back(key_text(key));
  return texts;
}

std::string unknown_subject(const std::string& subject, const Evaluation& evaluation, text::Language language) {
  const std::string& table = evaluation.plan().tables[evaluation.plan().subject].name;
  const auto near = text::nearest(subject, key_texts(evaluation.gathered()));
  return "nilai: " + say(Word::no_such_subject, language, {table, subject}) +
         (near ? say(Word::did_you_mean, language, {*near}) : std::string());
}

/// What is wrong with the outcome asked for; empty where there is such an outcome.
std::string unknown_outcome(const std::string& outcome, const Evaluation& evaluation, text::Language language) {
  const std::vector<std::string>& outcomes = evaluation.plan().outcomes;
  if (std::find(outcomes.begin(), outcomes.end(), outcome) != outcomes.end()) return {};
  const auto near = text::nearest(outcome, outcomes);
  return "nilai: " + say(Word::no_such_outcome, language, {outcome}) +
         (near ? say(Word::did_you_mean, language, {*near}) : std::string());
}

}  // namespace

int explain(const ExplainParameters& parameters, Console& console) {
  Log log(console.err, parameters.log);
  auto evaluated = evaluate(parameters.evaluate, console, log);
  if (const auto* exit_code = std::get_if<ExitCode>(&evaluated)) return *exit_code;
  const auto& evaluation = std::get<Evaluation>(evaluated);

  const std::vector<std::string> keys = key_texts(evaluation.gathered());
  const auto found = std::find(keys.begin(), keys.end(), parameters.subject);
  if (found == keys.end()) {
    log.error(unknown_subject(parameters.subject, evaluation, console.language));
    return exit_command_line_is_wrong;
  }
  if (parameters.toward) {
    const std::string problem = unknown_outcome(*parameters.toward, evaluation, console.language);
    if (!problem.empty()) {
      log.error(problem);
      return exit_command_line_is_wrong;
    }
  }
  // Of a record that was not read nothing is seen in the answer: who asks about someone is told as who runs everyone.
  report_refusals(refused_rows(*evaluation.compiled, evaluation.dataset, evaluation.data, false, console.language), {},
                  console.language, log);
  for (const std::string& warning :
       period_warnings(evaluation.plan(), evaluation.data, evaluation.asked_periods(), console.language)) {
    log.warning(warning);
  }
  const auto subject = static_cast<std::size_t>(found - keys.begin());
  const rules::Explanation explanation =
      rules::explain(*evaluation.compiled, evaluation.gathered(), evaluation.judgements, subject, console.language);
  const auto enough = rules::enough(*evaluation.compiled, evaluation.gathered(), evaluation.judgements, subject,
                                    parameters.toward, console.language);
  if (parameters.format == ExplainParameters::Format::json) {
    boost::json::object json = explanation_json(explanation);
    if (enough) json["enough"] = enough_json(*enough);
    console.out << json_text(json);
    return exit_done;
  }
  const syntax::Rulebook& book = evaluation.compiled->book;
  const std::string title = book.name ? rules::label_text(book.label, book.name->text, console.language) : "";
  const Paint paint(console.has_colour);
  console.out << explanation_text(explanation, title, paint, console.language);
  if (enough) console.out << enough_text(*enough, paint, console.language);
  return exit_done;
}

}  // namespace nilai::app
