#include "rules/checks/missing_values.hpp"

#include <algorithm>

#include "grammar/print/expression.hpp"
#include "rules/builtins.hpp"
#include "rules/overloaded.hpp"

namespace nilai::rules {

namespace {

using syntax::Function;
using syntax::Operator;

/// Finds where values may be missing, by the rules of the language reference alone; nothing else is inferred.
class MissingValues {
 public:
  explicit MissingValues(const Model& model) : model_(model) {}

  bool may_be(ExpressionId id, const Facts& facts) const {
    if (id.is_none()) return false;
    if (facts.present.count(canonical(model_, id)) != 0 || facts.present.count(plain(model_, id)) != 0) return false;
    return std::visit(Overloaded{
                          [](const auto&) { return false; },
                          [&](const syntax::NameUse&) { return may_be_named(id, facts); },
                          [&](const syntax::FieldUse&) { return may_be_named(id, facts); },
                          [&](const syntax::PhraseUse& n) { return may_be_phrase(id, n, facts); },
                          [&](const syntax::Binary& n) { return may_be_binary(n, facts); },
                          [&](const syntax::Not& n) { return may_be(n.operand, facts); },
                          [&](const syntax::Negate& n) { return may_be(n.operand, facts); },
                          [&](const syntax::Power& n) { return may_be(n.base, facts); },
                          [&](const syntax::InList& n) { return may_be(n.subject, facts) || any_of(n.items, facts); },
                          [&](const syntax::Between& n) {
                            return may_be(n.subject, facts) || may_be(n.low, facts) || may_be(n.high, facts);
                          },
                          [&](const syntax::BareComparison& n) { return may_be(n.right, facts); },
                          [&](const syntax::Cases& n) { return may_be_cases(n, facts); },
                          [&](const syntax::Scale& n) {
                            return may_be(n.subject, facts) ||
                                   std::any_of(n.points.begin(), n.points.end(), [&](const auto& p) {
                                     return may_be(p.points, facts) || may_be(p.at, facts);
                                   });
                          },
                          [&](const syntax::RoundedCall& n) { return may_be(n.operand, facts); },
                          [&](const syntax::Call& n) { return may_be_call(id, n, facts); },
                      },
                      model_.at(id).node);
  }

  /// Whether some of the parts are assessed whatever the data are.
  bool always_assessed(const std::vector<Definition>& parts) const {
    return std::any_of(parts.begin(), parts.end(), [&](const Definition& part) { return is_always_assessed(part); });
  }

 private:
  bool is_always_assessed(const Definition& part) const {
    if (part.kind == Definition::Kind::score) return !may_be_score(part.index, {});
    const Criterion& criterion = model_.criteria[part.index];
    if (criterion.if_missing && criterion.if_missing->points) return true;
    return criterion.assessed_when.is_none() && !may_be(criterion.measured_by, {}) && !may_be(criterion.points, {});
  }

  bool may_be_score(std::uint32_t index, const Facts& facts) const {
    const Score& score = model_.scores[index];
    return !score.assessed_when.is_none() || may_be(score.body, facts);
  }

  bool any_of(const std::vector<ExpressionId>& ids, const Facts& facts) const {
    return std::any_of(ids.begin(), ids.end(), [&](ExpressionId id) { return may_be(id, facts); });
  }

  bool may_be_named(ExpressionId id, const Facts& facts) const {
    const Reference& reference = model_.reference(id);
    if (const auto* column = std::get_if<ColumnReference>(&reference)) {
      const Column& used = model_.column(*column);
      return used.formula.is_none() ? used.may_be_empty() : may_be(used.formula, {});
    }
    if (const auto* measure = std::get_if<MeasureReference>(&reference)) {
      const Measure& used = model_.measures[measure->index];
      return !used.assessed_when.is_none() || may_be(used.body, facts);
    }
    if (const auto* score = std::get_if<ScoreReference>(&reference)) {
      return may_be_score(score->index, facts);
    }
    if (const auto* row = std::get_if<CriteriaReference>(&reference)) {
      const std::vector<std::uint32_t> criteria = criteria_at(model_, id);
      return row->of == CriterionNumber::value && std::any_of(criteria.begin(), criteria.end(), [&](std::uint32_t i) {
               return model_.criteria[i].if_missing && model_.criteria[i].if_missing->points && may_be_value(i);
             });
    }
    return false;
  }

