#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/plan.hpp"
#include "rules/diff/pairs.hpp"

namespace nilai::rules {

/// Which of the two rulebooks.
enum class Side : std::uint8_t { before, after };

/// A plan that judges by definitions of two rulebooks. It reads the rows of `both_gathered`.
struct Mixed {
  engine::Plan plan;                                      ///< only what its decisions, or its score, rest on
  std::vector<std::pair<Side, std::uint32_t>> decisions;  ///< where each case of the plan comes from
};

/// Makes plans in which some definitions are as they were before and the others as they are after.
///
/// A definition is what its instructions give, up to the definitions that they name; there the instructions of the one
/// go on with those of the chosen side of the other. So a definition taken back reads all others as they are, and needs
/// no text and no compiler. What a definition reads of records stays its own, but for aggregates that say the same on
/// both sides and differ by a parameter or a worked-out column in their conditions: they go with those.
class Mixer {
 public:
  /// Requires: all outlive the mixer.
  Mixer(const Compiled& before, const Compiled& after, const std::vector<Pair>& pairs);

  /// `is_taken_back`: of each pair.
  [[nodiscard]] Mixed mix(const std::vector<bool>& is_taken_back) const;

  /// Whether a definition itself reads records: aggregates or the subject's columns.
  [[nodiscard]] bool reads_records(std::size_t pair) const;

 private:
  friend class MixtureWriter;

  /// What a slot stands for: the value of a definition, or one of the numbers of a part of a score.
  enum class Role : std::uint8_t { value, points, weight };
  using Root = std::pair<std::size_t, Role>;  ///< pair, role

  struct Book {
    const Compiled* compiled = nullptr;
    std::map<engine::Slot, Root> root_of_slot;
    std::map<Root, engine::Slot> slot_of_root;
    std::vector<std::string> aggregate_texts;        ///< per aggregate of the plan; empty for those of other rows
    std::vector<std::vector<std::size_t>> rests_on;  ///< per aggregate: the changed pairs in its conditions
    std::map<std::string, engine::AggregateIndex> aggregate_of_text;
  };

  void find_roots(Side side);
  void find_aggregates(Side side);
  void collect(Side side, ExpressionId id, std::vector<std::size_t>& found) const;
  [[nodiscard]] std::optional<std::size_t> pair_of(Side side, Change::Kind kind, std::uint32_t index) const;
  /// What the score is called whose parts are at hand; empty: the main one, whatever its name, or that of no score.
  [[nodiscard]] std::string name_of_score(Side side, std::uint32_t index) const;
  /// Likewise the score that a definition is a part of on that side; none where it is a part of none.
  [[nodiscard]] std::optional<std::string> part_of(std::size_t pair, Side side) const;
  [[nodiscard]] const Book& book(Side side) const { return books_[static_cast<std::size_t>(side)]; }
  [[nodiscard]] Book& book(Side side) { return books_[static_cast<std::size_t>(side)]; }

  const std::vector<Pair>& pairs_;
  bool choices_agree_;
  std::array<Book, 2> books_;
};

/// The rows of two gatherings side by side, for the subjects that both evaluate, in the periods that both have:
/// aggregates and columns of `before`, then those of `after`, then of each what it reads of rows above.
[[nodiscard]] engine::Gathered both_gathered(const Way& before, const Way& after);

}  // namespace nilai::rules
