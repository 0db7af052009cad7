#include <boost/json.hpp>
#include <set>

#include "app/report/diagnostics_json.hpp"
#include "app/report/json_text.hpp"

namespace nilai::app {

namespace {

using boost::json::array;
using boost::json::object;
using text::Language;

constexpr const char* schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

const char* level(text::Code code) {
  switch (text::catalogue_entry(code).severity) {
    case text::Severity::error:
      return "error";
    case text::Severity::warning:
      return "warning";
  }
  return "none";
}

object message(const std::string& text) {
  return {{"text", text}};
}

/// `name` as a URI: a path, with everything but letters, digits and a few marks as `%XX`.
std::string uri(const std::string& name) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string escaped;
  for (const char c : name) {
    const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                          std::string_view("/._-~").find(c) != std::string_view::npos;
    const auto byte = static_cast<unsigned char>(c);
    escaped += is_plain ? std::string(1, c) : std::string{'%', digits[byte >> 4], digits[byte & 15]};
  }
  return escaped;
}

object region(const text::Source& source, text::Span span) {
  const text::Place begin = source.place(span.begin), end = source.place(span.end);
  return {{"startLine", begin.line}, {"startColumn", begin.column}, {"endLine", end.line}, {"endColumn", end.column}};
}

object artifact(const CheckedRulebook& checked, text::Span span) {
  return {{"uri", uri(checked.source->file_at(span.begin).name)}};
}

object location(const CheckedRulebook& checked, text::Span span) {
  return {{"physicalLocation",
           object{{"artifactLocation", artifact(checked, span)}, {"region", region(*checked.source, span)}}}};
}

object fix_json(const CheckedRulebook& checked, const text::Diagnostic& diagnostic, const text::Fix& fix,
                Language language) {
  object replacement{{"deletedRegion", region(*checked.source, *fix.span)},
                     {"insertedContent", message(fix.replacement)}};
  object change{{"artifactLocation", artifact(checked, *fix.span)}, {"replacements", array{std::move(replacement)}}};
  return {{"description", message(message_text(fix.message, diagnostic, language))},
          {"artifactChanges", array{std::move(change)}}};
}

object result_json(const CheckedRulebook& checked, const text::Diagnostic& diagnostic, Language language) {
  std::string text = message_text(diagnostic, language);
  for (const text::Message& note : diagnostic.notes) text += "\n" + message_text(note, diagnostic, language);
  array related, fixes;
  for (const text::Label& label : diagnostic.labels) {
    object place = location(checked, label.span);
    place["message"] = message(message_text(label.message, diagnostic, language));
    related.push_back(std::move(place));
  }
  for (const text::Fix& fix : diagnostic.fixes) {
    if (fix.span) {
      fixes.push_back(fix_json(checked, diagnostic, fix, language));
    } else {
      text += "\n" + message_text(fix.message, diagnostic, language);
    }
  }
  object result{{"ruleId", text::code_text(diagnostic.code)},
                {"level", level(diagnostic.code)},
                {"message", message(text)},
                {"locations", array{location(checked, diagnostic.span)}}};
  if (!related.empty()) result["relatedLocations"] = std::move(related);
  if (!fixes.empty()) result["fixes"] = std::move(fixes);
  return result;
}

}  // namespace

std::string diagnostics_sarif(const std::vector<CheckedRulebook>& checked, Language language) {
  array results, rules;
  std::set<text::Code> codes;
  for (const CheckedRulebook& rulebook : checked) {
    for (const text::Diagnostic& diagnostic : rulebook.diagnostics.all()) {
      codes.insert(diagnostic.code);
      results.push_back(result_json(rulebook, diagnostic, language));
    }
  }
  for (const text::Code code : codes) {
    rules.push_back(object{{"id", text::code_text(code)},
                           {"name", text::catalogue_entry(code).name},
                           {"defaultConfiguration", object{{"level", level(code)}}}});
  }
  object driver{{"name", "nilai"}, {"version", NILAI_VERSION}, {"rules", std::move(rules)}};
  object run{{"tool", object{{"driver", std::move(driver)}}},
             {"language", language == Language::id ? "id" : "en"},
             {"columnKind", "unicodeCodePoints"},
             {"results", std::move(results)}};
  return json_text(object{{"$schema", schema}, {"version", "2.1.0"}, {"runs", array{std::move(run)}}});
}

}  // namespace nilai::app
