#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/gather/gather.hpp"
#include "engine/judge/judge.hpp"
#include "grammar/text/diagnostic.hpp"
#include "rules/compile.hpp"

namespace nilai::rules {

/// The outcome and the code of a subject whose decision needs data that could not be read.
inline constexpr const char* undecided_outcome = "undecided";
inline constexpr const char* undecided_code = "DATA";

/// A value and how people read it.
struct ShownValue {
  engine::Value value;
  std::string text;         ///< in the language asked for; a dash where missing
  std::string ratio;        ///< numbers that do not end: `118/139`; else empty
  std::string name;         ///< of a choice's value, the same in every language; else empty
  std::string reason;       ///< why a cell is empty, in the language asked for; else empty
  std::string reason_name;  ///< its name, the same in every language
};

/// An expression with its value, and under it what it is made of, down to counts.
struct Term {
  std::string text;  ///< as the rulebook has it, on one line
  std::string name;  ///< of the definition, where the term is one
  std::string label;
  ShownValue value;
  std::optional<std::int64_t> counted, taken;  ///< an aggregate's rows
  std::optional<std::int64_t> peers;           ///< of a comparison with peers: how many the group has
  std::optional<std::int64_t> periods;         ///< of a look back: how many periods were taken
  std::vector<Term> in_same;                   ///< likewise, what they have in common
  std::vector<Term> parts;
  std::string evidence;  ///< of a measure: text of `assessed when`; empty: none asked
  std::vector<Term> evidence_terms;
};

enum class CaseState : std::uint8_t { holds, does_not_hold, not_known, not_reached };

/// A case of the decision, in the order of the text.
struct DecisionCase {
  std::string outcome, outcome_label;
  std::string code;
  std::string reason;     ///< filled in; only of the case that decided
  std::string condition;  ///< text; empty for `otherwise`
  CaseState state{};
  std::vector<Term> terms;  ///< the values that made it hold or not
};

/// What a criterion that is not assessed hands on of its weight, and to which.
struct HandedWeight {
  std::string name;
  ShownValue share;
};

/// A line in the sum of a score, of a criterion or of another score: points x part_weight.
struct PartLine {
  std::string name, label;
  bool is_assessed = false;
  bool is_withheld = false;             ///< data that could not be read are needed
  ShownValue points;                    ///< of a score: its value
  ShownValue weight;                    ///< as stated
  ShownValue part_weight;               ///< rescaled: the part that counted
  ShownValue product;                   ///< points x part_weight
  std::vector<HandedWeight> weight_to;  ///< of a part that is not assessed
};

struct CriterionLine : PartLine {
  std::string score;        ///< the name of the score that it is a part of; empty where there is none
  std::string measured_by;  ///< text
  ShownValue value;
  std::string rule;      ///< the case or the stretch of the scale that gave the points, as text
  std::string evidence;  ///< text of `assessed when`; empty: none asked
  std::vector<Term> evidence_terms;
  std::string weight_formula;  ///< text, where the weight is worked out; empty: it is written out
  std::vector<Term> weight_terms;
  std::vector<Term> terms;  ///< the value, down to counts
};

struct ScoreLine {
  std::string name, label;
  std::string formula;          ///< text
  ShownValue value;             ///< rounded as the rulebook says
  ShownValue exact;             ///< before rounding
  ShownValue weighted_average;  ///< the sum of the products of its parts; missing where no formula takes one
  ShownValue assessed_weight;
  std::vector<PartLine> parts;  ///< its criteria, then the scores that are parts of it
  std::vector<Term> terms;      ///< what else the formula reads
  std::string evidence;         ///< text of `assessed when`; empty: none asked
  std::vector<Term> evidence_terms;
};

struct PastPeriod {
  std::string period;
  bool is_evaluated = false;
  std::vector<Term> terms;  ///< what history reads, in that period
  std::string outcome;      ///< decided from the same data; empty where that rests on periods still earlier
};

/// Why one subject has its outcome: everything that can be re-added by hand.
struct Explanation {
  std::string score_word;  ///< what the rulebook's language calls a score without a name, whose `name` is `score`
  std::vector<std::string> key;
  std::string period;
  bool is_evaluated = false;
  std::string outcome, outcome_label, code, reason;
  bool is_confirmed_by_a_person = false;  ///< the outcome is only ever a recommendation
  std::vector<DecisionCase> cases;
  std::vector<ScoreLine> scores;
  std::vector<CriterionLine> criteria;
  std::vector<Term> measures;    ///< every measure with its value, in the order of the text
  std::vector<PastPeriod> past;  ///< oldest first; only where the rules look back
};

/// Explains the subject in row `subject` of the gathered rows.
Explanation explain(const Compiled& compiled, const engine::Gathered& gathered, const engine::Judgements& judgements,
                    std::size_t subject, text::Language language);

/// The reason of the case that decided, with its values filled in; empty where it has none. Of an undecided subject:
/// the data that could not be read.
std::string reason_text(const Compiled& compiled, const engine::Gathered& gathered,
                        const engine::Judgements& judgements, std::size_t subject, text::Language language);

/// `label` in `language`, or the name where there is no label.
std::string label_text(const syntax::Label& label, const std::string& name, text::Language language);

/// How near a subject is to another outcome.
struct Margin {
  std::size_t subject = 0;
  engine::Number distance;       ///< of the score, in points; positive
  engine::Number score;          ///< as it is
  engine::Number changed_score;  ///< the nearest score that leads elsewhere
  std::string outcome;           ///< as it is
  std::string other_outcome;     ///< as it would be
};

/// For each subject with a score: the least change of the score alone that leads to another outcome, tried at every
/// constant that the decision compares the score with, and one grain of its rounding (0.01 where it is not rounded) to
/// either side. Nearest first; ties in the order of the key. None where scores are compared with those of peers: a
/// change of one changes what others get.
std::vector<Margin> margins(const Compiled& compiled, const engine::Gathered& gathered,
                            const engine::Judgements& judgements);

}  // namespace nilai::rules
