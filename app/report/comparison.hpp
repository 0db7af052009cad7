#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/report/paint.hpp"
#include "grammar/text/diagnostic.hpp"
#include "rules/differences.hpp"

namespace nilai::app {

/// What came of a subject on one side, as outputs have it; all empty where it was not evaluated.
struct ComparedVerdict {
  bool is_evaluated = false;
  std::string outcome, code, score;
};

/// Where a decision went, by the order of the outcomes; neither where one of them is outside it, or has none.
enum class Direction : std::uint8_t { neither, better, worse };

/// A subject that is decided otherwise in a period.
struct ComparedSubject {
  std::vector<std::string> key;
  std::string period;
  std::string group;  ///< what it is counted under; empty where that is not known
  ComparedVerdict before, after;
  Direction direction = Direction::neither;
  std::vector<std::size_t> causes;  ///< places in `Comparison::changes`
};

struct ComparedCounts {
  std::size_t evaluated = 0;  ///< on either side
  std::size_t otherwise = 0, better = 0, worse = 0;
  std::size_t score_only = 0;  ///< decided alike, with another score
};

/// What `nilai diff` found, whatever it compared: rulebooks, datasets or runs.
struct Comparison {
  enum class Kind : std::uint8_t { rulebooks, datasets, runs };
  Kind kind{};
  std::string before, after;             ///< what was compared, as given
  std::vector<std::string> key_columns;  ///< their names
  std::string by;                        ///< the column counted by; empty: none
  std::vector<std::string> outcomes;     ///< in the order of the rulebook, for tables
  std::vector<rules::Change> changes;
  std::vector<std::string> periods;       ///< oldest first; empty: none have names
  std::vector<ComparedSubject> subjects;  ///< by period, then by key
  ComparedCounts all;                     ///< decisions: a subject in a period
  std::size_t subject_count = 0;          ///< evaluated in some period, of several; of one period they are in `all`
  std::vector<std::pair<std::string, ComparedCounts>> groups;  ///< by name
};

/// Notes a subject evaluated on some side; where it is decided otherwise, `subject` says how.
void count(Comparison& comparison, const std::string& group, bool has_another_score,
           std::optional<ComparedSubject> subject);

/// For people: the moves from outcome to outcome, the groups, the changes that made them, and the first of the
/// subjects.
std::string comparison_text(const Comparison& comparison, const Paint& paint, text::Language language);

/// For programs: everything, outcomes and kinds by their names.
std::string comparison_json(const Comparison& comparison);

/// A record for each subject and period decided otherwise: the key, `period`, the column counted by, then `from_` and
/// `to_` `outcome`, `code` and `score`, `direction` and `cause` (several parted by `; `).
std::string comparison_csv(const Comparison& comparison);

/// What a change is called, in the keywords of the language: `criterion visits`, `decide coach NIL-01`.
std::string change_name(const rules::Change& change, text::Language language);

}  // namespace nilai::app
