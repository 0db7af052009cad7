#pragma once

#include <cassert>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "grammar/keywords.hpp"
#include "grammar/syntax/definition.hpp"
#include "grammar/text/source_map.hpp"

namespace nilai::syntax {

/// `evaluates companion every quarter`
struct Evaluates {
  Name table;
  std::optional<TimeUnit> every;
  int starting_month = 1;  ///< `every year starting october`: 10
  Span span;
};

struct InForce {
  DateLiteral from;
  std::optional<DateLiteral> to;
  Span span;
};

/// What stands in the scalars of a YAML file, without quotes, escapes and the folding of lines: there an author's
/// formulas are found as they were meant, by their places.
struct Scalars {
  std::shared_ptr<const std::string> characters;  ///< one scalar after another, a NUL behind each
  std::shared_ptr<const text::SourceMap> places;  ///< of the characters in the file
  std::uint32_t begin = 0;                        ///< where spans of the file begin
};

/// A whole rulebook as it is written. Definitions are kept by kind, in the order of the text; order across kinds means
/// nothing.
struct Rulebook {
  grammar::KeywordLanguage language = grammar::KeywordLanguage::english;  ///< of the text that was read
  std::optional<Name> name;  ///< none: a file of definitions for another one to use
  Label label;
  Text basis;
  Text version;
  Text amends;  ///< the file that this one changes
  std::optional<InForce> in_force;
  std::optional<Evaluates> evaluates;
  Span head_span;

  std::vector<Text> uses;  ///< `use "schema.nilai"`
  std::vector<Choice> choices;
  std::vector<Table> tables;
  std::vector<Parameter> parameters;
  std::vector<Measure> measures;
  std::vector<Criterion> criteria;
  std::vector<Score> scores;
  std::vector<Outcomes> outcomes;  ///< one; a second is an error of the checker
  std::vector<Decide> decides;     ///< likewise
  std::vector<Guarantee> guarantees;
  std::vector<Test> tests;

  std::vector<Expression> expressions;  ///< every expression of the text; parts before the whole

  std::vector<Scalars> scalars;  ///< of each YAML file that it was read from

  [[nodiscard]] const Expression& at(ExpressionId id) const {
    assert(id.index < expressions.size());
    return expressions[id.index];
  }
};

}  // namespace nilai::syntax
