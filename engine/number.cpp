#include "engine/number.hpp"

#include <algorithm>
#include <array>
#include <boost/multiprecision/cpp_int.hpp>
#include <cassert>
#include <functional>
#include <limits>
#include <numeric>
#include <utility>

namespace nilai::engine {
namespace {

// Without expression templates: every result is a value, and the file compiles in half the time.
using BigInt = boost::multiprecision::number<boost::multiprecision::cpp_int_backend<>, boost::multiprecision::et_off>;

// Holds any a*b + c*d of 64-bit a, b, c, d with positive b, d: in-place operands never overflow on the way.
__extension__ using Wide = __int128;
__extension__ using UnsignedWide = unsigned __int128;

constexpr std::size_t max_parsed_length = 400;
constexpr int digits_in_place = 18;  // 10^18 fits 64 bits

constexpr auto powers_of_ten = [] {
  std::array<std::int64_t, digits_in_place + 1> powers{1};
  for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
  return powers;
}();

std::int64_t power_of_ten(std::size_t exponent) {
  return powers_of_ten[exponent];
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

template <class Integer>
bool fits_int64(const Integer& value) {
  return value >= std::numeric_limits<std::int64_t>::min() && value <= std::numeric_limits<std::int64_t>::max();
}

UnsignedWide magnitude(Wide value) {
  return value < 0 ? -static_cast<UnsignedWide>(value) : static_cast<UnsignedWide>(value);
}

UnsignedWide greatest_common_divisor(UnsignedWide a, UnsignedWide b) {
  constexpr UnsignedWide max64 = std::numeric_limits<std::uint64_t>::max();
  // 128-bit division is a slow library call: leave it as soon as the numbers are small enough.
  while (b > max64) a = std::exchange(b, a % b);
  if (b == 0) return a;
  return std::gcd(static_cast<std::uint64_t>(a % b), static_cast<std::uint64_t>(b));
}

/// `numerator / denominator` brought to a whole number. Requires: `denominator > 0`.
template <class Integer>
Integer divide_rounded(const Integer& numerator, const Integer& denominator, RoundingDirection direction) {
  const Integer quotient = numerator / denominator;  // toward zero
  const Integer rest = numerator % denominator;      // has the sign of the numerator
  if (rest == 0) return quotient;
  const bool is_negative = rest < 0;
  const Integer away = is_negative ? quotient - 1 : quotient + 1;
  const Integer to_zero = is_negative ? -rest : rest;
  const Integer to_away = denominator - to_zero;  // compared instead of 2 * rest, which could overflow
  switch (direction) {
    case RoundingDirection::up:
      return is_negative ? quotient : away;
    case RoundingDirection::down:
      return is_negative ? away : quotient;
    case RoundingDirection::half_away:
      return to_zero >= to_away ? away : quotient;
    case RoundingDirection::half_even:
      if (to_zero == to_away) return quotient % 2 == 0 ? quotient : away;
      return to_zero > to_away ? away : quotient;
  }
  return quotient;
}

/// How many digits after the point `1 / denominator` has, when they end.
template <class Integer>
std::optional<int> ending_places(Integer denominator) {
  int twos = 0;
  int fives = 0;
  for (; denominator % 2 == 0; ++twos) denominator /= 2;
  for (; denominator % 5 == 0; ++fives) denominator /= 5;
  if (denominator != 1) return std::nullopt;
  return std::max(twos, fives);
}

/// 10^exponent, for any exponent.
BigInt big_power_of_ten(std::size_t exponent) {
  return boost::multiprecision::pow(BigInt(10), static_cast<unsigned>(exponent));
}

/// The digits of both strings as one whole number.
BigInt whole_of_digits(std::string_view digits, std::string_view more_digits) {
  BigInt value = 0;
  for (const std::string_view part : {digits, more_digits}) {
    for (std::size_t from = 0; from < part.size(); from += digits_in_place) {
      const std::string_view piece = part.substr(from, digits_in_place);
      std::int64_t piece_value = 0;
      for (const char digit : piece) piece_value = piece_value * 10 + (digit - '0');
      value = value * power_of_ten(piece.size()) + piece_value;
    }
  }
  return value;
}

/// Puts the point before the last `places` digits of a whole number's text.
std::string with_point(std::string digits, std::size_t places) {
  if (places == 0) return digits;
  const std::size_t sign_length = digits.starts_with('-') ? 1 : 0;
  const std::size_t digit_count = digits.size() - sign_length;
  if (digit_count <= places) digits.insert(sign_length, places + 1 - digit_count, '0');
  digits.insert(digits.size() - places, 1, '.');
  return digits;
}

}  // namespace

// In lowest terms, `denominator > 0`, and one of the two is beyond 64 bits: so equal numbers are held alike.
struct Number::Big {
  BigInt numerator;
  BigInt denominator;

