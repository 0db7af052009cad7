// A rulebook that is printed and read again is the same, on any surface; printed twice, it is the same text.
#include <rapidcheck.h>

#include <catch2/catch.hpp>

#include "grammar/print/print.hpp"
#include "grammar/read.hpp"
#include "property/rulebook_text.hpp"
#include "support/tree_text.hpp"

namespace nilai::tests {

namespace {

using grammar::Form;
using grammar::KeywordLanguage;
using grammar::Surface;

struct ReadAgain {
  explicit ReadAgain(std::string text, Form form = Form::native)
      : source(form == Form::native ? "book.nilai" : "book.yaml", std::move(text)) {
    book = grammar::read(source, diagnostics);
    if (diagnostics.has_errors()) RC_FAIL("cannot be read:\n" + std::string(source.text()) + "\n" + problem());
  }

  [[nodiscard]] std::string problem() const {
    const text::Diagnostic& first = diagnostics.all().front();
    const text::Place place = source.place(first.span.begin);
    return std::to_string(place.line) + ":" + std::to_string(place.column) + " " +
           std::string(text::catalogue_entry(first.code).name);
  }

  text::Source source;
  text::Diagnostics diagnostics;
  syntax::Rulebook book;
};

std::size_t comment_count(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; (at = text.find("# ", at)) != std::string_view::npos; ++at) ++count;
  return count;
}

void same_text(const std::string& found, const std::string& wanted, const std::string& from) {
  if (found == wanted) return;
  std::size_t at = 0;
  while (at < found.size() && at < wanted.size() && found[at] == wanted[at]) ++at;
  const std::size_t begin = at < 100 ? 0 : at - 100;
  RC_FAIL("found:\n" + found.substr(begin, 300) + "\nwanted:\n" + wanted.substr(begin, 300) + "\nfrom:\n" + from);
}

}  // namespace

namespace {

void is_printed_faithfully(const ReadAgain& first, Surface surface) {
  const std::string printed = grammar::print(first.book, first.source, surface);
  const ReadAgain second(printed, surface.form);
  same_text(tree_text(second.book), tree_text(first.book), printed);
  same_text(grammar::print(second.book, second.source, surface), printed, printed);
  RC_ASSERT(comment_count(printed) == comment_count(first.source.text()));
}

}  // namespace

TEST_CASE("what is printed is read as the same tree, and printed as the same text", "[property]") {
  // RapidCheck tries a hundred of these: ten thousand rulebooks.
  constexpr std::uint64_t rulebooks_a_try = 100;
  REQUIRE(rc::check([] {
    const auto seed = *rc::gen::arbitrary<std::uint64_t>();
    const int size = *rc::gen::inRange(1, 12);
    for (std::uint64_t i = 0; i < rulebooks_a_try; ++i) {
      const ReadAgain first(made_up_rulebook(seed + i, size));
      for (const KeywordLanguage language : {KeywordLanguage::english, KeywordLanguage::indonesian}) {
        for (const Form form : {Form::native, Form::yaml}) is_printed_faithfully(first, {form, language});
      }
    }
  }));
}

}  // namespace nilai::tests
