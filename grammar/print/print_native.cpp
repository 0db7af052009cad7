#include "grammar/print/print_native.hpp"

#include <algorithm>
#include <variant>

#include "grammar/print/native/writer.hpp"

namespace nilai::grammar {

namespace {

using Definition =
    std::variant<const syntax::Text*, const syntax::Choice*, const syntax::Table*, const syntax::Parameter*,
                 const syntax::Measure*, const syntax::Criterion*, const syntax::Score*, const syntax::Outcomes*,
                 const syntax::Decide*, const syntax::Guarantee*, const syntax::Test*>;

std::uint32_t place(const Definition& definition) {
  return std::visit([](const auto* one) { return one->span.begin; }, definition);
}

/// Every definition, in the order of the text.
std::vector<Definition> definitions_of(const syntax::Rulebook& book) {
  std::vector<Definition> all;
  const auto take = [&](const auto& definitions) {
    for (const auto& one : definitions) all.emplace_back(&one);
  };
  take(book.uses);
  take(book.choices);
  take(book.tables);
  take(book.parameters);
  take(book.measures);
  take(book.criteria);
  take(book.scores);
  take(book.outcomes);
  take(book.decides);
  take(book.guarantees);
  take(book.tests);
  std::stable_sort(all.begin(), all.end(),
                   [](const Definition& a, const Definition& b) { return place(a) < place(b); });
  return all;
}

}  // namespace

std::string print_native(const syntax::Rulebook& book, KeywordLanguage language, const std::vector<Comment>& comments) {
  print::Writer writer(book, language);
  writer.rulebook_head();
  std::size_t kind_before = std::variant_npos;
  bool was_one_line = false;
  for (const Definition& definition : definitions_of(book)) {
    print::Writer one(book, language);
    std::visit([&](const auto* written) { one.write(*written); }, definition);
    const bool is_one_line = one.lines.size() == 1;
    const bool goes_on = is_one_line && was_one_line && definition.index() == kind_before;
    if (!writer.lines.empty() && !goes_on) writer.lines.push_back({});
    std::move(one.lines.begin(), one.lines.end(), std::back_inserter(writer.lines));
    kind_before = definition.index();
    was_one_line = is_one_line;
  }
  return with_comments(writer.lines, comments);
}

}  // namespace nilai::grammar