  /// Whether what a criterion measured may not be there, or not count.
  bool may_be_value(std::uint32_t criterion) const {
    const Criterion& of = model_.criteria[criterion];
    return !of.assessed_when.is_none() || may_be(of.measured_by, {});
  }

  bool may_be_of_criterion(const syntax::Call& call, std::uint32_t criterion) const {
    if (call.function == Function::value) return may_be_value(criterion);
    const Definition part{Definition::Kind::criterion, criterion, 0};
    if (!is_always_assessed(part)) return true;
    if (call.function == Function::points) return false;
    const std::vector<Definition> weigh = parts_that_weigh(model_.criteria[criterion].in);
    return std::find(weigh.begin(), weigh.end(), part) == weigh.end();
  }

  /// A statistic of those that were assessed: there may be none of them.
  bool may_be_of_criteria(ExpressionId id, const syntax::Call& call, const syntax::Rows& rows,
                          const Facts& facts) const {
    if (!may_be_of_nothing(call)) return false;
    if (is_spread(call) || !weights_count(call) || !rows.where.is_none() || skips_some(call, rows)) return true;
    const OfScore score = score_spoken_of(model_, id);
    std::vector<Definition> criteria;
    for (const std::uint32_t i : criteria_at(model_, id)) criteria.push_back({Definition::Kind::criterion, i, 0});
    const bool is_known = facts.positive.count(assessed_weight_text(model_, score)) != 0;
    return !(is_known && criteria == parts_of(model_, score)) && !always_assessed(criteria);
  }

  bool may_be_phrase(ExpressionId id, const syntax::PhraseUse& phrase, const Facts& facts) const {
    const OfScore score = score_spoken_of(model_, id);
    switch (phrase.phrase) {
      case syntax::Phrase::weighted_average_of_criteria:
        return facts.positive.count(assessed_weight_text(model_, score)) == 0 &&
               !always_assessed(parts_that_weigh(score));
      case syntax::Phrase::sum_of_points:
        return facts.positive.count(assessed_weight_text(model_, score)) == 0 &&
               !always_assessed(parts_of(model_, score));
      case syntax::Phrase::weakest_criterion:
        return may_be_weakest(score, facts);
      case syntax::Phrase::period_start:
      case syntax::Phrase::period_end:
      case syntax::Phrase::assessed_weight:
        return false;
    }
    return true;
  }

  /// The parts whose weight is above zero whatever the data are.
  std::vector<Definition> parts_that_weigh(OfScore score) const {
    std::vector<Definition> parts = parts_of(model_, score);
    std::erase_if(parts, [&](const Definition& part) {
      const ExpressionId weight = weight_of(model_, part);
      const auto value = weight.is_none() ? std::nullopt : constant_value(model_, weight);
      if (weight.is_none() || value) return false;
      const auto& at_least = model_.type(weight).at_least;
      return !at_least || at_least->sign() <= 0;
    });
    return parts;
  }

  /// A part that is a score may be there without any of its criteria: it need not read them.
  bool may_be_weakest(OfScore score, const Facts& facts) const {
    std::vector<Definition> criteria = parts_of(model_, score);
    const bool is_known = facts.positive.count(assessed_weight_text(model_, score)) != 0;
    std::erase_if(criteria, [](const Definition& part) { return part.kind != Definition::Kind::criterion; });
    if (is_known && criteria.size() == parts_of(model_, score).size()) return false;
    return !always_assessed(criteria);
  }

  bool may_be_binary(const syntax::Binary& binary, const Facts& facts) const {
    if (binary.operation == Operator::if_missing) return may_be(binary.right, facts);
    if (may_be(binary.left, facts)) return true;
    if (binary.operation == Operator::either || binary.operation == Operator::both) {
      Facts inside = facts;
      learn(model_, binary.left, binary.operation == Operator::both, inside);
      return may_be(binary.right, inside);
    }
    if (may_be(binary.right, facts)) return true;
    return binary.operation == Operator::divide && !is_nonzero(binary.right, facts);
  }

