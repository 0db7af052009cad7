#include "app/output/results_json.hpp"

#include <boost/json.hpp>

#include "app/report/explain_json.hpp"

namespace nilai::app {

void results_json(const Evaluation& evaluation, text::Language language,
                  const std::function<void(std::string_view)>& write) {
  const rules::Compiled& compiled = *evaluation.compiled;
  const auto text_or_null = [](const std::string& text) {
    return boost::json::serialize(text.empty() ? boost::json::value(nullptr) : boost::json::value(text));
  };
  write("{\n");
  write("\"rulebook\": " + text_or_null(compiled.book.name ? compiled.book.name->text : "") + ",\n");
  write("\"version\": " + text_or_null(compiled.book.version.text) + ",\n");
  write("\"period\": " + text_or_null(evaluation.period_name()) + ",\n");
  write(std::string("\"is_provisional\": ") + (evaluation.is_provisional ? "true" : "false") + ",\n");
  write(std::string("\"language\": \"") + (language == text::Language::id ? "id" : "en") + "\",\n\"results\": [");
  const char* separator = "\n";
  for (const std::size_t subject : evaluation.evaluated_subjects()) {
    const auto explanation = rules::explain(compiled, evaluation.gathered(), evaluation.judgements, subject, language);
    write(separator + boost::json::serialize(explanation_json(explanation)));
    separator = ",\n";
  }
  write("\n]}\n");
}

}  // namespace nilai::app
