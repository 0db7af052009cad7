#pragma once

#include <string>
#include <vector>

#include "grammar/print/expression.hpp"

namespace nilai::grammar::print {

/// What both forms of a rulebook write alike: the native text behind a keyword, or in a scalar.
class Phrases {
 public:
  Phrases(const syntax::Rulebook& book, KeywordLanguage language) : book_(book), language_(language) {}

 protected:
  [[nodiscard]] std::string word(Keyword keyword) const { return grammar::word(keyword, language_); }
  [[nodiscard]] std::string name(const syntax::Name& name) const { return printed(name.text, language_); }
  [[nodiscard]] std::string names(const std::vector<syntax::Name>& names) const;
  [[nodiscard]] Document document(syntax::ExpressionId id) const { return grammar::document(book_, id, language_); }
  [[nodiscard]] std::string flat(syntax::ExpressionId id) const { return printed(book_, id, language_); }
  [[nodiscard]] std::uint32_t begin_of(syntax::ExpressionId id) const { return book_.at(id).span.begin; }

  /// ` every year starting october`, with a blank before it; empty without a period.
  [[nodiscard]] std::string every(const syntax::Evaluates& evaluates) const;
  /// `low "Rendah" < high`
  [[nodiscard]] Document values(const syntax::ChoiceValues& values) const;
  [[nodiscard]] std::string choice(const std::string& choice) const;
  /// `number in rupiah to 2 places or why`
  [[nodiscard]] Document type(const syntax::Type& type) const;
  /// The type, the attributes and the formula of a column, with that many blanks between them.
  [[nodiscard]] Document content(const syntax::Column& column, const std::string& gap) const;
  /// `household by household_id = id`
  [[nodiscard]] std::string link(const syntax::Link& link) const;
  /// The keys that a row of a parameter is for: `reading or mathematics, any`.
  [[nodiscard]] std::string keys(const syntax::ParameterRow& row) const;
  /// `up by 5%`
  [[nodiscard]] std::string way(const syntax::Changeable& changeable) const;
  /// `not assessed`, `0 points`, `weight to a 50%, b 50%`
  [[nodiscard]] std::string if_missing(const syntax::IfMissing& if_missing) const;
  [[nodiscard]] Document promise(const syntax::Guarantee& guarantee) const;
  /// What a test says of something: `100 points`.
  [[nodiscard]] std::string known(const syntax::Known& known) const;
  [[nodiscard]] std::string expected(const syntax::Expectation& expectation) const;

  const syntax::Rulebook& book_;
  KeywordLanguage language_;
};

/// ` "label" en "…"`, with a blank before it; empty where there is none.
std::string label_text(const syntax::Label& label);

/// A code: bare where it can be, else in quotes.
std::string code_text(const syntax::Code& code, KeywordLanguage language);

}  // namespace nilai::grammar::print
