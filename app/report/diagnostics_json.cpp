#include "app/report/diagnostics_json.hpp"

#include <boost/json.hpp>

#include "app/report/json_text.hpp"

namespace nilai::app {

namespace {

using boost::json::array;
using boost::json::object;
using text::Language;

const char* severity_name(text::Severity severity) {
  switch (severity) {
    case text::Severity::error:
      return "error";
    case text::Severity::warning:
      return "warning";
  }
  return "";
}

object place_json(const text::Source& source, text::Span span) {
  const text::Place begin = source.place(span.begin), end = source.place(span.end);
  return {{"line", begin.line}, {"column", begin.column}, {"end_line", end.line}, {"end_column", end.column}};
}

object problem_json(const CheckedRulebook& checked, const text::Diagnostic& diagnostic, Language language) {
  const text::Source& source = *checked.source;
  const text::CatalogueEntry& entry = text::catalogue_entry(diagnostic.code);
  object problem{{"file", source.file_at(diagnostic.span.begin).name}};
  for (const auto& member : place_json(source, diagnostic.span)) problem[member.key()] = member.value();
  problem["code"] = text::code_text(diagnostic.code);
  problem["name"] = entry.name;
  problem["severity"] = severity_name(entry.severity);
  problem["message"] = message_text(diagnostic, language);
  array notes, labels, fixes;
  if (diagnostic.mark) notes.push_back(boost::json::value(message_text(*diagnostic.mark, language)));
  for (const text::Message& note : diagnostic.notes) notes.push_back(boost::json::value(message_text(note, language)));
  for (const text::Label& label : diagnostic.labels) {
    object json = place_json(source, label.span);
    const std::string& file = source.file_at(label.span.begin).name;
    if (file != source.file_at(diagnostic.span.begin).name) json["file"] = file;
    json["message"] = message_text(label.message, language);
    labels.push_back(std::move(json));
  }
  for (const text::Fix& fix : diagnostic.fixes) {
    object json{{"message", message_text(fix.message, language)}};
    if (fix.span) {
      object replacement = place_json(source, *fix.span);
      replacement["text"] = fix.replacement;
      json["replacement"] = std::move(replacement);
    }
    fixes.push_back(std::move(json));
  }
  problem["notes"] = std::move(notes);
  problem["labels"] = std::move(labels);
  problem["fixes"] = std::move(fixes);
  return problem;
}

}  // namespace

std::string diagnostics_json(const std::vector<CheckedRulebook>& checked, Language language) {
  array problems;
  std::size_t errors = 0, warnings = 0, left_out = 0;
  for (const CheckedRulebook& rulebook : checked) {
    for (const text::Diagnostic& diagnostic : rulebook.diagnostics.all()) {
      problems.push_back(problem_json(rulebook, diagnostic, language));
      const bool is_error = text::catalogue_entry(diagnostic.code).severity == text::Severity::error;
      warnings += is_error ? 0 : 1;
    }
    errors += rulebook.diagnostics.error_count();
    left_out += rulebook.diagnostics.left_out_count();
  }
  return json_text(object{{"problems", std::move(problems)},
                          {"error_count", errors},
                          {"warning_count", warnings},
                          {"left_out_count", left_out}});
}

}  // namespace nilai::app
