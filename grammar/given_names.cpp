#include "grammar/given_names.hpp"

#include <algorithm>
#include <set>

#include "grammar/keywords.hpp"

namespace nilai::grammar {

namespace {

using syntax::Name;

/// Every name that the author gave to something an expression can speak of.
std::set<std::string> own_names(const syntax::Rulebook& book) {
  std::set<std::string> names;
  const auto take = [&](const auto& definitions) {
    for (const auto& definition : definitions) names.insert(definition.name.text);
  };
  const auto take_values = [&](const syntax::ChoiceValues& values) { take(values.values); };
  take(book.parameters);
  take(book.measures);
  take(book.criteria);
  for (const syntax::Score& score : book.scores) {
    if (score.name) names.insert(score.name->text);
  }
  for (const syntax::Choice& choice : book.choices) take_values(choice.values);
  for (const syntax::Table& table : book.tables) {
    take(table.columns);
    take(table.key);
    if (table.dated) names.insert(table.dated->name.text);
    if (table.period) names.insert(table.period->name.text);
    for (const syntax::Column& column : table.columns) take_values(column.type.values);
    for (const syntax::Link& link : table.links) {
      for (const auto& pair : link.pairs) names.insert(pair.own.name.text);
    }
  }
  return names;
}

/// Renames every use, in expressions and by name alone.
class Renaming {
 public:
  Renaming(std::string from, std::string to) : from_(std::move(from)), to_(std::move(to)) {}

  void in(syntax::Rulebook& book) {
    for (syntax::Expression& expression : book.expressions) {
      if (auto* use = std::get_if<syntax::NameUse>(&expression.node)) rename(use->name);
    }
    for (syntax::Guarantee& guarantee : book.guarantees) rename(guarantee.raised.text);
    for (syntax::Test& test : book.tests) {
      for (syntax::Given& given : test.given) rename(given.of.text);
      for (syntax::Expectation& expectation : test.expect) rename(expectation.name.text);
    }
  }

 private:
  void rename(std::string& name) const {
    if (name == from_) name = to_;
  }

  std::string from_, to_;
};

}  // namespace

void name_as_in_english(syntax::Rulebook& book) {
  const auto unnamed =
      std::find_if(book.scores.begin(), book.scores.end(), [](const syntax::Score& score) { return !score.name; });
  if (unnamed == book.scores.end()) return;
  const std::string indonesian(written(Keyword::score, KeywordLanguage::indonesian));
  const std::string english(written(Keyword::score, KeywordLanguage::english));
  const std::set<std::string> own = own_names(book);
  if (own.count(english) != 0) {
    unnamed->name = Name{indonesian, unnamed->head_span};
  } else if (own.count(indonesian) == 0) {
    Renaming(indonesian, english).in(book);
  }
}

}  // namespace nilai::grammar
