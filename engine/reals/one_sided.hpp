#pragma once

#include "engine/number.hpp"

namespace nilai::engine {

/// Arithmetic on multiples of 2^-bits that errs to one side only: `down`, what it gives is never above the true result;
/// `up`, never below. The true value lies between the two, however many steps were taken.
///
/// Values are *held* as whole numbers of 2^-bits; none is negative. What grows with its operands (sums, products,
/// series of positive terms) keeps to its side when it is worked out from held values of that side.
class OneSided {
 public:
  /// Requires: `direction` is up or down.
  OneSided(unsigned bits, RoundingDirection direction);

  [[nodiscard]] bool is_up() const { return direction_ == RoundingDirection::up; }
  [[nodiscard]] const Number& one() const { return one_; }

  [[nodiscard]] Number held(const Number& real) const;  ///< Requires: `real` is not negative
  [[nodiscard]] Number real(const Number& held) const { return held / one_; }
  [[nodiscard]] Number times(const Number& a, const Number& b) const;     ///< of two held values
  [[nodiscard]] Number over(const Number& a, const Number& whole) const;  ///< a held value / a whole number above zero

  /// The logarithm of `real`, held. Requires: `real` is at least 1.
  [[nodiscard]] Number logarithm(const Number& real) const;

  /// e to a held power between 0 and 1.
  [[nodiscard]] Number exponential(const Number& held) const;

  [[nodiscard]] Number pi() const;

 private:
  [[nodiscard]] Number twice_artanh(const Number& t) const;
  [[nodiscard]] Number arctan_of_inverse(int whole) const;

  Number one_;
  RoundingDirection direction_;
};

/// 2^exponent, for any exponent that is not negative.
[[nodiscard]] Number power_of_two(std::size_t exponent);

/// e^exponent rounded up or down, to about `bits` digits behind the binary point.
[[nodiscard]] Number exponential(const Number& exponent, unsigned bits, RoundingDirection direction);

}  // namespace nilai::engine
