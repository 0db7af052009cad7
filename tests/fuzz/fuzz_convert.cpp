// Any bytes at all as a rulebook, in YAML where they begin with a capital Y: what can be read is printed on every
// surface, is read there as the same tree, and is printed again as the same text.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "grammar/print/print.hpp"
#include "grammar/read.hpp"
#include "support/tree_text.hpp"

namespace grammar = nilai::grammar;
namespace syntax = nilai::syntax;
namespace text = nilai::text;

namespace {

std::string name_in(grammar::Form form) {
  return form == grammar::Form::native ? "fuzz.nilai" : "fuzz.yaml";
}

/// What is defined twice has no place in YAML, where a key stands once.
bool is_key_twice_alone(const text::Diagnostics& diagnostics) {
  const auto& all = diagnostics.all();
  return !all.empty() && std::all_of(all.begin(), all.end(), [](const text::Diagnostic& diagnostic) {
    return diagnostic.code == text::Code::key_twice;
  });
}

/// All that the tree says; the score without a name stands first, as YAML has it.
std::string whole(syntax::Rulebook book) {
  std::stable_partition(book.scores.begin(), book.scores.end(), [](const auto& score) { return !score.name; });
  return nilai::tests::tree_text(book);
}

void is_printed_faithfully(const syntax::Rulebook& book, const text::Source& source, grammar::Surface surface) {
  const std::string printed = grammar::print(book, source, surface);
  const text::Source again(name_in(surface.form), printed);
  text::Diagnostics diagnostics;
  const syntax::Rulebook read = grammar::read(again, diagnostics);
  if (surface.form == grammar::Form::yaml && is_key_twice_alone(diagnostics)) return;
  if (diagnostics.has_errors()) std::abort();
  if (whole(read) != whole(book)) std::abort();
  if (grammar::print(read, again, surface) != printed) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const bool is_yaml = size > 0 && data[0] == 'Y';
  const text::Source source(name_in(is_yaml ? grammar::Form::yaml : grammar::Form::native),
                            std::string(data + (is_yaml ? 1 : 0), data + size));
  text::Diagnostics diagnostics;
  const syntax::Rulebook book = grammar::read(source, diagnostics);
  if (diagnostics.has_errors()) return 0;
  for (const auto language : {grammar::KeywordLanguage::english, grammar::KeywordLanguage::indonesian}) {
    for (const auto form : {grammar::Form::native, grammar::Form::yaml}) {
      is_printed_faithfully(book, source, {form, language});
    }
  }
  return 0;
}
