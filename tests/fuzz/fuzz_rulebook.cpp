// Any bytes at all as a rulebook: there is a plan or there are errors, and every error can be shown in both languages.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "grammar/text/render.hpp"
#include "rules/compile.hpp"

namespace text = nilai::text;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const text::Source source("fuzz.nilai", std::string(data, data + size));
  text::Diagnostics diagnostics;
  const auto compiled = nilai::rules::compile(source, diagnostics);
  if ((compiled == nullptr) != diagnostics.has_errors()) std::abort();
  diagnostics.sort();
  for (const text::Language language : {text::Language::en, text::Language::id}) {
    if (diagnostics.has_errors() && text::render(diagnostics, source, language).empty()) std::abort();
  }
  return 0;
}
