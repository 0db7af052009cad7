#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/date.hpp"
#include "engine/plan.hpp"
#include "grammar/syntax/rulebook.hpp"
#include "grammar/text/source.hpp"
#include "rules/type.hpp"

namespace nilai::rules {

using engine::ColumnIndex;
using engine::LinkIndex;
using engine::TableIndex;
using syntax::ExpressionId;
using text::Span;

// --- what the data looks like -------------------------------------------------------------------------------------

struct Choice {
  std::string name;
  syntax::Label label;
  std::vector<syntax::ChoiceValue> values;  ///< lowest first where ordered
  bool is_ordered = false;
  Span span;  ///< of the name

  [[nodiscard]] std::optional<std::int32_t> index_of(const std::string& value) const;
};

struct Column {
  std::string name;
  syntax::Label label;
  Type type;
  std::optional<ChoiceIndex> reasons;  ///< why its cells may be empty
  bool is_optional = false, is_personal = false, is_protected = false;
  bool is_period = false;  ///< names the period of its row
  ExpressionId formula;    ///< none: read from the data
  Span span;               ///< of the name

  /// Whether a cell may hold no value.
  [[nodiscard]] bool may_be_empty() const { return is_optional || reasons; }
};

/// Rows of a table belong to those of `parent` whose `parent_columns` hold what their own `own_columns` hold.
struct Link {
  TableIndex parent = 0;
  std::vector<ColumnIndex> own_columns, parent_columns;
  bool is_key = true;  ///< at most one parent
  Span span;
};

struct Table {
  std::string name;
  syntax::Label label;
  std::vector<ColumnIndex> key;
  std::vector<Link> links;
  std::optional<ColumnIndex> dated, period;
  std::vector<Column> columns;  ///< keys, links, date and period among them, in the order of the text
  Span span;                    ///< of the name

  [[nodiscard]] std::optional<ColumnIndex> find(const std::string& column) const;
};

// --- definitions --------------------------------------------------------------------------------------------------

struct DatedValue {
  engine::Date from;
  ExpressionId value;
  Span span;
};

struct Parameter {
  std::string name;
  syntax::Label label;
  std::vector<DatedValue> values;  ///< in the order of their dates
  Type type;
  Span span;
};

struct Measure {
  std::string name;
  syntax::Label label;
  ExpressionId body;
  std::optional<syntax::Rounding> rounding;
  ExpressionId assessed_when;
  std::optional<syntax::Changeable> changeable;  ///< by the person evaluated; without a step: by a row of its own
  Type type;
  Span span;
};

/// Who takes over a part of the weight of a criterion that is not assessed.
struct Heir {
  std::uint32_t criterion = 0;
  Number share;  ///< the shares of all heirs are 1 together
};

struct Criterion {
  std::string name;
  syntax::Label label;
  ExpressionId weight;              ///< none: not weighted
  std::optional<std::uint32_t> in;  ///< the score that it is a part of; none where there is no score
  ExpressionId measured_by;
  ExpressionId points;
  ExpressionId assessed_when;
  std::optional<syntax::IfMissing> if_missing;
  std::vector<Heir> heirs;
  std::string code;
  std::string basis;
  Type value_type;  ///< of `measured by`: what `it` and bare comparisons speak of
  Span span;
};

struct Score {
  std::string name;  ///< `score` where the text gives none
  syntax::Label label;
  ExpressionId weight;              ///< as a part of another score
  std::optional<std::uint32_t> in;  ///< that score
  ExpressionId body;
  std::optional<syntax::Rounding> rounding;
  ExpressionId assessed_when;
  Type type;
  Span span;
};

// --- what a name means --------------------------------------------------------------------------------------------

/// A column of the row at hand (`path` empty) or of a row it belongs to, link by link.
struct ColumnReference {
  TableIndex at_hand = 0;
  std::vector<LinkIndex> path;
  TableIndex table = 0;
  ColumnIndex column = 0;
};

struct ChoiceValueReference {
  ChoiceIndex choice = 0;
  std::int32_t value = 0;
};

struct ParameterReference {
  std::uint32_t index = 0;
};
struct MeasureReference {
  std::uint32_t index = 0;
};
struct CriterionReference {
  std::uint32_t index = 0;
};  ///< by its name alone: an error of the checker
struct ScoreReference {
  std::uint32_t index = 0;
};
struct OutcomeReference {};  ///< what the decision comes to
enum class CriterionNumber : std::uint8_t { points, value, weight };
struct CriteriaReference {
  CriterionNumber of{};
};  ///< of the criterion at hand, in `criteria where points = 3`

/// `monostate`: not a name, or a bare word that only the type expected there can place (a choice's value).
using Reference =
    std::variant<std::monostate, ColumnReference, ParameterReference, MeasureReference, CriterionReference,
                 ScoreReference, OutcomeReference, CriteriaReference, ChoiceValueReference>;

/// The rows that an aggregate takes: those of `source` that belong to a row of `owner` by `path`.
struct AggregateReference {
  TableIndex source = 0;
  TableIndex owner = 0;
  std::vector<LinkIndex> path;
  std::vector<ColumnIndex> by;  ///< columns of `source`
};

/// What an expression stands in: which row is at hand, and what `it` and a bare comparison speak of.
struct Place {
  TableIndex at_hand = 0;
  std::optional<std::uint32_t> criterion;  ///< inside this criterion's points: its value is the subject left out
  std::optional<std::uint32_t> score;      ///< inside this score's formula: its parts are those spoken of
  bool has_criterion = false;              ///< within rows of criteria: one of them is at hand
};

/// What is known of every expression; each vector has a place for each of `Rulebook::expressions`.
struct ExpressionFacts {
  std::vector<Reference> reference;
  std::vector<std::optional<AggregateReference>> aggregate;
  std::vector<std::vector<ColumnReference>> in_same;  ///< of a call over peers: what a group has in common
  std::vector<Place> place;
  std::vector<Type> type;
};

/// A definition, for graphs and messages.
struct Definition {
  enum class Kind : std::uint8_t { parameter, measure, criterion, score, decide, column };
  Kind kind{};
  std::uint32_t index = 0;  ///< a column: its table
  ColumnIndex column = 0;

