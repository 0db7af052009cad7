#include <algorithm>
#include <variant>

#include "rules/overloaded.hpp"
#include "rules/parts.hpp"
#include "rules/score_name.hpp"
#include "rules/types/checker.hpp"

namespace nilai::rules {

namespace {

using syntax::Operator;
using text::Code;
using text::Phrase;
using text::translated;

Type literal(const syntax::NumberLiteral& number) {
  Type type;
  const Number value = number_of(number);
  type.is_literal = true;
  type.is_whole = value.is_whole();
  type.at_least = value;
  type.at_most = value;
  return type;
}

}  // namespace

Type TypeChecker::check(ExpressionId id) {
  if (id.is_none()) return Type::poisoned();
  Type type = infer(id);
  model_.facts.type[id.index] = type;
  return type;
}

Type TypeChecker::poison(ExpressionId id) {
  model_.facts.type[id.index] = Type::poisoned();
  return Type::poisoned();
}

Type TypeChecker::check_kind(ExpressionId id, Kind kind) {
  if (id.is_none()) return Type::poisoned();
  if (is_bare_word(id)) {
    place_words({id}, nullptr);
  } else {
    check(id);
  }
  const Type type = model_.type(id);
  if (type.is_poisoned || type.kind == kind) return type;
  diagnostics_.add(Code::wrong_type, model_.at(id).span,
                   {shown(id), type_words(model_, type), type_words(model_, Type::of(kind))});
  return poison(id);
}

Type TypeChecker::infer(ExpressionId id) {
  return std::visit(Overloaded{
                        [](const syntax::NumberLiteral& n) { return literal(n); },
                        [](const syntax::DateLiteral&) { return Type::of(Kind::date); },
                        [](const syntax::SpanLiteral& n) {
                          return n.unit == syntax::TimeUnit::day ? Type::days() : Type::of(Kind::span);
                        },
                        [](const syntax::TextLiteral&) { return Type::of(Kind::text); },
                        [](const syntax::FlagLiteral&) { return Type::of(Kind::flag); },
                        [&](const syntax::NameUse&) { return infer_name(id); },
                        [&](const syntax::FieldUse&) { return infer_reference(id); },
                        [&](const syntax::ItUse&) {
                          const auto subject = subject_left_out(id);
                          if (!subject) diagnostics_.add(Code::it_outside, model_.at(id).span);
                          return subject ? subject->type : Type::poisoned();
                        },
                        [&](const syntax::PhraseUse& n) { return infer_phrase(id, n); },
                        [&](const syntax::Binary& n) { return infer_binary(n); },
                        [&](const syntax::Not& n) { return check_kind(n.operand, Kind::flag), Type::of(Kind::flag); },
                        [&](const syntax::Negate& n) {
                          Type type = check_kind(n.operand, Kind::number);
                          std::swap(type.at_least, type.at_most);
                          if (type.at_least) type.at_least = -*type.at_least;
                          if (type.at_most) type.at_most = -*type.at_most;
                          return type;
                        },
                        [&](const syntax::Power& n) {
                          Type type = check_kind(n.base, Kind::number);
                          if (n.exponent > engine::max_exponent) {
                            diagnostics_.add(Code::exponent_too_large, model_.at(id).span,
                                             {std::to_string(n.exponent), std::to_string(engine::max_exponent)});
                          }
                          Type result;
                          result.is_whole = type.is_whole;
                          result.is_poisoned = type.is_poisoned;
                          for (auto& [unit, power] : type.unit)
                            result.unit[unit] = power * static_cast<int>(n.exponent);
                          if (n.exponent == 0) result.unit.clear();
                          return result;
                        },
                        [&](const syntax::InList& n) {
                          if (n.subject.is_none()) return infer_bare(id, n.items, false);
                          std::vector<ExpressionId> all = n.items;
                          all.insert(all.begin(), n.subject);
                          check_together(all);
                          return Type::of(Kind::flag);
                        },
                        [&](const syntax::Between& n) { return infer_between(id, n); },
                        [&](const syntax::IsMissing& n) {
                          check_together({n.operand});
                          return Type::of(Kind::flag);
                        },
                        [&](const syntax::IsReason& n) { return check_reason(n), Type::of(Kind::flag); },
                        [&](const syntax::BareComparison& n) {
                          const bool needs_order = n.operation != Operator::equal && n.operation != Operator::unequal;
                          return infer_bare(id, {n.right}, needs_order);
                        },
                        [&](const syntax::Cases& n) { return infer_cases(n); },
                        [&](const syntax::Scale& n) { return infer_scale(id, n); },
                        [&](const syntax::RoundedCall& n) {
                          Type type = check_kind(n.operand, Kind::number);
                          check_rounding(n.rounding);
                          if (n.rounding.places) type.places = static_cast<int>(*n.rounding.places);
                          type.is_whole = type.is_whole || n.rounding.places == 0u;
                          type.is_literal = false;
                          return type;
                        },
                        [&](const syntax::Call& n) { return infer_call(id, n); },
                        [](const syntax::NamedCall&) { return Type::poisoned(); },
                    },
                    model_.at(id).node);
}

// --- names ----------------------------------------------------------------------------------------------------------

Type TypeChecker::infer_name(ExpressionId id) {
  if (!is_bare_word(id)) return infer_reference(id);
  place_words({id}, nullptr);  // alone, it can only be a value that one choice has
  return model_.type(id);
}

/// `type`, of what there is one of for each subject; reported within the rows of another table.
Type TypeChecker::of_subject(ExpressionId id, const Type& type, const std::string& name) {
  const TableIndex at_hand = model_.place(id).at_hand;
  if (at_hand == model_.subject) return type;
  auto& diagnostic = diagnostics_.add(Code::measure_in_rows, model_.at(id).span,
                                      {name, model_.tables[model_.subject].name, model_.tables[at_hand].name});
  diagnostic.notes.push_back({Phrase::gather_then_judge, {}});
  diagnostic.fixes.push_back({{Phrase::use_a_parameter, {}}, std::nullopt, {}});
  return Type::poisoned();
}

Type TypeChecker::infer_reference(ExpressionId id) {
  return std::visit(Overloaded{
                        [](const std::monostate&) { return Type::poisoned(); },
                        [&](const ColumnReference& r) { return infer_column(id, r); },
                        [&](const ParameterReference& r) { return model_.parameters[r.index].type; },
                        [&](const MeasureReference& r) {
                          return of_subject(id, model_.measures[r.index].type, model_.measures[r.index].name);
                        },
                        [&](const ScoreReference& r) {
                          return of_subject(id, model_.scores[r.index].type, score_name(model_, r.index));
                        },
                        [](const CriterionReference&) { return Type::poisoned(); },
                        [&](const CriteriaReference& r) { return infer_of_criteria(id, r.of); },
                        [&](const OutcomeReference&) {
                          return of_subject(id, Type::choice_of(*model_.choice_of_outcomes), shown(id));
                        },
                        [](const ChoiceValueReference& r) { return Type::choice_of(r.choice); },
                    },
                    model_.reference(id));
}

/// Whether a formula counts rows, or looks at peers or earlier periods, straight or through other formulas.
bool TypeChecker::counts_rows(ExpressionId id) const {
  if (id.is_none()) return false;
  const bool is_over_peers = call_over(*model_.book, id, syntax::Rows::Of::peers) != nullptr;
  if (model_.aggregate(id) || is_over_peers || is_look_back(*model_.book, id)) return true;
  const auto* column = std::get_if<ColumnReference>(&model_.reference(id));
  if (column != nullptr && counts_rows(model_.column(*column).formula)) return true;
  const auto parts = children(*model_.book, id);
  return std::any_of(parts.begin(), parts.end(), [&](ExpressionId part) { return counts_rows(part); });
}

Type TypeChecker::infer_column(ExpressionId id, const ColumnReference& reference) {
  const Column& column = model_.column(reference);
  // Rows are read once, children before parents: what a parent counts of them is not there yet.
  if (!reference.path.empty() && counts_rows(column.formula)) {
    auto& diagnostic = diagnostics_.add(Code::row_without_parent_formula, model_.at(id).span,
                                        {column.name, model_.tables[reference.table].name});
    diagnostic.labels.push_back({column.span, {Phrase::declared_here, {}}});
    return Type::poisoned();
  }
  return column.type;
}

Type TypeChecker::infer_phrase(ExpressionId id, const syntax::PhraseUse& phrase) {
  if (phrase.phrase == syntax::Phrase::period_start || phrase.phrase == syntax::Phrase::period_end) {
    return Type::of(Kind::date);
  }
  const OfScore score = score_spoken_of(model_, id);
  const bool is_weakest = phrase.phrase == syntax::Phrase::weakest_criterion;
  const std::vector<Definition> parts = is_weakest ? all_parts_of(model_, score) : parts_of(model_, score);
  const bool has_any = std::any_of(parts.begin(), parts.end(), [is_weakest](const Definition& part) {
    return part.kind == Definition::Kind::criterion || !is_weakest;
  });
  if (!has_any) return without_parts(id, score);
  if (is_weakest) return of_subject(id, Type::choice_of(*model_.choice_of_criteria), shown(id));
  return of_subject(id, phrase.phrase == syntax::Phrase::assessed_weight ? Type::share() : Type{}, shown(id));
}

/// There is nothing that an average, or the weight assessed, could be of.
Type TypeChecker::without_parts(ExpressionId id, OfScore score) {
  if (model_.criteria.empty() || !score) {
    diagnostics_.add(Code::not_in_a_score, model_.at(id).span, {shown(id)});
    return Type::poisoned();
  }
  const std::string name = score_name(model_, *score);
  auto& diagnostic = diagnostics_.add(Code::score_without_parts, model_.at(id).span, {name, shown(id)});
  diagnostic.labels.push_back({model_.scores[*score].span, {Phrase::declared_here, {}}});
  diagnostic.fixes.push_back({{Phrase::say_in_score, {name}}, std::nullopt, {}});
  return Type::poisoned();
}

std::optional<TypeChecker::Subject> TypeChecker::subject_left_out(ExpressionId id) const {
  const auto index = model_.place(id).criterion;
  if (!index) return outer_subject_;
  const Criterion& criterion = model_.criteria[*index];
  return Subject{criterion.measured_by, criterion.value_type};
}

void TypeChecker::check_condition_on(ExpressionId condition, ExpressionId subject, const Type& type) {
  outer_subject_ = Subject{subject, type};
  check_kind(condition, Kind::flag);
  outer_subject_.reset();
}

void TypeChecker::check_fits(ExpressionId id, const Type& type, const Type& expected) {
  const bool is_same = type.kind == expected.kind && (type.kind != Kind::choice || type.choice == expected.choice);
  if (is_same) return;
  diagnostics_.add(Code::wrong_type, model_.at(id).span,
                   {shown(id), type_words(model_, type), type_words(model_, expected)});
}

// --- conditions -----------------------------------------------------------------------------------------------------

void TypeChecker::check_order(ExpressionId id, const Type& type) {
  if (type.is_poisoned) return;
  const Span span = model_.at(id).span;
  switch (type.kind) {
    case Kind::number:
    case Kind::date:
      return;
    case Kind::choice: {
      const Choice& choice = model_.choices[type.choice];
      if (choice.is_ordered) return;
      auto& diagnostic = diagnostics_.add(Code::no_order, span, {choice.name});
      diagnostic.labels.push_back({choice.span, {Phrase::declared_here, {}}});
      diagnostic.fixes.push_back({{Phrase::order_with_less_than, {}}, std::nullopt, {}});
      return;
    }
    case Kind::flag:
    case Kind::span:
    case Kind::text:
      break;
  }
  auto& diagnostic = diagnostics_.add(Code::wrong_type, span,
                                      {shown(id), type_words(model_, type), translated(Phrase::something_ordered)});
  if (type.kind == Kind::span) diagnostic.notes.push_back({Phrase::spans_do_not_compare, {}});
  if (type.kind == Kind::text) diagnostic.notes.push_back({Phrase::texts_compare_equal, {}});
}

/// Whether values of both may be compared, added or stand for each other; reports where not.
bool TypeChecker::meet(ExpressionId left, const Type& a, ExpressionId right, const Type& b) {
  const bool is_same = a.kind == b.kind && (a.kind != Kind::choice || a.choice == b.choice);
  if (!is_same) {
    diagnostics_
        .add(Code::types_differ, model_.at(right).span,
             {shown(left), type_words(model_, a), shown(right), type_words(model_, b)})
        .labels.push_back({model_.at(left).span, {Phrase::a_count_of, {type_words(model_, a)}}});
    poison(right);
    return false;
  }
  if (a.kind != Kind::number || a.is_literal || b.is_literal || a.unit == b.unit) return true;
  const auto unit = [](const Type& type) {
    return type.unit.empty() ? translated(Phrase::plain_unit) : unit_text(type.unit);
  };
  auto& diagnostic =
      diagnostics_.add(Code::units_differ, model_.at(right).span, {shown(left), unit(a), shown(right), unit(b)});
  diagnostic.notes.push_back({Phrase::compare_literal_units, {}});
  return false;
}

Type TypeChecker::infer_bare(ExpressionId id, const std::vector<ExpressionId>& operands, bool needs_order) {
  const auto subject = subject_left_out(id);
  if (!subject) {
    auto& diagnostic = diagnostics_.add(Code::subject_left_out, model_.at(id).span);
    diagnostic.fixes.push_back({{Phrase::write_the_subject, {}}, std::nullopt, {}});
    return Type::poisoned();
  }
  for (const ExpressionId operand : operands) {
    const Type type = check_expected(operand, subject->type);
    if (type.is_poisoned || subject->type.is_poisoned) continue;
    if (meet(subject->value, subject->type, operand, type) && needs_order) check_order(operand, type);
  }
  return Type::of(Kind::flag);
}

Type TypeChecker::infer_between(ExpressionId id, const syntax::Between& between) {
  if (between.subject.is_none()) return infer_bare(id, {between.low, between.high}, true);
  const Type type = check_together({between.subject, between.low, between.high});
  check_order(between.subject, type);
  return Type::of(Kind::flag);
}

Type TypeChecker::infer_comparison(const syntax::Binary& binary) {
  const Type type = check_together({binary.left, binary.right});
  const bool needs_order = binary.operation != Operator::equal && binary.operation != Operator::unequal;
  if (needs_order || type.kind == Kind::span) check_order(binary.left, type);
  return Type::of(Kind::flag);
}

// --- choosing -------------------------------------------------------------------------------------------------------

Type TypeChecker::infer_cases(const syntax::Cases& cases) {
  std::vector<ExpressionId> values;
  for (const syntax::Case& c : cases.cases) {
    if (!c.condition.is_none()) check_kind(c.condition, Kind::flag);
    values.push_back(c.value);
  }
  return check_together(values);
}

Type TypeChecker::infer_scale(ExpressionId id, const syntax::Scale& scale) {
  auto subject = subject_left_out(id);
  if (!scale.subject.is_none()) subject = Subject{scale.subject, check_kind(scale.subject, Kind::number)};
  if (!subject) diagnostics_.add(Code::subject_left_out, model_.at(id).span);
  Type points;
  points.is_literal = true;
  for (std::size_t i = 0; i < scale.points.size(); ++i) {
    const Type p = check_kind(scale.points[i].points, Kind::number);
    points = i == 0 ? p : widened(points, p);
    const Type at = check_kind(scale.points[i].at, Kind::number);
    if (!subject || subject->type.is_poisoned || at.is_poisoned) continue;
    meet(subject->value, subject->type, scale.points[i].at, at);
  }
  points.is_whole = false;
  points.places.reset();
  return points;
}

}  // namespace nilai::rules
