// Any bytes at all as a formula: there is a tree or there are errors, every place lies in the text, and a formula that
// can be read is printed on one line, which is read as the same tree. In Indonesian where the bytes begin with `=`.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "grammar/print/expression.hpp"
#include "grammar/read.hpp"
#include "support/tree_text.hpp"

namespace grammar = nilai::grammar;
namespace syntax = nilai::syntax;
namespace text = nilai::text;

namespace {

struct Formula {
  Formula(const std::string& formula, bool is_indonesian)
      : source("fuzz.nilai", (is_indonesian ? "buku aturan r\nukuran m = " : "rulebook r\nmeasure m = ") + formula),
        book(grammar::read(source, diagnostics)) {}

  text::Source source;
  text::Diagnostics diagnostics;
  syntax::Rulebook book;
};

/// The formula alone, and nothing behind it: bytes can also be the next clause, or another definition.
bool is_one_formula(const syntax::Rulebook& book) {
  if (book.measures.size() != 1) return false;
  syntax::Rulebook rest = book;
  rest.measures.front().body = {};
  syntax::Rulebook empty;
  empty.name = rest.name;
  empty.measures.push_back({});
  empty.measures.front().name = rest.measures.front().name;
  return nilai::tests::tree_text(rest) == nilai::tests::tree_text(empty);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const bool is_indonesian = size > 0 && data[0] == '=';
  const Formula first(std::string(data + (is_indonesian ? 1 : 0), data + size), is_indonesian);
  for (const text::Diagnostic& diagnostic : first.diagnostics.all()) {
    const text::Span span = diagnostic.span;
    if (span.begin > span.end || span.end > first.source.text().size()) std::abort();
  }
  // Names that the language gives are English in the tree; only `print` writes them back.
  if (is_indonesian || first.diagnostics.has_errors() || !is_one_formula(first.book)) return 0;
  const auto language = grammar::KeywordLanguage::english;
  const Formula second(grammar::printed(first.book, first.book.measures.front().body, language), false);
  if (second.diagnostics.has_errors()) std::abort();
  if (nilai::tests::tree_text(second.book) != nilai::tests::tree_text(first.book)) std::abort();
  return 0;
}
