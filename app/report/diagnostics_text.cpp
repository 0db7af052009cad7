#include "app/report/diagnostics_text.hpp"

#include "app/words.hpp"
#include "grammar/text/render.hpp"

namespace nilai::app {

namespace {

bool is_error(text::Code code) {
  return text::catalogue_entry(code).severity == text::Severity::error;
}

std::string severity_and_code(text::Code code, text::Language language) {
  return say(is_error(code) ? Word::severity_error : Word::severity_warning, language) + "[" + text::code_text(code) +
         "]";
}

}  // namespace

std::string diagnostics_text(const text::Diagnostics& diagnostics, const text::Source& source, const Paint& paint,
                             text::Language language) {
  std::string whole;
  for (const text::Diagnostic& diagnostic : diagnostics.all()) {
    std::string text = render(diagnostic, source, language);
    const std::string word = severity_and_code(diagnostic.code, language);
    const std::size_t at = text.find(word);
    if (at != std::string::npos) text.replace(at, word.size(), paint.red(word));
    whole += (whole.empty() ? "" : "\n") + text;
  }
  if (diagnostics.left_out_count() > 0) {
    whole += "\n" + say(Word::and_more, language, {count_text(diagnostics.left_out_count(), language)}) + "\n";
  }
  return whole;
}

std::string placeless_text(const std::string& name, const text::Diagnostics& diagnostics, text::Language language) {
  std::string text;
  for (const text::Diagnostic& diagnostic : diagnostics.all()) {
    text += (text.empty() ? "" : "\n") + name + ": " + severity_and_code(diagnostic.code, language) + ": ";
    text += message_text(diagnostic, language);
    for (const text::Message& note : diagnostic.notes) {
      text += "\n  " + say(Word::note, language) + ": " + message_text(note, diagnostic, language);
    }
    for (const text::Fix& fix : diagnostic.fixes) {
      text += "\n  " + say(Word::fix, language) + ": " + message_text(fix.message, diagnostic, language);
    }
  }
  return text;
}

std::string placeless_text(const std::string& name, text::Code code, const std::vector<std::string>& arguments,
                           text::Language language) {
  text::Diagnostics diagnostics;
  diagnostics.add(code, {}, arguments);
  return placeless_text(name, diagnostics, language);
}

}  // namespace nilai::app
