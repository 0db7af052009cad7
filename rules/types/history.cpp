#include "rules/builtins.hpp"
#include "rules/types/checker.hpp"

namespace nilai::rules {

namespace {

using syntax::Function;
using text::Code;

}  // namespace

/// Whether there are periods to look back over, and a subject at hand that has them; reported where not.
bool TypeChecker::check_looks_back(ExpressionId id, const syntax::Call& call) {
  const std::string keyword = source_text(model_, call.name_span);
  if (!model_.every) {
    diagnostics_.add(Code::history_without_period, model_.at(id).span, {keyword});
    return false;
  }
  const TableIndex at_hand = model_.place(id).at_hand;
  if (at_hand == model_.subject) return true;
  diagnostics_.add(Code::measure_in_rows, model_.at(id).span,
                   {keyword, model_.tables[model_.subject].name, model_.tables[at_hand].name});
  return false;
}

Type TypeChecker::infer_streak(ExpressionId id, const syntax::Call& call) {
  if (call.arguments.size() != 1 || call.arguments.front().value.is_none()) return wrong_arguments(call);
  check_kind(call.arguments.front().value, Kind::flag);
  return check_looks_back(id, call) ? Type::count() : Type::poisoned();
}

/// `previous(x)`, `change(x)`
Type TypeChecker::infer_previous(ExpressionId id, const syntax::Call& call) {
  if (call.arguments.size() != 1 || !is_plain(call.arguments.front()) || call.arguments.front().rows) {
    return wrong_arguments(call);
  }
  const ExpressionId value = call.arguments.front().value;
  const bool is_change = call.function == Function::change;
  Type type = check_together({value});
  if (!check_looks_back(id, call) || type.is_poisoned) return Type::poisoned();
  type.is_literal = false;
  if (!is_change) return type;
  if (type.kind == Kind::date) return Type::days();
  check_kind(value, Kind::number);
  if (type.kind != Kind::number) return Type::poisoned();
  const auto low = type.at_least, high = type.at_most;
  type.at_least = low && high ? std::optional(*low - *high) : std::nullopt;
  type.at_most = low && high ? std::optional(*high - *low) : std::nullopt;
  return type;
}

/// `average(x in last 4 quarters)`, `percentile(90%, x ever)`
Type TypeChecker::infer_periods(ExpressionId id, const syntax::Call& call) {
  const syntax::Argument& argument = call.arguments.back();
  const bool is_right =
      is_statistic(call.function) && call.arguments.size() == builtin_of(call.function).arguments.count + 1 &&
      are_plain_but_weighted(call) && argument.rows && (call.arguments.size() == 1 || !call.arguments.front().rows);
  if (!is_right || argument.rows->by) return wrong_arguments(call);
  check_arguments(call);
  if (!argument.rows->where.is_none()) check_kind(argument.rows->where, Kind::flag);
  if (!argument.rows->since.is_none()) check_kind(argument.rows->since, Kind::date);
  const Type type = aggregated_type(call);
  return check_looks_back(id, call) ? type : Type::poisoned();
}

}  // namespace nilai::rules
