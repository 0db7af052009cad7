#include "grammar/given_names.hpp"

#include <algorithm>
#include <set>
#include <vector>

#include "grammar/keywords.hpp"
#include "grammar/syntax/parts.hpp"

namespace nilai::grammar {

namespace {

using syntax::ExpressionId;
using syntax::Name;

syntax::Score* unnamed_score(syntax::Rulebook& book) {
  const auto found =
      std::find_if(book.scores.begin(), book.scores.end(), [](const syntax::Score& score) { return !score.name; });
  return found == book.scores.end() ? nullptr : &*found;
}

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

/// The name of something the language gives, from one language to another.
struct GivenName {
  std::string from, to;

  GivenName(Keyword keyword, KeywordLanguage from_language, KeywordLanguage to_language)
      : from(written(keyword, from_language)), to(written(keyword, to_language)) {}

  void rename(std::string& name) const {
    if (name == from) name = to;
  }
};

/// The score without a name: renames every use, in expressions and by name alone.
void rename_score(syntax::Rulebook& book, const GivenName& score) {
  for (syntax::Expression& expression : book.expressions) {
    if (auto* use = std::get_if<syntax::NameUse>(&expression.node)) score.rename(use->name);
  }
  for (syntax::Criterion& criterion : book.criteria) {
    if (criterion.in) score.rename(criterion.in->text);
  }
  for (syntax::Score& part : book.scores) {
    if (part.in) score.rename(part.in->text);
  }
  for (syntax::Guarantee& guarantee : book.guarantees) score.rename(guarantee.raised.text);
  for (syntax::Test& test : book.tests) {
    for (syntax::Given& given : test.given) score.rename(given.of.text);
    for (syntax::Expectation& expectation : test.expect) score.rename(expectation.name.text);
  }
}

/// What the language gives where it stands: `outcome` in `previous(outcome)`, and what a row of `criteria` has.
class NamesInCalls {
 public:
  NamesInCalls(syntax::Rulebook& book, KeywordLanguage from, KeywordLanguage to)
      : book_(book), outcome_(Keyword::outcome, from, to) {
    for (const Keyword column : {Keyword::points, Keyword::value, Keyword::weight}) {
      columns_.emplace_back(column, from, to);
    }
  }

  void rename() {
    for (const syntax::Expression& expression : book_.expressions) {
      const auto* call = std::get_if<syntax::Call>(&expression.node);
      if (call == nullptr) continue;
      for (const syntax::Argument& argument : call->arguments) {
        if (call->function == syntax::Function::previous) rename_one(argument.value, outcome_);
        if (argument.rows && argument.rows->of == syntax::Rows::Of::criteria) {
          for (const ExpressionId part : {argument.value, argument.weighted_by, argument.rows->where}) rename_all(part);
        }
      }
    }
  }

 private:
  void rename_one(ExpressionId id, const GivenName& name) {
    if (id.is_none()) return;
    if (auto* use = std::get_if<syntax::NameUse>(&book_.expressions[id.index].node)) name.rename(use->name);
  }

  void rename_all(ExpressionId id) {
    if (id.is_none()) return;
    for (const GivenName& column : columns_) rename_one(id, column);
    syntax::visit_parts(book_.at(id), [&](ExpressionId part) { rename_all(part); });
  }

  syntax::Rulebook& book_;
  GivenName outcome_;
  std::vector<GivenName> columns_;
};

}  // namespace

void name_as_in_english(syntax::Rulebook& book) {
  constexpr auto from = KeywordLanguage::indonesian, to = KeywordLanguage::english;
  NamesInCalls(book, from, to).rename();
  syntax::Score* unnamed = unnamed_score(book);
  if (unnamed == nullptr) return;
  const GivenName score(Keyword::score, from, to);
  const std::set<std::string> own = own_names(book);
  if (own.count(score.to) != 0) {
    unnamed->name = Name{score.from, unnamed->head_span};
  } else if (own.count(score.from) == 0) {
    rename_score(book, score);
  }
}

void name_as_in_indonesian(syntax::Rulebook& book) {
  constexpr auto from = KeywordLanguage::english, to = KeywordLanguage::indonesian;
  NamesInCalls(book, from, to).rename();
  const GivenName score(Keyword::score, from, to);
  syntax::Score* unnamed = unnamed_score(book);
  if (unnamed != nullptr && own_names(book).count(score.from) != 0) {
    unnamed->name = Name{score.from, unnamed->head_span};
  } else if (has_given_score(book)) {
    rename_score(book, score);
  }
}

bool has_given_score(const syntax::Rulebook& book) {
  const bool is_there =
      std::any_of(book.scores.begin(), book.scores.end(), [](const syntax::Score& score) { return !score.name; });
  if (!is_there) return false;
  const std::set<std::string> own = own_names(book);
  return own.count(std::string(written(Keyword::score, KeywordLanguage::english))) == 0 &&
         own.count(std::string(written(Keyword::score, KeywordLanguage::indonesian))) == 0;
}

void name_score_elsewhere(syntax::Rulebook& book, KeywordLanguage from, KeywordLanguage to) {
  rename_score(book, GivenName(Keyword::score, from, to));
}

}  // namespace nilai::grammar
