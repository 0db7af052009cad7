#include <algorithm>

#include "rules/builtins.hpp"
#include "rules/types/checker.hpp"

namespace nilai::rules {

using syntax::Function;

bool is_statistic(Function function) {
  const Builtin& builtin = builtin_of(function);
  const bool has_value = builtin.takes_value || function == Function::count;
  return builtin.over_rows && has_value && !builtin.needs_dates && function != Function::only;
}

bool can_weigh(Function function) {
  return function == Function::average || builtin_of(function).result == BuiltinResult::spread;
}

bool is_plain(const syntax::Argument& argument) {
  return !argument.value.is_none() && argument.weighted_by.is_none() && !argument.is_distinct &&
         !argument.skips_missing;
}

bool are_plain_but_weighted(const syntax::Call& call) {
  return std::all_of(call.arguments.begin(), call.arguments.end(), [&](syntax::Argument argument) {
    if (argument.rows && can_weigh(call.function)) argument.weighted_by = {};
    return is_plain(argument);
  });
}

/// `median(x among T in same c)`, `rank(x among T, t)`
Type TypeChecker::infer_peers(ExpressionId id, const syntax::Call& call) {
  if (model_.place(id).at_hand != model_.subject) {
    diagnostics_.add(text::Code::measure_in_rows, model_.at(id).span,
                     {source_text(model_, call.name_span), model_.tables[model_.subject].name,
                      model_.tables[model_.place(id).at_hand].name});
    return Type::poisoned();
  }
  const auto& arguments = call.arguments;
  const bool is_rank = call.function == Function::rank;
  const bool is_place = is_rank || call.function == Function::percentile_rank;
  const syntax::Argument& with_rows = is_rank ? arguments.front() : arguments.back();
  const bool is_right =
      (is_place || is_statistic(call.function)) &&
      (is_rank || arguments.size() == builtin_of(call.function).arguments.count + 1) && are_plain_but_weighted(call) &&
      with_rows.rows &&
      std::count_if(arguments.begin(), arguments.end(), [](const auto& a) { return a.rows.has_value(); }) == 1;
  const syntax::Rows& rows = *rows_of(call);
  if (!is_right || rows.by || rows.window != syntax::Rows::Window::period) return wrong_arguments(call);
  if (!rows.where.is_none()) check_kind(rows.where, Kind::flag);
  if (!is_place) {
    check_arguments(call);
    return aggregated_type(call);
  }
  for (const syntax::Argument& argument : arguments) check_order(argument.value, check_together({argument.value}));
  if (!is_rank) return Type::share();
  Type type = Type::count();
  type.at_least = 1;
  return type;
}

}  // namespace nilai::rules