  bool is_nonzero(ExpressionId id, const Facts& facts) const {
    const auto value = constant_value(model_, id);
    if (value && value->kind == Kind::number) return !value->number().is_zero();
    const Type& type = model_.type(id);
    if ((type.at_least && type.at_least->sign() > 0) || (type.at_most && type.at_most->sign() < 0)) return true;
    return facts.nonzero.count(canonical(model_, id)) != 0;
  }

  bool may_be_cases(const syntax::Cases& cases, const Facts& facts) const {
    if (cases.may_end_missing) return true;
    Facts known = facts;
    for (const syntax::Case& c : cases.cases) {
      if (may_be(c.condition, known)) return true;
      Facts inside = known;
      learn(model_, c.condition, true, inside);
      if (may_be(c.value, inside)) return true;
      learn(model_, c.condition, false, known);
    }
    return false;
  }

  /// Whether the function gives nothing where it is given nothing.
  static bool may_be_of_nothing(const syntax::Call& call) {
    switch (builtin_of(call.function).result) {
      case BuiltinResult::count:
      case BuiltinResult::flag:
      case BuiltinResult::total:
        return false;
      case BuiltinResult::days:
      case BuiltinResult::share:
      case BuiltinResult::mean:
      case BuiltinResult::spread:
      case BuiltinResult::least:
      case BuiltinResult::same:
      case BuiltinResult::number:
        break;
    }
    return true;
  }

  /// How far values lie apart takes two of them.
  static bool is_spread(const syntax::Call& call) { return builtin_of(call.function).result == BuiltinResult::spread; }

  [[nodiscard]] bool skips_some(const syntax::Call& call, const syntax::Rows& rows) const {
    return rows.skips_missing &&
           std::any_of(call.arguments.begin(), call.arguments.end(), [this](const auto& argument) {
             return may_be(argument.value, {}) || may_be(argument.weighted_by, {});
           });
  }

  /// Of peers the subject is one itself, so a group is not empty unless something leaves it out.
  bool may_be_among_peers(const syntax::Call& call, const syntax::Rows& rows) const {
    if (call.function == Function::percentile_rank || rows.smallest_group > 1 || !weights_count(call)) return true;
    if (call.function != Function::rank && !may_be_of_nothing(call)) return false;
    return is_spread(call) || !rows.where.is_none() || skips_some(call, rows);
  }

  /// The present period is one of those taken, unless the window leaves it out.
  bool may_be_of_periods(const syntax::Call& call, const syntax::Rows& rows) const {
    if (!may_be_of_nothing(call)) return false;
    if (!weights_count(call)) return true;
    const bool has_present = rows.window != syntax::Rows::Window::previous;
    return is_spread(call) || !has_present || !rows.where.is_none() || skips_some(call, rows);
  }

  bool may_be_call(ExpressionId id, const syntax::Call& call, const Facts& facts) const {
    const syntax::Rows* rows = rows_of(call);
    if (rows != nullptr && rows->of == syntax::Rows::Of::peers) return may_be_among_peers(call, *rows);
    if (rows != nullptr && rows->of == syntax::Rows::Of::periods) return may_be_of_periods(call, *rows);
    if (rows != nullptr && rows->of == syntax::Rows::Of::criteria) return may_be_of_criteria(id, call, *rows, facts);
    if (const auto criterion = named_criterion(model_, call)) return may_be_of_criterion(call, *criterion);
    if (call.function == Function::previous || call.function == Function::change) return true;  // in the first period
    if (model_.aggregate(id)) return may_be_aggregate(call, facts);
    if (call.function == Function::assessed_weight) return false;
    if (call.function == Function::streak || call.function == Function::count) return false;
    std::vector<ExpressionId> values;
    bool skips = false;
    for (const syntax::Argument& argument : call.arguments) {
      values.push_back(argument.value);
      if (!argument.weighted_by.is_none()) values.push_back(argument.weighted_by);
      skips = skips || argument.skips_missing;
    }
    if (!weights_count(call)) return true;
    if (!skips) return any_of(values, facts) || !is_in_domain(call, facts);
    return std::all_of(values.begin(), values.end(), [&](ExpressionId value) { return may_be(value, facts); });
  }

