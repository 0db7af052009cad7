#pragma once

#include <cstdint>

namespace jamsosratu {

/// Chance in whole numbers, the same on every machine: SplitMix64 (Steele, Lea and Flood, 2014).
///
/// Streams are forked by label, so that what is drawn for one companion, household or quarter does not depend on how
/// much was drawn for another: one more quarter leaves the earlier ones as they were.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  /// A stream of its own for `label`; the same label gives the same stream again.
  [[nodiscard]] Random fork(std::uint64_t label) const;

  std::uint64_t next();

  /// 0 to `count` - 1. Requires: 1 <= `count` < 2^31.
  int below(int count);

  /// `low` to `high`, both included. Requires: `low` <= `high`.
  int between(int low, int high);

  /// Yes in so many of a thousand.
  bool chance(int per_thousand);

 private:
  std::uint64_t state_;
};

}  // namespace jamsosratu
