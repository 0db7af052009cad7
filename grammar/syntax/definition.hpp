#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "grammar/syntax/expression.hpp"

namespace nilai::syntax {

/// A text for people, and the same in a named language.
struct Label {
  std::string text;  ///< empty: none
  std::optional<std::string> en, id;
};

/// What stands in quotes, and where: a version, a file, the legal ground of a definition (`basis`).
struct Text {
  std::string text;
  Span span;  ///< with the quotes; empty: it is not there

  [[nodiscard]] bool is_there() const { return span != Span{}; }
};

/// `code HKM-02`
struct Code {
  std::string text;
  Span span;  ///< of the code alone
};

// --- what the data looks like -------------------------------------------------------------------------------------

struct ChoiceValue {
  Name name;
  Label label;
};

struct ChoiceValues {
  std::vector<ChoiceValue> values;  ///< lowest first where ordered
  bool is_ordered = false;
};

struct Choice {
  Name name;
  Label label;
  Text basis;
  ChoiceValues values;
  Span span;
};

enum class PlainType : std::uint8_t { yes_or_no, text, date, number, whole_number, one_of, choice };

struct Type {
  PlainType plain{};
  std::optional<Name> unit;             ///< `number of days`, `number in rupiah`
  bool says_in = false;                 ///< how the unit is joined: `in` rather than `of`
  std::optional<std::uint32_t> places;  ///< `number to 1 place`
  ChoiceValues values;                  ///< for one_of
  Name choice;                          ///< for choice
  std::optional<Name> reasons;          ///< `or why_missing`: the choice that says why a cell is empty
  Span span;
};

struct Column {
  Name name;
  Label label;
  Type type;
  bool is_optional = false, is_personal = false, is_protected = false;
  ExpressionId at_least, at_most;  ///< literals
  ExpressionId formula;            ///< `= EXPRESSION`: worked out for every row
  Span span;
};

struct LabelledName {
  Name name;
  Label label;
};

/// `belongs to TABLE by a = x, b`: own column, and the parent's where it has another name.
struct Link {
  struct Pair {
    LabelledName own;
    std::optional<Name> of_parent;
  };
  Name table;
  std::vector<Pair> pairs;
  Span span;
};

struct Table {
  Name name;
  Label label;
  Text basis;
  std::vector<LabelledName> key;
  std::vector<Link> links;
  std::optional<LabelledName> dated;
  std::optional<LabelledName> period;
  std::vector<Column> columns;
  Span span;
};

/// `from 2017-01-01 95%`
struct DatedValue {
  DateLiteral from;
  ExpressionId value;
  Text basis;
  Span span;
};

/// `for reading or mathematics, any: 5 when at least 90, 0 otherwise`
struct ParameterRow {
  /// For each key but the last, in their order: the values that the row is for; empty for `any`.
  std::vector<std::vector<ExpressionId>> keys;
  ExpressionId body;  ///< cases or a scale over the last key
  Span span;
};

/// The rows of a parameter by keys, from a date on where one is given.
struct ParameterRows {
  std::optional<DateLiteral> from;
  std::vector<ParameterRow> rows;
  Text basis;
  Span span;
};

/// One of `values` (without keys), `rows` and `file` (with keys) says what it is.
struct Parameter {
  Name name;
  Label label;
  std::vector<Name> by;  ///< its keys; none: a value
  Text basis;
  std::vector<DatedValue> values;
  std::vector<ParameterRows> rows;
  std::optional<Text> file;
  Span span;
};

// --- what is measured, and how measures become points -------------------------------------------------------------

/// `changeable up by 5%`: what a person can influence.
struct Changeable {
  bool is_up = false;
  ExpressionId step;  ///< a literal; none: a row more or less
  Span span;
};

struct Measure {
  Name name;
  Label label;
  std::vector<Name> inputs;  ///< `by x, y`: a formula, used as `NAME(value, …)`
  Text basis;
  ExpressionId body;
  std::optional<Rounding> rounding;
  ExpressionId assessed_when;
  std::optional<Changeable> changeable;
  Span span;
};

/// `if missing not assessed`, `if missing 0 points`, `if missing weight to a 50%, b 50%`
struct IfMissing {
  struct Heir {
    Name criterion;
    std::optional<NumberLiteral> share;
  };
  std::optional<NumberLiteral> points;  ///< empty: not assessed, or its weight goes to `heirs`
  bool is_negative = false;
  std::vector<Heir> heirs;
  Span span;
};

struct Criterion {
  Name name;
  Label label;
  Text basis;
  ExpressionId weight;
  std::optional<Name> in;  ///< the score it is a part of
  ExpressionId measured_by;
  ExpressionId points;  ///< cases, a scale, a parameter's name, or a formula over `it`; none: the clause is not there
  bool is_formula = false;  ///< `points = …`
  ExpressionId assessed_when;
  std::optional<IfMissing> if_missing;
  std::optional<Code> code;
  Span span;
};

struct Score {
  std::optional<Name> name;
  Label label;
  ExpressionId weight;     ///< `weight 60% in total`: a part of another score
  std::optional<Name> in;  ///< that score
  Text basis;
  ExpressionId body;
  std::optional<Rounding> rounding;
  ExpressionId assessed_when;
  Span head_span;  ///< the word `score`, and its name
  Span span;
};

// --- what it leads to ---------------------------------------------------------------------------------------------

struct Outcome {
  Name name;
  Label label;
  Text basis;
  bool is_confirmed_by_a_person = false;
  bool is_outside_the_order = false;
};

struct Outcomes {
  std::vector<Outcome> outcomes;  ///< best first
  Span span;
};

/// `"Nilai {score} di bawah 55"`: text and expressions in turn.
struct ReasonText {
  using Piece = std::variant<std::string, ExpressionId>;
  std::vector<Piece> pieces;
};

struct Reason {
  ReasonText text;
  std::optional<ReasonText> en, id;
  Span span;
};

struct Decision {
  Name outcome;
  ExpressionId condition;  ///< none for `otherwise`
  std::optional<Reason> because;
  std::optional<Code> code;
  Text basis;
  Span span;
};

struct Decide {
  std::vector<Decision> decisions;
  Span span;
};

// --- what must always be true -------------------------------------------------------------------------------------

struct Guarantee {
  enum class Kind : std::uint8_t {
    raising_score,    ///< `raising M never raises|lowers SCORE|points(C)`
    raising_outcome,  ///< `raising M never worsens|improves outcome`
    missing_data,     ///< `missing data never leads to O`
    never_code,       ///< `never code C when CONDITION`
    never_outcome,    ///< `never O when CONDITION`
    never,            ///< `never CONDITION`
    always            ///< `X is always CONDITION`
  };
  enum class Direction : std::uint8_t { raises, lowers, worsens, improves };

