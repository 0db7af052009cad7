#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/plan_tables.hpp"

namespace nilai::engine {

using Slot = std::uint32_t;  ///< the result of instruction `Slot` of a program
using AggregateIndex = std::uint32_t;

/// What the application that made the plan calls the source of an instruction; opaque here.
using SourceId = std::uint32_t;

// --- programs -----------------------------------------------------------------------------------------------------

/// The instruction set, one line each: a column for every operand in, a column out.
///
/// Unless a line says otherwise: withheld where any operand is withheld, else missing where any operand is missing.
enum class Operation : std::uint8_t {
#define NILAI_OPERATION(name, operands, meaning) name,
#include "engine/operations.def"
#undef NILAI_OPERATION
};

struct RoundingSpec {
  RoundingDirection direction = RoundingDirection::half_away;
  std::optional<int> places;  ///< else to the nearest multiple of `step`
  Number step = 1;

  friend bool operator==(const RoundingSpec&, const RoundingSpec&) = default;
};

/// A column of the row at hand, or of a row it belongs to: `path` leads there, link by link, each to one parent.
struct ColumnLoad {
  std::vector<LinkIndex> path;
  ColumnIndex column = 0;

  friend bool operator==(const ColumnLoad&, const ColumnLoad&) = default;
};

enum class AggregateKind : std::uint8_t;

/// Whom a subject is compared with: all that are evaluated in the period, or those that have something in common.
/// The operands are the values, then the weight or the level of a percentile, then the condition that peers meet where
/// there is one, then what they have in common.
struct PeersSpec {
  AggregateKind statistic{};  ///< of `peers`
  bool has_weight = false;
  bool has_level = false;
  bool has_where = false;
  bool skips_missing = false;        ///< a peer whose value is missing is left out
  std::uint32_t common_count = 0;    ///< operands that the members of a group have in common
  std::uint32_t smallest_group = 0;  ///< a smaller group is widened: the last of these no longer counts

  friend bool operator==(const PeersSpec&, const PeersSpec&) = default;
};

/// Which of a dated table's rows, or which periods, count for a period.
struct Window {
  enum class Kind : std::uint8_t { period, ever, last, previous, current, since };
  Kind kind = Kind::period;
  std::uint32_t count = 1;                ///< for last
  PeriodUnit unit = PeriodUnit::quarter;  ///< for last, previous, current
  Date since;                             ///< for since

  friend bool operator==(const Window&, const Window&) = default;
};

/// Which periods a value is looked at in. The operands are the value, then the weight or the level of a percentile,
/// then the condition that counts where there is one.
struct PeriodsSpec {
  AggregateKind statistic{};
  bool has_weight = false;
  bool has_where = false;
  bool skips_missing = false;
  Window window;

  friend bool operator==(const PeriodsSpec&, const PeriodsSpec&) = default;
};

/// A share of the weight of a part, and the part that it goes to where the first is not assessed; by their places among
/// the parts of their score.
struct HandedOn {
  std::uint32_t from = 0, to = 0;
  Number share;

  friend bool operator==(const HandedOn&, const HandedOn&) = default;
};

/// Which part's weight is asked for, and how weights are handed on.
struct CountedWeightSpec {
  std::uint32_t part = 0;
  std::vector<HandedOn> handed_on;

  friend bool operator==(const CountedWeightSpec&, const CountedWeightSpec&) = default;
};

/// A statistic of the criteria that were assessed.
struct CriteriaSpec {
  AggregateKind statistic{};
  bool skips_missing = false;

