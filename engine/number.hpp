#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace nilai::engine {

/// How a number is brought to a coarser grain. `half_away` is what people call rounding: 2.5 -> 3, -2.5 -> -3.
enum class RoundingDirection : std::uint8_t { half_away, half_even, up, down };

/// No rulebook rounds to more places, or raises to a higher power: exact numbers grow with both.
constexpr unsigned max_places = 30;
constexpr unsigned max_exponent = 64;

/// An exact rational number, always in lowest terms with a positive denominator.
///
/// Numbers whose numerator and denominator fit 64 bits are held in place and computed with checked 64-bit arithmetic;
/// what does not fit goes to arbitrary precision behind a pointer, and comes back when it fits again. Which of the two
/// holds a value is never visible: equal numbers compare equal, hash equally and print the same.
///
/// Errors: none. *Requires* are for the caller to keep; breaking one is a bug of ours, not of the data.
class Number {
 public:
  Number() noexcept;                    ///< 0
  Number(std::int64_t whole) noexcept;  ///< implicit: whole numbers are numbers
  Number(int whole) noexcept : Number(static_cast<std::int64_t>(whole)) {}
  Number(const Number&);
  Number(Number&&) noexcept;
  Number& operator=(const Number&);
  Number& operator=(Number&&) noexcept;
  ~Number();

  /// `numerator / denominator`. Requires: `denominator != 0`.
  static Number ratio(std::int64_t numerator, std::int64_t denominator);

  /// Digits with an optional leading `-` (or `+`) and an optional decimal point with digits on both sides: `-12.50`.
  /// Nothing else: no exponent, no blanks, no grouping. Empty when `text` is not so. At most 400 characters.
  static std::optional<Number> parse(std::string_view text);

  friend Number operator+(const Number& a, const Number& b);
  friend Number operator-(const Number& a, const Number& b) { return a + -b; }
  friend Number operator*(const Number& a, const Number& b);
  /// Requires: `b` is not zero.
  friend Number operator/(const Number& a, const Number& b);
  Number operator-() const;
  Number& operator+=(const Number& other) { return *this = *this + other; }
  Number& operator-=(const Number& other) { return *this = *this - other; }
  Number& operator*=(const Number& other) { return *this = *this * other; }

  friend bool operator==(const Number& a, const Number& b);
  friend std::strong_ordering operator<=>(const Number& a, const Number& b);

  [[nodiscard]] bool is_zero() const noexcept { return !big_ && numerator_ == 0; }
  [[nodiscard]] int sign() const noexcept;  ///< -1, 0, 1
  [[nodiscard]] bool is_whole() const noexcept;
  [[nodiscard]] Number abs() const;
  [[nodiscard]] Number numerator() const;    ///< of the lowest terms; has the sign
  [[nodiscard]] Number denominator() const;  ///< likewise; above zero

  /// How many binary digits the whole part has: 0 for 0.5, 1 for 1, 4 for 8 or -15.
  [[nodiscard]] std::size_t bit_length() const;

  /// `a / b` brought to a whole number, without looking for lowest terms first.
  /// Requires: both are whole; `b` is above zero.
  static Number whole_quotient(const Number& a, const Number& b, RoundingDirection direction);

  /// `this` to the power `exponent`. Requires: `exponent <= max_exponent`.
  [[nodiscard]] Number power(unsigned exponent) const;

  /// Toward zero: 2.7 -> 2, -2.7 -> -2.
  [[nodiscard]] Number whole_part() const;

  /// The nearest multiple of 10^-places. `up` is toward +infinity, `down` toward -infinity. Requires: `places <=
  /// max_places`.
  [[nodiscard]] Number rounded(RoundingDirection direction, int places) const;

  /// The nearest multiple of `step`. Requires: `step` is positive.
  [[nodiscard]] Number rounded_to_nearest(RoundingDirection direction, const Number& step) const;

  /// The value when it is whole and fits 64 bits.
  [[nodiscard]] std::optional<std::int64_t> to_int64() const noexcept;

  /// All its digits when the expansion ends (`0.125`, no trailing zeros), else rounded half away to 6 places.
  [[nodiscard]] std::string to_text() const;

  /// Rounded half away to exactly `places` digits after the point, zeros written: 42.5 -> `42.50`.
  [[nodiscard]] std::string to_fixed(int places) const;

  /// Rounded half away to at most `places` digits after the point, trailing zeros dropped: 42.5 -> `42.5`.
  [[nodiscard]] std::string to_at_most(int places) const;

  /// `numerator/denominator`, or the whole number alone: `118/139`, `3`.
  [[nodiscard]] std::string to_ratio_text() const;

  /// Whether the decimal expansion ends.
  [[nodiscard]] bool terminates() const;

  [[nodiscard]] std::size_t hash() const noexcept;

 private:
  struct Big;  // arbitrary precision, in number.cpp alone
  explicit Number(std::unique_ptr<Big> big);

  std::int64_t numerator_ = 0;
  std::int64_t denominator_ = 1;  // > 0
  std::unique_ptr<Big> big_;      // set only when the value does not fit the two above
};

}  // namespace nilai::engine
