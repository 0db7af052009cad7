#pragma once

#include "engine/number.hpp"

namespace nilai::engine {

/// Wilson's score interval: what a share may well be where `counted` out of `total` were seen, at a level of
/// confidence.
///
/// With z the normal quantile of (1 + level) / 2 and p = counted / total, the bounds are
/// (p + z^2/2n ± z sqrt(p (1 - p) / n + z^2/4n^2)) / (1 + z^2/n) (Wilson 1927). They are rounded outward to
/// `irrational_places`, correctly: z is worked out more and more closely until the rounding is certain.
class WilsonInterval {
 public:
  /// Requires: `level` is above 0 and below 1.
  explicit WilsonInterval(Number level);

  /// Requires: `total` is above zero, `counted` between 0 and `total`.
  [[nodiscard]] Number lower(const Number& counted, const Number& total);
  [[nodiscard]] Number upper(const Number& counted, const Number& total);

 private:
  void close_in(unsigned bits);

  Number level_;
  unsigned bits_ = 0;
  Number low_, high_;  // what z^2 lies between
};

}  // namespace nilai::engine