  static Big widen(const Number& number) {
    if (number.big_) return *number.big_;
    return {BigInt(number.numerator_), BigInt(number.denominator_)};
  }

  /// Requires: lowest terms, `denominator > 0`.
  static Number in_place(std::int64_t numerator, std::int64_t denominator) {
    Number number(numerator);
    number.denominator_ = denominator;
    return number;
  }

  /// Requires: `denominator > 0`.
  static Number reduce(Wide numerator, Wide denominator) {
    const auto divisor = static_cast<Wide>(greatest_common_divisor(magnitude(numerator), magnitude(denominator)));
    numerator /= divisor;
    denominator /= divisor;
    if (fits_int64(numerator) && fits_int64(denominator)) {
      return in_place(static_cast<std::int64_t>(numerator), static_cast<std::int64_t>(denominator));
    }
    return Number(std::make_unique<Big>(Big{BigInt(numerator), BigInt(denominator)}));
  }

  /// Requires: `denominator > 0`.
  static Number reduce(BigInt numerator, BigInt denominator) {
    const BigInt divisor = gcd(numerator, denominator);
    if (divisor != 1) {
      numerator /= divisor;
      denominator /= divisor;
    }
    if (fits_int64(numerator) && fits_int64(denominator)) {
      return in_place(numerator.convert_to<std::int64_t>(), denominator.convert_to<std::int64_t>());
    }
    return Number(std::make_unique<Big>(Big{std::move(numerator), std::move(denominator)}));
  }
};

Number::Number() noexcept = default;
Number::Number(std::int64_t whole) noexcept : numerator_(whole) {}
Number::Number(std::unique_ptr<Big> big) : big_(std::move(big)) {}
Number::Number(Number&&) noexcept = default;
Number& Number::operator=(Number&&) noexcept = default;
Number::~Number() = default;

Number::Number(const Number& other)
    : numerator_(other.numerator_),
      denominator_(other.denominator_),
      big_(other.big_ ? std::make_unique<Big>(*other.big_) : nullptr) {}

Number& Number::operator=(const Number& other) {
  if (this != &other) *this = Number(other);
  return *this;
}

Number Number::ratio(std::int64_t numerator, std::int64_t denominator) {
  assert(denominator != 0);
  const Wide sign = denominator < 0 ? -1 : 1;
  return Big::reduce(sign * numerator, sign * denominator);
}

std::optional<Number> Number::parse(std::string_view text) {
  if (text.size() > max_parsed_length) return std::nullopt;
  const bool is_negative = text.starts_with('-');
  if (is_negative || text.starts_with('+')) text.remove_prefix(1);

  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  const std::string_view fraction = point == text.npos ? std::string_view() : text.substr(point + 1);
  if (whole.empty() || (point != text.npos && fraction.empty())) return std::nullopt;
  if (!std::all_of(whole.begin(), whole.end(), is_digit)) return std::nullopt;
  if (!std::all_of(fraction.begin(), fraction.end(), is_digit)) return std::nullopt;

  if (whole.size() + fraction.size() <= digits_in_place) {
    std::int64_t digits = 0;
    for (const char digit : whole) digits = digits * 10 + (digit - '0');
    for (const char digit : fraction) digits = digits * 10 + (digit - '0');
    if (is_negative) digits = -digits;
    return fraction.empty() ? Number(digits) : ratio(digits, power_of_ten(fraction.size()));
  }
  BigInt digits = whole_of_digits(whole, fraction);
  if (is_negative) digits = -digits;
  return Big::reduce(std::move(digits), big_power_of_ten(fraction.size()));
}

Number operator+(const Number& a, const Number& b) {
  using Big = Number::Big;
  if (!a.big_ && !b.big_) {
    std::int64_t sum = 0;
    if (a.denominator_ == 1 && b.denominator_ == 1 && !__builtin_add_overflow(a.numerator_, b.numerator_, &sum)) {
      return sum;
    }
    // Amounts of one column mostly share their denominator; the short way keeps the division below in 64 bits.
    if (a.denominator_ == b.denominator_) return Big::reduce(Wide{a.numerator_} + b.numerator_, a.denominator_);
    return Big::reduce(Wide{a.numerator_} * b.denominator_ + Wide{b.numerator_} * a.denominator_,
                       Wide{a.denominator_} * b.denominator_);
  }
  const Big x = Big::widen(a);
  const Big y = Big::widen(b);
  return Big::reduce(x.numerator * y.denominator + y.numerator * x.denominator, x.denominator * y.denominator);
}

Number operator*(const Number& a, const Number& b) {
  using Big = Number::Big;
  if (!a.big_ && !b.big_) {
    return Big::reduce(Wide{a.numerator_} * b.numerator_, Wide{a.denominator_} * b.denominator_);
  }
  const Big x = Big::widen(a);
  const Big y = Big::widen(b);
  return Big::reduce(x.numerator * y.numerator, x.denominator * y.denominator);
}

Number operator/(const Number& a, const Number& b) {
  using Big = Number::Big;
  assert(!b.is_zero());
  if (!a.big_ && !b.big_) {
    const Wide sign = b.sign();
    return Big::reduce(sign * a.numerator_ * b.denominator_, sign * a.denominator_ * b.numerator_);
  }
  const Big x = Big::widen(a);
  const Big y = Big::widen(b);
  return Big::reduce(b.sign() * x.numerator * y.denominator, b.sign() * x.denominator * y.numerator);
}

Number Number::operator-() const {
  if (big_) return Big::reduce(-big_->numerator, big_->denominator);
  std::int64_t negated = 0;
  if (__builtin_sub_overflow(std::int64_t{0}, numerator_, &negated)) {
    return Big::reduce(-Wide{numerator_}, Wide{denominator_});
  }
  return Big::in_place(negated, denominator_);
}

bool operator==(const Number& a, const Number& b) {
  if (a.big_ && b.big_) return a.big_->numerator == b.big_->numerator && a.big_->denominator == b.big_->denominator;
  return !a.big_ && !b.big_ && a.numerator_ == b.numerator_ && a.denominator_ == b.denominator_;
}

std::strong_ordering operator<=>(const Number& a, const Number& b) {
  if (!a.big_ && !b.big_) {
    if (a.denominator_ == b.denominator_) return a.numerator_ <=> b.numerator_;
    const Wide left = Wide{a.numerator_} * b.denominator_;
    const Wide right = Wide{b.numerator_} * a.denominator_;
    if (left == right) return std::strong_ordering::equal;
    return left < right ? std::strong_ordering::less : std::strong_ordering::greater;
  }
  const auto x = Number::Big::widen(a);
  const auto y = Number::Big::widen(b);
  return BigInt(x.numerator * y.denominator).compare(y.numerator * x.denominator) <=> 0;
}

int Number::sign() const noexcept {
  if (big_) return big_->numerator.sign();
  return (numerator_ > 0) - (numerator_ < 0);
}

bool Number::is_whole() const noexcept {
  return big_ ? big_->denominator == 1 : denominator_ == 1;
}

Number Number::abs() const {
  return sign() < 0 ? -*this : *this;
}

Number Number::numerator() const {
  return big_ ? Big::reduce(big_->numerator, BigInt(1)) : Number(numerator_);
}

Number Number::denominator() const {
  return big_ ? Big::reduce(big_->denominator, BigInt(1)) : Number(denominator_);
}

std::size_t Number::bit_length() const {
  const BigInt whole = boost::multiprecision::abs(Big::widen(whole_part()).numerator);
  return whole == 0 ? 0 : msb(whole) + 1;
}

Number Number::whole_quotient(const Number& a, const Number& b, RoundingDirection direction) {
  if (!a.big_ && !b.big_) return Big::reduce(divide_rounded<Wide>(a.numerator_, b.numerator_, direction), Wide{1});
  return Big::reduce(divide_rounded<BigInt>(Big::widen(a).numerator, Big::widen(b).numerator, direction), BigInt(1));
}

Number Number::power(unsigned exponent) const {
  Number result = 1;
  Number square = *this;
  for (; exponent != 0; exponent /= 2) {
    if (exponent % 2 != 0) result *= square;
    if (exponent > 1) square *= square;
  }
  return result;
}

Number Number::whole_part() const {
  if (big_) return Big::reduce(BigInt(big_->numerator / big_->denominator), BigInt(1));
  return numerator_ / denominator_;
}

Number Number::rounded(RoundingDirection direction, int places) const {
  assert(places >= 0);
  if (is_whole()) return *this;
  const auto digits = static_cast<std::size_t>(places);
  if (!big_ && places <= digits_in_place) {
    const Wide scale = power_of_ten(digits);
    return Big::reduce(divide_rounded<Wide>(numerator_ * scale, denominator_, direction), scale);
  }
  const Big exact = Big::widen(*this);
  const BigInt scale = big_power_of_ten(digits);
  return Big::reduce(divide_rounded<BigInt>(exact.numerator * scale, exact.denominator, direction), scale);
}

Number Number::rounded_to_nearest(RoundingDirection direction, const Number& step) const {
  assert(step.sign() > 0);
  return (*this / step).rounded(direction, 0) * step;
}

std::optional<std::int64_t> Number::to_int64() const noexcept {
  if (big_ || denominator_ != 1) return std::nullopt;
  return numerator_;
}

bool Number::terminates() const {
  return (big_ ? ending_places(big_->denominator) : ending_places(denominator_)).has_value();
}

std::string Number::to_text() const {
  constexpr int places_when_endless = 6;
  const auto places = big_ ? ending_places(big_->denominator) : ending_places(denominator_);
  return to_fixed(places.value_or(places_when_endless));
}

std::string Number::to_fixed(int places) const {
  assert(places >= 0);
  const auto digits = static_cast<std::size_t>(places);
  const Number exact = rounded(RoundingDirection::half_away, places);
  if (!exact.big_ && places <= digits_in_place) {
    std::int64_t scaled = 0;
    if (!__builtin_mul_overflow(exact.numerator_, power_of_ten(digits) / exact.denominator_, &scaled)) {
      return with_point(std::to_string(scaled), digits);
    }
  }
  const Big wide = Big::widen(exact);
  return with_point(BigInt(wide.numerator * big_power_of_ten(digits) / wide.denominator).str(), digits);
}

std::string Number::to_at_most(int places) const {
  std::string text = to_fixed(places);
  if (text.find('.') == text.npos) return text;
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

std::string Number::to_ratio_text() const {
  if (is_whole()) return to_fixed(0);
  if (big_) return big_->numerator.str() + "/" + big_->denominator.str();
  return std::to_string(numerator_) + "/" + std::to_string(denominator_);
}

std::size_t Number::hash() const noexcept {
  if (big_) return std::hash<std::string>()(to_ratio_text());
  constexpr std::size_t golden_ratio = 0x9E3779B97F4A7C15u;  // spreads neighbouring whole numbers over all bits
  const std::size_t numerator_hash = static_cast<std::size_t>(numerator_) * golden_ratio;
  return (numerator_hash ^ (numerator_hash >> 32)) + static_cast<std::size_t>(denominator_) - 1;
}

}  // namespace nilai::engine