  bool may_be_aggregate(const syntax::Call& call, const Facts& facts) const {
    if (!weights_count(call)) return true;
    switch (builtin_of(call.function).result) {
      case BuiltinResult::count:
      case BuiltinResult::flag:
      case BuiltinResult::total:
        return false;
      case BuiltinResult::days:
        return call.function != Function::longest_gap_with_ends;
      case BuiltinResult::same:
        return true;
      case BuiltinResult::share:
      case BuiltinResult::mean:
      case BuiltinResult::least:
        return !has_rows(call.arguments.back(), facts.positive);
      case BuiltinResult::spread:
        return !has_rows(call.arguments.back(), facts.several);
      case BuiltinResult::number:
        break;
    }
    return true;
  }

  /// Whether there are rows with a value, and as many as the counts in `known` have.
  bool has_rows(const syntax::Argument& argument, const std::set<std::string>& known) const {
    const bool skips = argument.skips_missing || argument.rows->skips_missing;
    if (skips && (may_be(argument.value, {}) || may_be(argument.weighted_by, {}))) return false;
    return known.count(count_of(*argument.rows)) != 0;
  }

  /// Whether weights, where there are any, add up to something above zero.
  bool weights_count(const syntax::Call& call) const {
    return std::all_of(call.arguments.begin(), call.arguments.end(), [&](const syntax::Argument& argument) {
      return argument.weighted_by.is_none() || is_positive(argument.weighted_by, {});
    });
  }

  // --- functions that are not worked out for every number ---------------------------------------------------------

  bool is_positive(ExpressionId id, const Facts& facts) const {
    const Type& type = model_.type(id);
    return (type.at_least && type.at_least->sign() > 0) || facts.positive.count(canonical(model_, id)) != 0;
  }

  bool is_never_negative(ExpressionId id, const Facts& facts) const {
    const Type& type = model_.type(id);
    return (type.at_least && type.at_least->sign() >= 0) || is_positive(id, facts);
  }

  bool is_within(ExpressionId id, const Number& bound) const {
    const Type& type = model_.type(id);
    return type.at_least && type.at_most && *type.at_least >= -bound && *type.at_most <= bound;
  }

  bool is_in_domain(const syntax::Call& call, const Facts& facts) const {
    const ExpressionId first = call.arguments.front().value;
    if (call.function == Function::ln) return is_positive(first, facts);
    if (call.function == Function::root) {
      const auto degree = constant_value(model_, call.arguments[1].value)->number().to_int64();
      return *degree % 2 != 0 || is_never_negative(first, facts);
    }
    if (call.function == Function::power) return is_power_defined(first, call.arguments[1].value, facts);
    // That what was counted is no more than there are cannot be read off the types.
    return call.function != Function::lower_bound && call.function != Function::upper_bound;
  }

  bool is_power_defined(ExpressionId base, ExpressionId exponent, const Facts& facts) const {
    if (!is_within(exponent, std::int64_t{engine::max_exponent})) return false;
    if (is_positive(base, facts)) return true;
    return is_never_negative(exponent, facts) && (is_never_negative(base, facts) || model_.type(exponent).is_whole);
  }

  /// `count(household where productive)`: what proves that there are such rows.
  std::string count_of(const syntax::Rows& rows) const {
    syntax::Rows counted = rows;
    counted.by.reset();
    counted.skips_missing = false;
    return "count(" + grammar::printed(*model_.book, counted, grammar::KeywordLanguage::english) + ")";
  }

  const Model& model_;
};

}  // namespace

bool may_be_missing(const Model& model, ExpressionId id, const Facts& facts) {
  return MissingValues(model).may_be(id, facts);
}

}  // namespace nilai::rules
