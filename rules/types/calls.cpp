#include <algorithm>

#include "rules/builtins.hpp"
#include "rules/types/checker.hpp"

namespace nilai::rules {

namespace {

using syntax::Function;
using text::Code;
using text::Phrase;

}  // namespace

Type TypeChecker::wrong_arguments(const syntax::Call& call) {
  const Builtin& builtin = builtin_of(call.function);
  auto& diagnostic = diagnostics_.add(Code::wrong_arguments, call.name_span, {std::string(builtin.keyword)});
  diagnostic.fixes.push_back({{Phrase::usage_is, {std::string(builtin.usage)}}, std::nullopt, {}});
  return Type::poisoned();
}

Type TypeChecker::infer_call(ExpressionId id, const syntax::Call& call) {
  const Builtin& builtin = builtin_of(call.function);
  const syntax::Rows* rows = rows_of(call);
  if (rows != nullptr && rows->of == syntax::Rows::Of::peers) return infer_peers(id, call);
  if (rows != nullptr && rows->of == syntax::Rows::Of::periods) return infer_periods(id, call);
  if (call.function == Function::previous || call.function == Function::change) return infer_previous(id, call);
  if (call.function == Function::rank || call.function == Function::percentile_rank) return wrong_arguments(call);
  const bool takes_rows = call.arguments.size() == 1 && call.arguments.front().rows.has_value();
  if (takes_rows) return builtin.over_rows ? infer_aggregate(id, call) : wrong_arguments(call);
  if (call.function == Function::streak) return infer_streak(id, call);
  const bool has_rows =
      std::any_of(call.arguments.begin(), call.arguments.end(), [](const auto& a) { return a.rows.has_value(); });
  if (has_rows) return wrong_arguments(call);
  if (builtin.over_list) return infer_list(call);
  if (builtin.over_rows) return wrong_arguments(call);
  return infer_numeric(call);
}

// --- over rows ------------------------------------------------------------------------------------------------------

void TypeChecker::check_rows(const syntax::Call& call, const AggregateReference& aggregate) {
  const syntax::Rows& rows = *call.arguments.front().rows;
  if (!rows.where.is_none()) check_kind(rows.where, Kind::flag);
  if (!rows.since.is_none()) check_kind(rows.since, Kind::date);
  const Table& source = model_.tables[aggregate.source];
  const bool needs_dates = builtin_of(call.function).needs_dates;
  if (!needs_dates || source.dated || source.period) return;
  auto& diagnostic = diagnostics_.add(Code::rows_without_date, rows.table.span, {source.name});
  diagnostic.labels.push_back({source.span, {Phrase::declared_here, {}}});
  diagnostic.fixes.push_back({{Phrase::add_dated, {source.name}}, std::nullopt, {}});
}

Type TypeChecker::infer_aggregate(ExpressionId id, const syntax::Call& call) {
  const auto& aggregate = model_.aggregate(id);
  if (!aggregate) return Type::poisoned();
  check_rows(call, *aggregate);
  const syntax::Argument& argument = call.arguments.front();
  const Builtin& builtin = builtin_of(call.function);
  const bool has_value = !argument.value.is_none();
  const bool wants_value = builtin.takes_value || argument.is_distinct;
  if (!argument.weighted_by.is_none() || has_value != wants_value ||
      (argument.is_distinct && call.function != Function::count))
    return wrong_arguments(call);
  return aggregated_type(call);
}

Type TypeChecker::aggregated_type(const syntax::Call& call) {
  const syntax::Argument& argument = call.arguments.front();
  const Builtin& builtin = builtin_of(call.function);
  const bool has_value = !argument.value.is_none();
  switch (builtin.result) {
    case BuiltinResult::count:
      if (call.function == Function::streak) {
        check_kind(argument.value, Kind::flag);
      } else if (has_value) {
        check_together({argument.value});
      }
      return Type::count();
    case BuiltinResult::flag:
      if (has_value) check_kind(argument.value, Kind::flag);
      return Type::of(Kind::flag);
    case BuiltinResult::share:
      check_kind(argument.value, Kind::flag);
      return Type::share();
    case BuiltinResult::days: {
      Type type = Type::days();
      type.is_whole = call.function == Function::longest_gap;
      type.at_least = 1;
      return type;
    }
    case BuiltinResult::total:
    case BuiltinResult::mean: {
      Type type = check_kind(argument.value, Kind::number);
      const bool is_total = builtin.result == BuiltinResult::total;
      type.is_literal = false;
      type.is_whole = type.is_whole && is_total;
      if (!is_total) type.places.reset();
      const bool is_never_negative = type.at_least && type.at_least->sign() >= 0;
      if (is_total) {
        type.at_least = is_never_negative ? std::optional(Number(0)) : std::nullopt;
        type.at_most.reset();
      }
      return type;
    }
    case BuiltinResult::same: {
      const Type type = check_together({argument.value});
      if (call.function == Function::min || call.function == Function::max) check_order(argument.value, type);
      return type;
    }
    case BuiltinResult::number:
      break;
  }
  return wrong_arguments(call);
}

// --- over a list, and over numbers ----------------------------------------------------------------------------------

Type TypeChecker::infer_list(const syntax::Call& call) {
  std::vector<ExpressionId> values;
  for (const syntax::Argument& argument : call.arguments) {
    if (argument.value.is_none() || argument.is_distinct) return wrong_arguments(call);
    values.push_back(argument.value);
  }
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
  type.is_literal = false;
  if (call.function == Function::average) {
    type.is_whole = false;
    type.places.reset();
  } else {
    type.at_least = type.at_least && type.at_least->sign() >= 0 ? std::optional(Number(0)) : std::nullopt;
    type.at_most.reset();
  }
  return type;
}

Type TypeChecker::infer_numeric(const syntax::Call& call) {
  const std::size_t wanted = call.function == Function::limited ? 3 : 1;
  const bool is_plain = std::all_of(call.arguments.begin(), call.arguments.end(), [](const auto& a) {
    return !a.value.is_none() && !a.is_distinct && !a.skips_missing;
  });
  if (call.arguments.size() != wanted || !is_plain) return wrong_arguments(call);
  std::vector<ExpressionId> values;
  for (const syntax::Argument& argument : call.arguments) values.push_back(argument.value);
  Type type = check_kind(values.front(), Kind::number);
  if (type.is_poisoned) return type;
  if (call.function == Function::limited) {
    Type all = check_together(values);
    all.is_literal = false;
    all.at_least = model_.type(values[1]).at_least;
    all.at_most = model_.type(values[2]).at_most;
    return all;
  }
  type.is_literal = false;
  if (call.function == Function::whole_part) type.is_whole = true;
  if (call.function == Function::abs) {
    type.at_least = 0;
    type.at_most.reset();
  }
  return type;
}

}  // namespace nilai::rules
