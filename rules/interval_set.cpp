#include "rules/interval_set.hpp"

#include <algorithm>

namespace nilai::rules {

using engine::Number;
using engine::RoundingDirection;

std::strong_ordering IntervalSet::Cut::operator<=>(const Cut& other) const {
  if (infinity != other.infinity || infinity != 0) return infinity <=> other.infinity;
  if (const auto order = at <=> other.at; order != 0) return order;
  return is_after <=> other.is_after;
}

/// On a grid every cut stands before the first number of the grid that it leaves above it: one form for each, so that
/// neighbours touch.
IntervalSet::Cut IntervalSet::on_grid(Cut cut) const {
  if (!step_ || cut.infinity != 0) return cut;
  const Number first = cut.is_after ? cut.at.rounded_to_nearest(RoundingDirection::down, *step_) + *step_
                                    : cut.at.rounded_to_nearest(RoundingDirection::up, *step_);
  return {0, first, false};
}

IntervalSet IntervalSet::everything(const std::optional<Number>& step) {
  return of({}, step);
}

IntervalSet IntervalSet::of(const Interval& interval, const std::optional<Number>& step) {
  IntervalSet set(step);
  const Cut low = interval.low ? Cut{0, *interval.low, interval.is_low_open} : Cut{-1, {}, false};
  const Cut high = interval.high ? Cut{0, *interval.high, !interval.is_high_open} : Cut{1, {}, false};
  const Range range{set.on_grid(low), set.on_grid(high)};
  if (range.low < range.high) set.ranges_.push_back(range);
  return set;
}

IntervalSet IntervalSet::united(const IntervalSet& other) const {
  std::vector<Range> all = ranges_;
  all.insert(all.end(), other.ranges_.begin(), other.ranges_.end());
  std::sort(all.begin(), all.end(), [](const Range& a, const Range& b) { return a.low < b.low; });
  IntervalSet result(step_);
  for (const Range& range : all) {
    if (result.ranges_.empty() || result.ranges_.back().high < range.low) {
      result.ranges_.push_back(range);
    } else {
      result.ranges_.back().high = std::max(result.ranges_.back().high, range.high);
    }
  }
  return result;
}

IntervalSet IntervalSet::complement() const {
  IntervalSet result(step_);
  Cut low{-1, {}, false};
  for (const Range& range : ranges_) {
    if (low < range.low) result.ranges_.push_back({low, range.low});
    low = range.high;
  }
  if (low.infinity <= 0) result.ranges_.push_back({low, Cut{1, {}, false}});
  return result;
}

IntervalSet IntervalSet::intersected(const IntervalSet& other) const {
  return complement().united(other.complement()).complement();
}

IntervalSet IntervalSet::without(const IntervalSet& other) const {
  return intersected(other.complement());
}

bool IntervalSet::contains(const Number& value) const {
  return !intersected(of(Interval::at(value), step_)).is_empty();
}

std::vector<Interval> IntervalSet::intervals() const {
  std::vector<Interval> parts;
  for (const Range& range : ranges_) {
    Interval part;
    if (range.low.infinity == 0) {
      part.low = range.low.at;
      part.is_low_open = range.low.is_after;
    }
    if (range.high.infinity == 0) {
      part.high = step_ ? range.high.at - *step_ : range.high.at;
      part.is_high_open = !step_ && !range.high.is_after;
    }
    parts.push_back(part);
  }
  return parts;
}

}  // namespace nilai::rules