  Label label;
  Text basis;
  Kind kind{};
  Name raised;  ///< the measure M
  Direction direction{};
  ExpressionId subject;  ///< the score or `points(C)`; X
  Name outcome;
  Code code;
  ExpressionId condition;
  Span promise_span;  ///< without label and basis
  Span span;
};

/// What a test says of a column, a measure or a criterion.
struct Known {
  enum class Kind : std::uint8_t { missing, value, name, points, not_assessed };
  Kind kind{};
  ExpressionId value;  ///< a literal, for value and points
  Name name;           ///< a value of a choice, for name
};

struct Given {
  struct Pair {
    Name column;
    Known known;
  };
  std::uint32_t row_count = 0;  ///< `40 household …`; 0: the subject, or a measure fixed outright
  Name of;                      ///< the table, or what is fixed
  std::vector<Pair> pairs;
  std::optional<Known> fixed;  ///< `given coverage 62%`
  std::optional<Rows> window;  ///< `in last 2 quarters`
  std::vector<Given> having;
  Span span;
};

struct Expectation {
  enum class Kind : std::uint8_t { outcome, code, known };
  Kind kind{};
  Name name;  ///< the outcome, or what is expected of
  Code code;
  Known known;
  Span span;
};

struct Test {
  Label label;
  Text basis;
  std::optional<Name> period;  ///< as written: `2017-Q1`
  std::vector<Given> given;
  std::vector<Expectation> expect;
  Span span;
};

}  // namespace nilai::syntax
