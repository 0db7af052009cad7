#include "app/cli/explain.hpp"

#include <algorithm>
#include <boost/json.hpp>

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
  if (evaluation.is_provisional) {
    log.warning(
        say(Word::provisional, console.language, {evaluation.period_name(), evaluation.data.last_date->to_iso()}));
  }
  const rules::Explanation explanation =
      rules::explain(*evaluation.compiled, evaluation.gathered(), evaluation.judgements,
                     static_cast<std::size_t>(found - keys.begin()), console.language);
  if (parameters.format == ExplainParameters::Format::json) {
    console.out << json_text(explanation_json(explanation));
    return exit_done;
  }
  const syntax::Rulebook& book = evaluation.compiled->book;
  const std::string title = book.name ? rules::label_text(book.label, book.name->text, console.language) : "";
  console.out << explanation_text(explanation, title, Paint(console.has_colour), console.language);
  return exit_done;
}

}  // namespace nilai::app
