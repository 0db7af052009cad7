#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "grammar/text/source.hpp"

namespace nilai::syntax {

using text::Span;

/// An expression of a rulebook: its place in `Rulebook::expressions`. The same id names it at every later stage, down
/// to the instructions that compute it and the explanation that shows it.
struct ExpressionId {
  static constexpr std::uint32_t none = 0xFFFFFFFF;
  std::uint32_t index = none;

  [[nodiscard]] bool is_none() const { return index == none; }
  friend auto operator<=>(const ExpressionId&, const ExpressionId&) = default;
};

/// A word of the author's: what was meant (without backticks) and where it stands.
struct Name {
  std::string text;
  Span span;
};

enum class TimeUnit : std::uint8_t { day, month, quarter, half_year, year };

// --- literals -----------------------------------------------------------------------------------------------------

struct NumberLiteral {
  std::string digits;  ///< `1250`, `0.5`: without `_`; a percentage is written as before its sign
  bool is_percent = false;
};

struct DateLiteral {
  int year = 0, month = 0, day = 0;  ///< an existing day: the reader has checked
};

/// `45 days`, `6 months`: a number in days, or a span of the calendar.
struct SpanLiteral {
  std::string digits;
  TimeUnit unit{};
};

struct TextLiteral {
  std::string text;
};

struct FlagLiteral {
  bool is_yes = false;
};

// --- names --------------------------------------------------------------------------------------------------------

/// A column, a definition or a value of a choice: which, `rules/resolve` says.
struct NameUse {
  std::string name;
};

/// `TABLE.NAME`
struct FieldUse {
  Name table;
  Name column;
};

/// `it`: the criterion's value in `points = …`.
struct ItUse {};

enum class Phrase : std::uint8_t {
  period_start,
  period_end,
  assessed_weight,
  weakest_criterion,
  weighted_average_of_criteria,
  sum_of_points
};

struct PhraseUse {
  Phrase phrase{};
};

// --- operators ----------------------------------------------------------------------------------------------------

enum class Operator : std::uint8_t {
  either,
  both,  // or, and
  equal,
  unequal,
  less,
  at_most,
  greater,
  at_least,  // = != < <= > >=
  if_missing,
  add,
  subtract,
  multiply,
  divide
};

struct Binary {
  Operator operation{};
  ExpressionId left, right;
  Span operator_span;
};

struct Not {
  ExpressionId operand;
};

struct Negate {
  ExpressionId operand;
};

struct Power {
  ExpressionId base;
  std::uint32_t exponent = 0;
};

/// `x in (a, b)`, `x not in (a, b)`
struct InList {
  ExpressionId subject;  ///< none where the subject is left out
  std::vector<ExpressionId> items;
  bool is_negated = false;
};

/// `x between a and b`, both included; `between a and b` alone where the subject is known.
struct Between {
  ExpressionId subject;  ///< none where the subject is left out
  ExpressionId low, high;
  bool is_negated = false;
};

struct IsMissing {
  ExpressionId operand;
  bool is_negated = false;  ///< `is not missing`
};

/// `value is too_small`: a cell is empty, for that reason.
struct IsReason {
  ExpressionId operand;
  Name reason;
};

/// `at least 35%`, `above`, `at most`, `below`, `equal to`: a comparison whose subject is known where it stands.
struct BareComparison {
  Operator operation{};
  ExpressionId right;
};

// --- cases and scales ---------------------------------------------------------------------------------------------

struct Case {
  ExpressionId value;
  ExpressionId condition;  ///< none for `otherwise`
  Span span;
};

/// `VALUE when CONDITION, …, VALUE otherwise`
struct Cases {
  std::vector<Case> cases;
  bool may_end_missing = false;  ///< written out, from a parameter's rows: missing where no case holds
};

struct ScalePoint {
  ExpressionId points, at;
};

/// `0 at 30%, 100 at 95%`: linear between the points, flat beyond.
struct Scale {
  std::vector<ScalePoint> points;
  ExpressionId subject;  ///< written out, from a parameter's rows; none: the criterion's value
};

// --- calls --------------------------------------------------------------------------------------------------------

enum class RoundingDirection : std::uint8_t { plain, up, down, half_even };

struct Rounding {
  RoundingDirection direction{};
  std::optional<std::uint32_t> places;  ///< `to N places`
  NumberLiteral nearest;                ///< `to nearest 0.5`, where `places` is empty
  Span span;
};

/// `rounded up (x to 2 places)`
struct RoundedCall {
  ExpressionId operand;
  Rounding rounding;
};

enum class Function : std::uint8_t {
#define NILAI_FUNCTION(name, ...) name,
#include "grammar/syntax/functions.def"
#undef NILAI_FUNCTION
};

/// The rows that an aggregate takes: `TABLE ever where c by U`.
struct Rows {
  enum class Of : std::uint8_t {
    table,     ///< `visit where verified`
    peers,     ///< `among companion in same district with at least 5`
    criteria,  ///< `criteria where points = 3`: those that were assessed
    periods    ///< `in last 4 quarters`, behind a value of the subject: its own past
  };
  enum class Window : std::uint8_t { period, ever, last, previous, current, since };

  Of of = Of::table;
  Name table;                        ///< for table and peers
  std::vector<Name> in_same;         ///< for peers: columns that a group has in common
  std::uint32_t smallest_group = 0;  ///< for peers: `with at least 5`; 0 where not said
  Window window = Window::period;
  Span window_span;
  std::uint32_t count = 1;  ///< of `unit`, for `in last 4 quarters`
  TimeUnit unit{};          ///< for last, previous, current
  ExpressionId since;       ///< for since
  ExpressionId where;       ///< none: all rows
  std::optional<Name> by;
  bool skips_missing = false;
  Span span;
};

/// One argument of a call. Which of these mean something depends on the function:
/// `count(T where c)` reads its table from `rows`; `share(c of T)` has `value` and `rows`; `streak(c skipping missing)`
/// has `value` and `skips_missing`; `average(a, b skipping missing)` likewise. Of several arguments only the last has
/// rows: `percentile(90%, x of T)`.
struct Argument {
  ExpressionId value;  ///< none where the argument is rows alone
  ExpressionId weighted_by;
  std::optional<Rows> rows;
  bool is_distinct = false;
  bool skips_missing = false;
  Span span;
};

/// A function of the language applied to its arguments.
struct Call {
  Function function{};
  std::vector<Argument> arguments;
  Span name_span;
};

/// `NAME(value, …)`: a parameter read for its keys, or a measure worked out for its inputs.
struct NamedCall {
  Name callee;
  std::vector<Argument> arguments;  ///< as in `Call`: a misspelt function stands here too, until names are resolved
};

struct Expression {
  std::variant<NumberLiteral, DateLiteral, SpanLiteral, TextLiteral, FlagLiteral, NameUse, FieldUse, ItUse, PhraseUse,
               Binary, Not, Negate, Power, InList, Between, IsMissing, IsReason, BareComparison, Cases, Scale,
               RoundedCall, Call, NamedCall>
      node;
  Span span;
  bool is_parenthesized = false;  ///< the span includes the parentheses
};

}  // namespace nilai::syntax
