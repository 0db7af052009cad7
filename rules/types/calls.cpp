#include <algorithm>

#include "engine/reals/grain.hpp"
#include "grammar/wording.hpp"
#include "rules/builtins.hpp"
#include "rules/types/checker.hpp"

namespace nilai::rules {

namespace {

using syntax::Function;
using text::Code;
using text::Phrase;

Type gap_type(Function function) {
  Type type = Type::days();
  const bool has_ends = function == Function::longest_gap_with_ends;
  type.is_whole = has_ends || function == Function::longest_gap;
  type.at_least = has_ends ? 0 : 1;
  return type;
}

bool is_never_negative(const Type& type) {
  return type.at_least && type.at_least->sign() >= 0;
}

Type total_type(Type type) {
  type.is_literal = false;
  type.at_least = is_never_negative(type) ? std::optional(Number(0)) : std::nullopt;
  type.at_most.reset();
  return type;
}

/// A mean lies between the values that it is of, unless some count against it.
Type mean_type(Type type, const Type& weight) {
  type.is_literal = false;
  type.is_whole = false;
  type.places.reset();
  if (!is_never_negative(weight)) {
    type.at_least.reset();
    type.at_most.reset();
  }
  return type;
}

Type spread_type(Function function, Type type, const Type& weight) {
  const bool is_variance = function == Function::variance;
  type = mean_type(type, weight);
  type.at_least = is_never_negative(weight) || !is_variance ? std::optional(Number(0)) : std::nullopt;
  type.at_most.reset();
  if (is_variance) {
    type.unit = multiplied(type.unit, type.unit);
  } else {
    type.places = static_cast<int>(engine::irrational_places);
  }
  return type;
}

}  // namespace

Type TypeChecker::wrong_arguments(const syntax::Call& call) {
  const Builtin& builtin = builtin_of(call.function);
  auto& diagnostic = diagnostics_.add(Code::wrong_arguments, call.name_span, {source_text(model_, call.name_span)});
  diagnostic.fixes.push_back(
      {{Phrase::usage_is, {grammar::spelt(builtin.usage, model_.book->language)}}, std::nullopt, {}});
  return Type::poisoned();
}

Type TypeChecker::infer_call(ExpressionId id, const syntax::Call& call) {
  const Builtin& builtin = builtin_of(call.function);
  const syntax::Rows* over = rows_of(call);
  if (over != nullptr && over->of == syntax::Rows::Of::peers) return infer_peers(id, call);
  if (over != nullptr && over->of == syntax::Rows::Of::periods) return infer_periods(id, call);
  if (call.function == Function::previous || call.function == Function::change) return infer_previous(id, call);
  if (call.function == Function::rank || call.function == Function::percentile_rank) return wrong_arguments(call);
  if (over != nullptr && over->of == syntax::Rows::Of::criteria) return infer_criteria(id, call);
  if (call.function == Function::assessed_weight) return infer_assessed_weight(id, call);
  if (call.function == Function::points || call.function == Function::value || call.function == Function::weight) {
    return infer_of_criterion(id, call);
  }
  const auto rows = std::count_if(call.arguments.begin(), call.arguments.end(), [](const auto& a) { return a.rows; });
  if (rows > 0) {
    const bool is_last = rows == 1 && call.arguments.back().rows;
    return is_last && builtin.over_rows ? infer_aggregate(id, call) : wrong_arguments(call);
  }
  if (call.function == Function::streak) return infer_streak(id, call);
  if (builtin.over_list) return infer_list(call);
  return builtin.over_rows ? wrong_arguments(call) : infer_function(call);
}

// --- over rows ------------------------------------------------------------------------------------------------------

void TypeChecker::check_rows(const syntax::Call& call, const AggregateReference& aggregate) {
  const syntax::Rows& rows = *call.arguments.back().rows;
  if (!rows.where.is_none()) check_kind(rows.where, Kind::flag);
  if (!rows.since.is_none()) check_since(rows.since);
  const Table& source = model_.tables[aggregate.source];
  const bool needs_dates = builtin_of(call.function).needs_dates;
  if (needs_dates && !source.dated && !source.period) {
    auto& diagnostic = diagnostics_.add(Code::rows_without_date, rows.table.span, {source.name});
    diagnostic.labels.push_back({source.span, {Phrase::declared_here, {}}});
    diagnostic.fixes.push_back({{Phrase::add_dated, {source.name}}, std::nullopt, {}});
  }
  const bool has_first_day =
      rows.window == syntax::Rows::Window::since || (model_.every && rows.window != syntax::Rows::Window::ever);
  const bool has_last_day = model_.every.has_value();
  if (call.function == Function::longest_gap_with_ends && !(has_first_day && has_last_day)) {
    diagnostics_.add(Code::gap_without_ends, call.name_span, {source_text(model_, call.name_span)});
  }
}

/// The first day of a window is known before any record is read.
void TypeChecker::check_since(ExpressionId since) {
  if (check_kind(since, Kind::date).is_poisoned || constant_value(model_, since)) return;
  auto& diagnostic = diagnostics_.add(Code::not_written_out, model_.at(since).span, {shown(since)});
  diagnostic.fixes.push_back({{Phrase::write_a_date, {}}, std::nullopt, {}});
}

/// Whether the arguments of an aggregate are those it takes, types aside.
bool TypeChecker::takes_arguments(const syntax::Call& call) const {
  const Builtin& builtin = builtin_of(call.function);
  const syntax::Argument& argument = call.arguments.back();
  if (call.arguments.size() != builtin.arguments.count + 1) return false;
  const bool has_value = !argument.value.is_none();
  const bool wants_value = builtin.takes_value || argument.is_distinct;
  return has_value == wants_value && (!argument.is_distinct || call.function == Function::count) &&
         (argument.weighted_by.is_none() || can_weigh(call.function));
}

Type TypeChecker::infer_aggregate(ExpressionId id, const syntax::Call& call) {
  const auto& aggregate = model_.aggregate(id);
  if (!aggregate) return Type::poisoned();
  check_rows(call, *aggregate);
  if (!takes_arguments(call)) return wrong_arguments(call);
  check_arguments(call);
  return aggregated_type(call);
}

Type TypeChecker::aggregated_type(const syntax::Call& call) {
  const syntax::Argument& argument = call.arguments.back();
  switch (builtin_of(call.function).result) {
    case BuiltinResult::count:
      if (call.function == Function::streak) {
        check_kind(argument.value, Kind::flag);
      } else if (!argument.value.is_none()) {
        check_together({argument.value});
      }
      return Type::count();
    case BuiltinResult::flag:
      if (!argument.value.is_none()) check_kind(argument.value, Kind::flag);
      return Type::of(Kind::flag);
    case BuiltinResult::share:
      check_kind(argument.value, Kind::flag);
      return Type::share();
    case BuiltinResult::days:
      return gap_type(call.function);
    case BuiltinResult::total:
      return total_type(check_kind(argument.value, Kind::number));
    case BuiltinResult::mean:
      return mean_type(check_kind(argument.value, Kind::number), check_weight(argument));
    case BuiltinResult::spread:
      return spread_type(call.function, check_kind(argument.value, Kind::number), check_weight(argument));
    case BuiltinResult::least: {
      const Type type = check_together({argument.value});
      check_order(argument.value, type);
      return type;
    }
    case BuiltinResult::same:
      return check_together({argument.value});
    case BuiltinResult::number:
      break;
  }
  return wrong_arguments(call);
}

/// The type of what rows or list members are weighted by: of 1 where nothing is said.
Type TypeChecker::check_weight(const syntax::Argument& argument) {
  if (argument.weighted_by.is_none()) {
    Type one;
    one.at_least = 1;
    return one;
  }
  return check_kind(argument.weighted_by, Kind::number);
}

// --- over a list, and over numbers ----------------------------------------------------------------------------------

Type TypeChecker::infer_list(const syntax::Call& call) {
  std::vector<ExpressionId> values;
  std::optional<Type> weight;
  const bool is_weighted = !call.arguments.front().weighted_by.is_none();
  for (const syntax::Argument& argument : call.arguments) {
    if (argument.value.is_none() || argument.is_distinct) return wrong_arguments(call);
    if (argument.weighted_by.is_none() == is_weighted) return wrong_arguments(call);
    const Type own = check_weight(argument);
    weight = weight ? widened(*weight, own) : own;
    values.push_back(argument.value);
  }
  if (is_weighted && call.function != Function::average) return wrong_arguments(call);
  Type type = check_together(values);
  if (call.function == Function::count) return Type::count();
  if (type.is_poisoned) return type;
  if (call.function == Function::min || call.function == Function::max) {
    check_order(values.front(), type);
    type.is_literal = false;
    return type;
  }
  if (type.kind != Kind::number) {
    check_kind(values.front(), Kind::number);
    return Type::poisoned();
  }
  return call.function == Function::average ? mean_type(type, *weight) : total_type(type);
}

}  // namespace nilai::rules