  friend auto operator<=>(const Definition&, const Definition&) = default;
};

/// A rulebook whose names have been found. Types are filled in by `check_types`; nothing else changes it.
struct Model {
  const syntax::Rulebook* book = nullptr;  ///< outlives the model
  const text::Source* source = nullptr;    ///< likewise

  /// The book with what the language names called as in its own language, for formulas that are shown written out; none
  /// where they are called so in `book`, or where no formula is written out.
  std::shared_ptr<const syntax::Rulebook> named;

  std::vector<Choice> choices;                    ///< those of `one of` columns too, named TABLE.COLUMN
  std::optional<ChoiceIndex> choice_of_criteria;  ///< whose values are the criteria: `weakest criterion`
  std::optional<ChoiceIndex> choice_of_outcomes;  ///< whose values are the outcomes: `outcome`
  std::vector<Table> tables;                      ///< in the order of the text
  TableIndex subject = 0;
  std::vector<Parameter> parameters;
  std::vector<Measure> measures;
  std::vector<Criterion> criteria;
  std::vector<Score> scores;
  std::uint32_t main_score = 0;  ///< the one without a name, else the first; means something where there is one
  std::vector<syntax::Outcome> outcomes;  ///< best first
  std::vector<syntax::Decision> decisions;
  std::optional<engine::Date> in_force_from, in_force_to;
  std::optional<engine::PeriodUnit> every;

  ExpressionFacts facts;

  [[nodiscard]] const syntax::Expression& at(ExpressionId id) const { return book->at(id); }
  [[nodiscard]] const Reference& reference(ExpressionId id) const { return facts.reference[id.index]; }
  [[nodiscard]] const std::optional<AggregateReference>& aggregate(ExpressionId id) const {
    return facts.aggregate[id.index];
  }
  [[nodiscard]] const std::vector<ColumnReference>& in_same(ExpressionId id) const { return facts.in_same[id.index]; }
  [[nodiscard]] const Type& type(ExpressionId id) const { return facts.type[id.index]; }
  [[nodiscard]] const Place& place(ExpressionId id) const { return facts.place[id.index]; }
  [[nodiscard]] const Column& column(const ColumnReference& reference) const {
    return tables[reference.table].columns[reference.column];
  }
};

/// A literal's exact value: `95%` is 19/20, `45 days` 45.
Number number_of(const syntax::NumberLiteral& literal);

engine::PeriodUnit period_unit(syntax::TimeUnit unit);

/// A stretch of the rulebook, or an expression, as it is written but on one line: comments left out, blanks and line
/// ends as one blank.
std::string source_text(const Model& model, Span span);
std::string source_text(const Model& model, ExpressionId id);

/// The rows that a call takes, behind whichever of its arguments they stand; null where it takes none.
const syntax::Rows* rows_of(const syntax::Call& call);

/// The call at `id`, where it is one over rows of that sort; null elsewhere.
const syntax::Call* call_over(const syntax::Rulebook& book, ExpressionId id, syntax::Rows::Of of);

/// Whether `id` is a call that reads values of earlier periods: `previous`, `change`, `streak`, a statistic of periods.
bool is_look_back(const syntax::Rulebook& book, ExpressionId id);

/// The code of a decision; empty where it has none.
std::string code_text(const syntax::Decision& decision);

/// The expressions that `id` is made of, directly: operands, arguments, conditions.
std::vector<ExpressionId> children(const syntax::Rulebook& book, ExpressionId id);

/// What an operator of arithmetic makes of two values that are there; empty for other operators and kinds, and for a
/// division by zero.
std::optional<engine::Value> worked_out(const engine::Value& a, const engine::Value& b, syntax::Operator operation);

/// The value of an expression that is made of literals alone (and dates, spans, parentheses, + - * /); empty otherwise.
std::optional<engine::Value> constant_value(const Model& model, ExpressionId id);

}  // namespace nilai::rules
