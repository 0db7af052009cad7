#include "rules/builtins.hpp"

#include <array>

namespace nilai::rules {

namespace {

constexpr bool yes = true;
constexpr bool no = false;

/// The list operations by the names of builtins.def, where `none` means that a function has none.
namespace list_operation {
using Operation = std::optional<engine::Operation>;
constexpr Operation none = std::nullopt;
constexpr Operation list_count = engine::Operation::list_count;
constexpr Operation list_sum = engine::Operation::list_sum;
constexpr Operation list_average = engine::Operation::list_average;
constexpr Operation list_min = engine::Operation::list_min;
constexpr Operation list_max = engine::Operation::list_max;
}  // namespace list_operation

constexpr auto builtins = std::to_array<Builtin>({
#define NILAI_BUILTIN(function, keyword, usage, result, rows, aggregate, value, dates, list, operation) \
  {keyword, usage, BuiltinResult::result,    rows, engine::AggregateKind::aggregate, value,             \
   dates,   list,  list_operation::operation},
#include "rules/builtins.def"
#undef NILAI_BUILTIN
});

// The two tables name the same functions in the same order.
enum class Order : std::uint8_t {
#define NILAI_BUILTIN(function, ...) function,
#include "rules/builtins.def"
#undef NILAI_BUILTIN
};
#define NILAI_FUNCTION(name, ...) \
  static_assert(static_cast<int>(Order::name) == static_cast<int>(syntax::Function::name));
#include "grammar/syntax/functions.def"
#undef NILAI_FUNCTION

}  // namespace

const Builtin& builtin_of(syntax::Function function) {
  return builtins[static_cast<std::size_t>(function)];
}

std::span<const Builtin> all_builtins() {
  return builtins;
}

}  // namespace nilai::rules
