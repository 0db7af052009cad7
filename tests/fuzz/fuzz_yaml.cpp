// Any bytes at all as a rulebook in YAML: there is a tree or there are errors, every place lies in the file, and every
// character of a scalar stands in the file where it is said to.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "grammar/text/render.hpp"
#include "grammar/yaml/document.hpp"
#include "rules/compile.hpp"

namespace text = nilai::text;
namespace yaml = nilai::grammar::yaml;

namespace {

void check_span(text::Span span, const text::Source& source) {
  if (span.begin > span.end || span.end > source.text().size()) std::abort();
}

void check_document(const text::Source& source) {
  text::Diagnostics diagnostics;
  const auto document = yaml::read_document(source, diagnostics);
  if (!document) return;
  if (document->places.size() != document->text.size()) std::abort();
  for (std::uint32_t i = 0; i < document->text.size(); ++i) {
    check_span(document->places.span({i, i + 1}), source);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const text::Source source("fuzz.yaml", std::string(data, data + size));
  text::Diagnostics diagnostics;
  const auto compiled = nilai::rules::compile(source, diagnostics);
  if ((compiled == nullptr) != diagnostics.has_errors()) std::abort();
  for (const text::Diagnostic& diagnostic : diagnostics.all()) check_span(diagnostic.span, source);
  diagnostics.sort();
  for (const text::Language language : {text::Language::en, text::Language::id}) {
    if (diagnostics.has_errors() && text::render(diagnostics, source, language).empty()) std::abort();
  }
  // What the library is never given: bytes that are no text, and characters that end its streams.
  const bool is_text =
      source.text().find('\x04') == std::string_view::npos && source.text().find('\0') == std::string_view::npos;
  if (is_text) check_document(source);
  return 0;
}
