#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/gather/gathered.hpp"
#include "rules/compile.hpp"

namespace nilai::rules {

/// One of two ways of evaluating that are compared: a rulebook, and what was gathered for it.
struct Way {
  const Compiled& compiled;
  const engine::Gathered& gathered;
};

/// What came of a subject in a period.
struct Verdict {
  bool is_evaluated = false;
  std::string outcome, code;  ///< empty where the rulebook decides nothing, or the case has no code
  engine::Value score;        ///< of the first score; missing where there is none
  std::optional<int> places;  ///< that the score is rounded to
};

/// A part of the rulebook that is not the same on both sides; between two datasets, one that reads other records.
struct Change {
  enum class Kind : std::uint8_t { parameter, column, measure, criterion, score, decision_case };
  Kind kind{};
  std::string name;           ///< of a case its outcome and its code; of a column TABLE.COLUMN
  std::string before, after;  ///< as text on one line; empty where it is not there
};

/// A subject that is decided otherwise: another outcome or, with the same one, another code; where neither rulebook
/// decides anything, another score.
struct Difference {
  std::vector<std::string> key;
  Verdict before, after;

  /// Which changes made the difference: places in `Differences::changes`.
  ///
  /// A change made it where the new rulebook with that one definition as it was before decides as before: each such
  /// change is named. (To go down both explanations to the first definition that is not the same would blame whatever
  /// moved the score, though a threshold alone moved the outcome.) Where no single one does, the smallest set found
  /// by taking all back and leaving out, one after the other, what need not be. Empty: the cause lies outside the
  /// definitions, as in another declaration of a table, another date in force, or a row that is there on one side
  /// alone.
  std::vector<std::size_t> causes;
};

/// A subject that at least one side evaluates in a period.
struct ComparedPair {
  std::optional<std::size_t> before, after;  ///< its row among the gathered of each side; it need not be in both
  std::optional<std::size_t> difference;     ///< its place in `differences`; none: it is decided alike
  bool has_another_score = false;
};

struct PeriodDifferences {
  std::optional<engine::Period> period;
  std::vector<ComparedPair> pairs;      ///< in the order of the keys
  std::vector<Difference> differences;  ///< in the order of the keys
};

struct Differences {
  std::vector<Change> changes;  ///< by kind, then in the order of the text
  std::vector<PeriodDifferences> periods;
};

/// Compares two rulebooks, or one with itself on two datasets, in each of the periods asked for (one without a name
/// where they have none). Judges gathered rows, and reads nothing else.
///
/// Requires: both evaluate the same table; the periods were gathered for both, with those before that the rules look
/// back to.
Differences differences(const Way& before, const Way& after, const std::vector<std::optional<engine::Period>>& asked);

}  // namespace nilai::rules
