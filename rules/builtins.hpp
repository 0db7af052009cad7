#pragma once

#include <array>
#include <optional>
#include <span>
#include <string_view>

#include "engine/plan.hpp"
#include "grammar/syntax/expression.hpp"
#include "rules/model.hpp"

namespace nilai::rules {

/// What a function gives: a count, yes or no, a share of 1, a number of days, a total or a mean of its value's type,
/// how far values lie apart, one of the values (`least`: found by their order), or another number.
enum class BuiltinResult : std::uint8_t { count, flag, share, days, total, mean, spread, least, same, number };

/// What is wanted in a place of a function's parentheses. The last three are written out, or where it says so a
/// parameter: what they are is known before any record is read.
enum class ArgumentKind : std::uint8_t {
  number,
  date,
  degree,  ///< of a root: a whole number
  places,  ///< after the point: a whole number
  level    ///< a part of 1; may be a parameter
};

/// The arguments of a function of values; of an aggregate those before its rows.
struct ArgumentKinds {
  std::array<ArgumentKind, 3> kinds{};
  std::size_t count = 0;

  [[nodiscard]] const ArgumentKind* begin() const { return kinds.data(); }
  [[nodiscard]] const ArgumentKind* end() const { return kinds.data() + count; }
};

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
  std::optional<engine::Operation> operation;
  ArgumentKinds arguments;
};

const Builtin& builtin_of(syntax::Function function);

/// All of them, in the order of the table.
std::span<const Builtin> all_builtins();

/// The places that a call says it rounds to: 6 of `root(x, 2, 6)`. Empty for other functions. Requires: it is checked.
std::optional<int> stated_places(const Model& model, const syntax::Call& call);

}  // namespace nilai::rules
