#pragma once

#include <compare>
#include <optional>
#include <vector>

#include "engine/number.hpp"

namespace nilai::rules {

/// The numbers between two ends.
struct Interval {
  std::optional<engine::Number> low, high;         ///< none: without end
  bool is_low_open = false, is_high_open = false;  ///< the end itself is not in it

  static Interval at(const engine::Number& value) { return {value, value, false, false}; }
};

/// A set of numbers: a union of intervals. On a grid of `step` it holds only 0, ±step, ±2 step …, so that 76..90 and
/// 91..100 leave no gap between them.
class IntervalSet {
 public:
  /// The set of nothing. Requires: `step`, where given, is positive.
  explicit IntervalSet(std::optional<engine::Number> step = std::nullopt) : step_(std::move(step)) {}

  static IntervalSet everything(const std::optional<engine::Number>& step = std::nullopt);
  static IntervalSet of(const Interval& interval, const std::optional<engine::Number>& step = std::nullopt);

  // Requires, of both operands: the same step.
  [[nodiscard]] IntervalSet united(const IntervalSet& other) const;
  [[nodiscard]] IntervalSet intersected(const IntervalSet& other) const;
  [[nodiscard]] IntervalSet without(const IntervalSet& other) const;
  [[nodiscard]] IntervalSet complement() const;

  [[nodiscard]] bool is_empty() const { return ranges_.empty(); }
  [[nodiscard]] bool contains(const engine::Number& value) const;

  /// Its parts, lowest first, none touching the next. On a grid the ends are closed.
  [[nodiscard]] std::vector<Interval> intervals() const;

  [[nodiscard]] const std::optional<engine::Number>& step() const { return step_; }

  bool operator==(const IntervalSet& other) const = default;

 private:
  /// A cut between numbers: just before or just after `at`, or beyond all (`infinity` -1, 1).
  struct Cut {
    int infinity = 0;
    engine::Number at;
    bool is_after = false;

    bool operator==(const Cut& other) const = default;
    std::strong_ordering operator<=>(const Cut& other) const;
  };
  /// What lies between two cuts: not empty.
  struct Range {
    Cut low, high;

    bool operator==(const Range& other) const = default;
  };

  [[nodiscard]] Cut on_grid(Cut cut) const;

  std::optional<engine::Number> step_;
  std::vector<Range> ranges_;  ///< in order, apart from each other
};

}  // namespace nilai::rules
