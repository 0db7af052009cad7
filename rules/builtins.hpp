#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "engine/plan.hpp"
#include "grammar/syntax/expression.hpp"

namespace nilai::rules {

/// What a function gives: a count, yes or no, a share of 1, a number of days, a total or a mean of its value's type, a
/// value of the same type, or a plain number.
enum class BuiltinResult : std::uint8_t { count, flag, share, days, total, mean, same, number };

/// A function of the language, as builtins.def has it.
struct Builtin {
  std::string_view keyword;
  std::string_view usage;  ///< how it is written, for messages
  BuiltinResult result{};
  bool over_rows = false;             ///< `count(TABLE …)`
  engine::AggregateKind aggregate{};  ///< where over rows
  bool takes_value = false;           ///< `x of TABLE`, rather than the table alone
  bool needs_dates = false;
  bool over_list = false;  ///< `sum(a, b, c)`
  std::optional<engine::Operation> list;
};

const Builtin& builtin_of(syntax::Function function);

/// All of them, in the order of the table.
std::span<const Builtin> all_builtins();

}  // namespace nilai::rules
