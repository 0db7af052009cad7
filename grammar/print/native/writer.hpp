#pragma once

#include <string>
#include <vector>

#include "grammar/print/lines.hpp"
#include "grammar/print/phrases.hpp"

namespace nilai::grammar::print {

/// The clauses of one definition, two blanks in: what opens each, and behind it what it says.
class Clauses {
 public:
  /// `opening` is a keyword or a sign, with what must stand beside it (`from 2017-01-01`); empty where what is said
  /// goes on below that of the last clause.
  void add(std::uint32_t anchor, std::string opening, Document value);

  /// What is said stands in one column, two blanks behind the longest opening.
  void write_aligned(std::vector<Line>& lines) const;
  /// What is said stands one blank behind its opening.
  void write_plain(std::vector<Line>& lines) const;

 private:
  struct Clause {
    std::uint32_t anchor;
    std::string opening;
    Document value;
  };
  std::vector<Clause> clauses_;
};

/// Writes definitions in native form, one after another.
class Writer : private Phrases {
 public:
  Writer(const syntax::Rulebook& book, KeywordLanguage language) : Phrases(book, language) {}

  void rulebook_head();
  void write(const syntax::Text& use);
  void write(const syntax::Choice& choice);
  void write(const syntax::Table& table);
  void write(const syntax::Parameter& parameter);
  void write(const syntax::Measure& measure);
  void write(const syntax::Criterion& criterion);
  void write(const syntax::Score& score);
  void write(const syntax::Outcomes& outcomes);
  void write(const syntax::Decide& decide);
  void write(const syntax::Guarantee& guarantee);
  void write(const syntax::Test& test);

  std::vector<Line> lines;

 private:
  /// `keyword NAME "label"`
  [[nodiscard]] std::string opened(Keyword keyword, const syntax::Name& name, const syntax::Label& label) const;
  void head(std::uint32_t anchor, std::string text) { lines.push_back({std::move(text), anchor}); }
  void add_basis(Clauses& clauses, const syntax::Text& basis) const;
  [[nodiscard]] Document column(const syntax::Column& column, std::size_t name_width) const;
  void add_rows(Clauses& clauses, const syntax::ParameterRows& rows) const;
  /// Cases one a line, anything else as one clause.
  void add_body(Clauses& clauses, std::string opening, syntax::ExpressionId body) const;
  template <class Definition>
  void add_value_clauses(Clauses& clauses, const Definition& definition) const;
  void write(const syntax::Decision& decision, std::size_t outcome_width);
  [[nodiscard]] std::string reason(const syntax::Reason& reason) const;
  [[nodiscard]] Document told(const syntax::Given& given) const;
};

/// `text` with blanks behind it, up to that many columns.
std::string padded(std::string text, std::size_t width);

}  // namespace nilai::grammar::print
