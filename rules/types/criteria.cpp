#include "rules/builtins.hpp"
#include "rules/types/checker.hpp"

namespace nilai::rules {

/// `assessed weight(NAME)`
Type TypeChecker::infer_assessed_weight(ExpressionId id, const syntax::Call& call) {
  const OfScore score = named_score(model_, call);
  if (!score || !is_plain(call.arguments.front())) return wrong_arguments(call);
  if (parts_of(model_, score).empty()) return without_parts(id, score);
  return of_subject(id, Type::share(), shown(id));
}

/// `points(NAME)`, `value(NAME)`, `weight(NAME)`
Type TypeChecker::infer_of_criterion(ExpressionId id, const syntax::Call& call) {
  const auto criterion = named_criterion(model_, call);
  if (!criterion || !is_plain(call.arguments.front())) return wrong_arguments(call);
  Type type;
  if (call.function == syntax::Function::weight) type = Type::share();
  if (call.function == syntax::Function::value) type = model_.criteria[*criterion].value_type;
  return of_subject(id, type, shown(id));
}

/// `points`, `value`, `weight` of the criterion at hand. A value is one only where all criteria measure the same kind.
Type TypeChecker::infer_of_criteria(ExpressionId id, CriterionNumber number) {
  if (number == CriterionNumber::points) return Type{};
  if (number == CriterionNumber::weight) return Type::share();
  std::optional<Type> type;
  ExpressionId first;
  for (const std::uint32_t index : criteria_at(model_, id)) {
    const Criterion& criterion = model_.criteria[index];
    if (criterion.value_type.is_poisoned) return Type::poisoned();
    if (type && !meet(first, *type, criterion.measured_by, criterion.value_type)) return Type::poisoned();
    type = type ? widened(*type, criterion.value_type) : criterion.value_type;
    if (first.is_none()) first = criterion.measured_by;
  }
  return type.value_or(Type::poisoned());
}

/// `count(criteria where points = 3)`, `average(points weighted by value of criteria)`, `percentile(50%, points of
/// criteria)`
Type TypeChecker::infer_criteria(ExpressionId id, const syntax::Call& call) {
  const syntax::Rows& rows = *rows_of(call);
  const Builtin& builtin = builtin_of(call.function);
  const bool is_right = builtin.over_rows && !builtin.needs_dates && takes_arguments(call) &&
                        call.arguments.back().rows && !rows.by && rows.window == syntax::Rows::Window::period;
  if (!is_right) return wrong_arguments(call);
  check_arguments(call);
  if (criteria_at(model_, id).empty()) return without_parts(id, score_spoken_of(model_, id));
  if (!rows.where.is_none()) check_kind(rows.where, Kind::flag);
  return of_subject(id, aggregated_type(call), source_text(model_, call.name_span));
}

}  // namespace nilai::rules
