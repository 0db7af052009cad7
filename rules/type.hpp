#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "engine/number.hpp"
#include "engine/plan_tables.hpp"
#include "engine/value.hpp"

namespace nilai::rules {

using engine::ChoiceIndex;
using engine::Kind;
using engine::Number;

/// What a number counts: base units and their powers, `rupiah` or `visits / days`. Empty: a plain number.
using Unit = std::map<std::string, int>;

Unit multiplied(const Unit& a, const Unit& b);
Unit divided(const Unit& a, const Unit& b);
std::string unit_text(const Unit& unit);  ///< `rupiah / days`; `1` for a plain number

/// The unit of `45 days` and of the difference of two dates.
inline const std::string day_unit = "days";

/// The type of an expression or a column.
///
/// Invariant: what is said of a number means nothing for other kinds; `choice` means something for choices alone.
struct Type {
  bool is_poisoned = false;  ///< a mistake was reported here: nothing more is said of it
  Kind kind = Kind::number;
  ChoiceIndex choice = 0;
  Unit unit;
  bool is_literal = false;  ///< written out, so that it takes on the unit of what it meets
  bool is_whole = false;
  std::optional<int> places;                ///< no finer than so many digits after the point
  std::optional<Number> at_least, at_most;  ///< what the value cannot leave: 0 for a count, 0..1 for a share

  static Type poisoned();
  static Type of(Kind kind);
  static Type choice_of(ChoiceIndex choice);
  static Type count();  ///< whole, at least 0
  static Type share();  ///< 0 to 1
  static Type days();   ///< a number of days
};

}  // namespace nilai::rules
