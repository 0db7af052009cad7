#include "rules/builtins.hpp"

#include <algorithm>
#include <array>

namespace nilai::rules {

namespace {

constexpr bool yes = true;
constexpr bool no = false;

/// The operations by the names of builtins.def, where `none` means that a function has none.
namespace operation {
using enum engine::Operation;
constexpr std::optional<engine::Operation> none;
}  // namespace operation

using enum ArgumentKind;

template <class... Kinds>
constexpr ArgumentKinds takes(Kinds... kinds) {
  return {{kinds...}, sizeof...(kinds)};
}

constexpr auto builtins = std::to_array<Builtin>({
#define NILAI_BUILTIN(function, keyword, usage, result, rows, aggregate, value, dates, list, by, arguments) \
  {keyword, usage, BuiltinResult::result, rows,     engine::AggregateKind::aggregate, value,                \
   dates,   list,  operation::by,         arguments},
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

std::optional<int> stated_places(const Model& model, const syntax::Call& call) {
  const ArgumentKinds& kinds = builtin_of(call.function).arguments;
  const auto* found = std::find(kinds.begin(), kinds.end(), ArgumentKind::places);
  if (found == kinds.end()) return std::nullopt;
  const auto& argument = call.arguments[static_cast<std::size_t>(found - kinds.begin())];
  return static_cast<int>(*constant_value(model, argument.value)->number().to_int64());
}

}  // namespace nilai::rules
