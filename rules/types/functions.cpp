#include <algorithm>

#include "engine/reals/grain.hpp"
#include "rules/types/checker.hpp"

namespace nilai::rules {

namespace {

using syntax::Function;
using text::Code;
using text::Phrase;
using text::translated;

constexpr int most_months = 12;
constexpr int last_year = 9999;

/// What a number written out in a function's parentheses can be.
struct Limits {
  Number least, most;
  bool is_whole = true;
};

Limits limits_of(Function function, ArgumentKind kind) {
  if (kind == ArgumentKind::degree) return {2, std::int64_t{engine::max_exponent}};
  if (kind == ArgumentKind::places) return {0, std::int64_t{engine::max_places}};
  if (function == Function::percentile) return {0, 1, false};
  return {Number::ratio(1, 100), Number::ratio(999'999, 1'000'000), false};
}

bool is_within(const Number& number, const Limits& limits) {
  if (limits.is_whole && !number.is_whole()) return false;
  return number >= limits.least && number <= limits.most;
}

/// `a whole number within 2 … 64`
std::string limit_words(const Limits& limits) {
  if (limits.is_whole) {
    return translated(Phrase::whole_within, limits.least.to_text() + " … " + limits.most.to_text());
  }
  const std::string range = (limits.least * 100).to_text() + "% … " + (limits.most * 100).to_text() + "%";
  return translated(Phrase::within, range);
}

Type whole_between(const Number& least, const Number& most) {
  Type type;
  type.is_whole = true;
  type.at_least = least;
  type.at_most = most;
  return type;
}

/// The unit of something to a power: of a square, that of its root. A power that is not whole leaves a plain number.
Unit unit_to(const Unit& unit, const Number& exponent) {
  Unit result;
  for (const auto& [name, power] : unit) {
    const auto raised = (exponent * power).to_int64();
    constexpr std::int64_t most = 1000;
    if (!raised || *raised < -most || *raised > most) return {};
    if (*raised != 0) result[name] = static_cast<int>(*raised);
  }
  return result;
}

}  // namespace

/// Whether `id` is a number that is known before any record is read, and one that `function` can do with.
bool TypeChecker::check_written_out(ExpressionId id, Function function, ArgumentKind kind) {
  std::vector<ExpressionId> values = {id};
  const auto* parameter = std::get_if<ParameterReference>(&model_.reference(id));
  if (parameter != nullptr && kind == ArgumentKind::level) {
    values.clear();
    for (const DatedValue& dated : model_.parameters[parameter->index].values) values.push_back(dated.value);
  }
  const Limits limits = limits_of(function, kind);
  for (const ExpressionId value : values) {
    const auto known = constant_value(model_, value);
    if (!known || known->kind != Kind::number) {
      auto& diagnostic = diagnostics_.add(Code::not_written_out, model_.at(id).span, {shown(id)});
      const bool is_level = kind == ArgumentKind::level;
      diagnostic.fixes.push_back(
          {{is_level ? Phrase::write_a_part : Phrase::write_a_whole_number, {}}, std::nullopt, {}});
      return false;
    }
    if (is_within(known->number(), limits)) continue;
    diagnostics_.add(Code::argument_out_of_range, model_.at(value).span, {shown(value), limit_words(limits)});
    return false;
  }
  return true;
}

void TypeChecker::check_rounding(const syntax::Rounding& rounding) {
  const auto report = [&](const std::string& found, const std::string& wanted) {
    diagnostics_.add(Code::argument_out_of_range, rounding.span, {found, wanted});
  };
  if (rounding.places) {
    const std::string places = std::to_string(*rounding.places);
    if (*rounding.places > engine::max_places) report(places, limit_words({0, std::int64_t{engine::max_places}}));
  } else if (number_of(rounding.nearest).is_zero()) {
    report(rounding.nearest.digits, translated(Phrase::above_zero));
  }
}

bool TypeChecker::check_arguments(const syntax::Call& call) {
  bool is_right = true;
  std::size_t place = 0;
  for (const ArgumentKind kind : builtin_of(call.function).arguments) {
    const ExpressionId value = call.arguments[place++].value;
    const Type type = check_kind(value, kind == ArgumentKind::date ? Kind::date : Kind::number);
    is_right = is_right && !type.is_poisoned;
    if (type.is_poisoned || kind == ArgumentKind::number || kind == ArgumentKind::date) continue;
    is_right = check_written_out(value, call.function, kind) && is_right;
  }
  return is_right;
}

/// `abs(x)`, `root(x, 2, 6)`: a function of values of the row at hand.
Type TypeChecker::infer_function(const syntax::Call& call) {
  const Builtin& builtin = builtin_of(call.function);
  const bool is_plain = std::all_of(call.arguments.begin(), call.arguments.end(), [](const auto& a) {
    return !a.value.is_none() && a.weighted_by.is_none() && !a.is_distinct && !a.skips_missing;
  });
  if (call.arguments.size() != builtin.arguments.count || !is_plain) return wrong_arguments(call);
  if (!check_arguments(call)) return Type::poisoned();
  return function_type(call);
}

/// Requires: the arguments are right.
Type TypeChecker::function_type(const syntax::Call& call) {
  const auto& arguments = call.arguments;
  const auto type_at = [&](std::size_t place) { return model_.type(arguments[place].value); };
  Type type = type_at(0);
  type.is_literal = false;
  switch (call.function) {
    case Function::abs:
      type.at_least = 0;
      type.at_most.reset();
      return type;
    case Function::limited:
      return limited_type(call);
    case Function::whole_part:
      type.is_whole = true;
      return type;
    case Function::days_between:
    case Function::working_days_between:
      return Type::days();
    case Function::year:
      return whole_between(1, last_year);
    case Function::month:
      return whole_between(1, most_months);
    case Function::lower_bound:
    case Function::upper_bound:
      return bound_type(call);
    case Function::root:
      return power_type(call, Number(1) / constant_value(model_, arguments[1].value)->number());
    case Function::power: {
      const auto exponent = constant_value(model_, arguments[1].value);
      return power_type(call, exponent ? std::optional(exponent->number()) : std::nullopt);
    }
    case Function::ln:
      type = Type{};
      type.places = stated_places(model_, call);
      type.is_whole = type.places == 0;
      return type;
    case Function::count:
    case Function::sum:
    case Function::any:
    case Function::all:
    case Function::none:
    case Function::share:
    case Function::average:
    case Function::min:
    case Function::max:
    case Function::median:
    case Function::percentile:
    case Function::variance:
    case Function::standard_deviation:
    case Function::latest:
    case Function::first:
    case Function::only:
    case Function::median_gap:
    case Function::average_gap:
    case Function::longest_gap:
    case Function::longest_gap_with_ends:
    case Function::streak:
    case Function::previous:
    case Function::change:
    case Function::rank:
    case Function::percentile_rank:
    case Function::points:
    case Function::value:
    case Function::weight:
    case Function::assessed_weight:
      break;
  }
  return wrong_arguments(call);
}

/// The type of the first `count` arguments, numbers all, that stand for each other. Reports where they do not.
Type TypeChecker::met_type(const syntax::Call& call, std::size_t count) {
  const ExpressionId first = call.arguments.front().value;
  Type common = model_.type(first);
  for (std::size_t i = 1; i < count; ++i) {
    const ExpressionId other = call.arguments[i].value;
    if (meet(first, common, other, model_.type(other))) common = widened(common, model_.type(other));
  }
  return common;
}

Type TypeChecker::limited_type(const syntax::Call& call) {
  Type type = met_type(call, call.arguments.size());
  type.is_literal = false;
  type.at_least = model_.type(call.arguments[1].value).at_least;
  type.at_most = model_.type(call.arguments[2].value).at_most;
  return type;
}

/// The two counts are of one thing; the bound is a part of 1.
Type TypeChecker::bound_type(const syntax::Call& call) {
  met_type(call, 2);
  Type type = Type::share();
  type.places = static_cast<int>(engine::irrational_places);
  return type;
}

/// `exponent` is empty where it is not known before the records are read: then the result has no unit.
Type TypeChecker::power_type(const syntax::Call& call, const std::optional<Number>& exponent) {
  const Type& of = model_.type(call.arguments[0].value);
  Type type;
  if (exponent) type.unit = unit_to(of.unit, *exponent);
  type.places = stated_places(model_, call);
  type.is_whole = type.places == 0;
  if (of.at_least && of.at_least->sign() >= 0) type.at_least = 0;
  return type;
}

}  // namespace nilai::rules
