#pragma once

#include <cstdint>
#include <string>
#include <variant>

#include "engine/date.hpp"
#include "engine/number.hpp"

namespace nilai::engine {

/// What a value is. A flag is yes or no; a span is a count of months; a choice is the index of one of its values, in
/// the order of the declaration.
enum class Kind : std::uint8_t { number, flag, date, span, choice, text };

/// Whether a value is there. `missing`: the rules know that there is none. `withheld`: the data hold something that
/// could not be read, so nothing may be concluded, not even that it is missing.
enum class Presence : std::uint8_t { present, missing, withheld };

/// One value of a column.
///
/// Invariant: `content` holds a `Number` for a number, a `std::string` for a text, and a `std::int32_t` otherwise (flag
/// 0 or 1, date in days since 1970-01-01, span in months, choice index); what it holds means nothing unless present.
struct Value {
  Kind kind = Kind::number;
  Presence presence = Presence::missing;
  std::variant<std::int32_t, Number, std::string> content;

  static Value of(Number number) { return {Kind::number, Presence::present, std::move(number)}; }
  static Value of(Date date) { return {Kind::date, Presence::present, date.days}; }
  static Value of(std::string text) { return {Kind::text, Presence::present, std::move(text)}; }
  static Value flag(bool yes) { return {Kind::flag, Presence::present, yes ? 1 : 0}; }
  static Value months(std::int32_t count) { return {Kind::span, Presence::present, count}; }
  static Value choice(std::int32_t index) { return {Kind::choice, Presence::present, index}; }
  static Value missing(Kind kind) { return {kind, Presence::missing, 0}; }
  static Value withheld(Kind kind) { return {kind, Presence::withheld, 0}; }

  [[nodiscard]] bool is_present() const { return presence == Presence::present; }
  [[nodiscard]] const Number& number() const { return std::get<Number>(content); }
  [[nodiscard]] const std::string& text() const { return std::get<std::string>(content); }
  [[nodiscard]] std::int32_t code() const { return std::get<std::int32_t>(content); }
  [[nodiscard]] bool is_yes() const { return is_present() && code() != 0; }
  [[nodiscard]] Date date() const { return {code()}; }

  /// Same kind, same presence, and where present the same content.
  friend bool operator==(const Value& a, const Value& b);
};

}  // namespace nilai::engine