  friend bool operator==(const CriteriaSpec&, const CriteriaSpec&) = default;
};

/// What an instruction carries besides its operands; `std::uint32_t` is the aggregate's index, the exponent, or the
/// score whose parts the operands are.
using Payload = std::variant<std::monostate, Value, ColumnLoad, RoundingSpec, std::vector<Date>, bool, std::uint32_t,
                             CountedWeightSpec, CriteriaSpec, PeersSpec, PeriodsSpec>;

struct Instruction {
  Operation operation{};
  Kind kind{};                 ///< of the result
  std::vector<Slot> operands;  ///< results of earlier instructions; what is read of earlier periods alone may be later
  Payload payload;
  SourceId source = 0;
};

/// Instructions in an order in which each needs only earlier ones.
struct Program {
  std::vector<Instruction> instructions;
};

// --- gather -------------------------------------------------------------------------------------------------------

enum class AggregateKind : std::uint8_t {
  count,           ///< rows taken
  count_distinct,  ///< distinct present values of the rows taken
  sum,
  average,
  min,
  max,
  median,
  percentile,          ///< the least value with at least the part `level` of the rows at or below it
  variance,            ///< n sum(w (x - mean)^2) / ((n - 1) sum(w)); missing for fewer than two rows
  standard_deviation,  ///< its root, correctly rounded to `irrational_places`
  any,
  all,
  none,   ///< `all`: of the rows taken, `value` holds in each; the others have no value
  share,  ///< part of the rows taken in which `value` holds
  latest,
  first,   ///< the value at the table's last, first date; missing where rows of that date differ
  only,    ///< the value of the one row taken; withheld where there are more
  streak,  ///< rows up to the last date in which `value` holds without a break; a date with one that does not breaks it
  median_gap,
  average_gap,
  longest_gap,           ///< days between consecutive distinct dates of the rows taken, per `by`
  longest_gap_with_ends  ///< likewise, with the first and the last day of the window as dates too
};

/// One number (flag, date…) for each row of `owner` and period, from the rows of `source` that belong to it.
struct AggregatePlan {
  AggregateKind kind{};
  Kind result{};
  TableIndex source = 0;
  TableIndex owner = 0;
  std::vector<LinkIndex> path;  ///< from `source` up to `owner`: a link of each table on the way
  Window window;
  std::optional<Slot> where;    ///< flag of the source's program: rows in which it is yes are *taken*
  std::optional<Slot> value;    ///< of the source's program
  std::optional<Slot> weight;   ///< likewise: average, variance and standard deviation weigh their values
  std::optional<Slot> level;    ///< likewise, the same for every row: of a percentile, 0 to 1
  std::vector<ColumnIndex> by;  ///< gaps: dates of rows that agree in these columns of the source
  bool skips_missing = false;
  SourceId source_id = 0;
};

struct FormulaPlan {
  std::string name;
  Slot value = 0;
};

/// What is worked out for every row of a table that is not the subject.
struct RowPlan {
  Program program;
  std::vector<FormulaPlan> formulas;
};

// --- judge --------------------------------------------------------------------------------------------------------

struct NamedSlot {
  std::string name;
  Slot value = 0;
};

/// Who takes over the weight of a criterion that is not assessed.
struct HeirPlan {
  std::uint32_t criterion = 0;  ///< of the same score
  Number share;                 ///< of the weight; all shares together are 1
};

struct CriterionPlan {
  std::string name;
  std::vector<HeirPlan> heirs;
  Slot value = 0;        ///< missing where not measured or its evidence is not enough
  Slot points = 0;       ///< missing: not assessed
  Slot weight = 0;       ///< as stated, before rescaling
  Slot part_weight = 0;  ///< share of 1 of its score that counted; missing where not assessed
};

/// A score as a part of another.
struct ScorePartPlan {
  Slot weight = 0;       ///< as stated, before rescaling
  Slot part_weight = 0;  ///< share of 1 that counted; missing where the score is missing
};

struct ScorePlan {
  std::string name;
  Slot value = 0;
  std::optional<ScorePartPlan> part;
  Slot assessed_weight = 0;   ///< share of 1
  std::optional<int> places;  ///< rounded to so many
};

struct DecisionPlan {
  std::uint32_t outcome = 0;      ///< index among the outcomes
  std::optional<Slot> condition;  ///< none: otherwise
};

/// Where the periods begin and how far back the rules look.
struct History {
  bool is_needed = false;
  std::optional<std::uint32_t> periods_back;        ///< none: as far as the rulebook was in force
  std::vector<std::optional<std::uint32_t>> depth;  ///< likewise, per instruction: what its own result rests on
  std::vector<Slot> kept;  ///< slots of past periods that history reads or that explain what it read
};

/// A checked rulebook, ready to be run: instructions and tables, no names of the grammar's, no spans.
struct Plan {
  std::vector<ChoicePlan> choices;
  std::vector<TablePlan> tables;  ///< parents before their children
  std::vector<RowPlan> rows;      ///< one for each table; the subject's is empty
  std::vector<AggregatePlan> aggregates;
  TableIndex subject = 0;
  std::optional<PeriodUnit> every;  ///< none: each row of the subject once, no period
  std::uint8_t starting_month = 1;
  std::optional<Date> in_force_from, in_force_to;
  History history;

  Program judge;  ///< over subjects: reads their columns and the aggregates they own
  std::vector<NamedSlot> measures;
  std::vector<CriterionPlan> criteria;
  std::vector<ScorePlan> scores;
  std::uint32_t main_score = 0;       ///< among them: the one that a subject's score is
  std::vector<std::string> outcomes;  ///< best first
  std::vector<DecisionPlan> decisions;
};

}  // namespace nilai::engine
