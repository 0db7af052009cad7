#include "rules/lower/program_builder.hpp"
#include "rules/overloaded.hpp"

#include <utility>
#include <variant>

namespace nilai::rules {

namespace {

using engine::Operation;
using engine::Slot;
using engine::Value;
using syntax::Operator;

/// The operation of an operator, dates aside.
Operation operation_of(Operator operation) {
  switch (operation) {
    case Operator::either:
      return Operation::either;
    case Operator::both:
      return Operation::both;
    case Operator::equal:
      return Operation::equal;
    case Operator::unequal:
      return Operation::unequal;
    case Operator::less:
      return Operation::less;
    case Operator::at_most:
      return Operation::at_most;
    case Operator::greater:
      return Operation::greater;
    case Operator::at_least:
      return Operation::at_least;
    case Operator::if_missing:
      return Operation::if_missing;
    case Operator::add:
      return Operation::add;
    case Operator::subtract:
      return Operation::subtract;
    case Operator::multiply:
      return Operation::multiply;
    case Operator::divide:
      return Operation::divide;
  }
  return Operation::equal;
}

}  // namespace

Slot ProgramBuilder::emit(Operation operation, Kind kind, std::vector<Slot> operands, engine::Payload payload) {
  program_.instructions.push_back({operation, kind, std::move(operands), std::move(payload), source_});
  return static_cast<Slot>(program_.instructions.size() - 1);
}

Slot ProgramBuilder::constant(Value value) {
  const Kind kind = value.kind;
  return emit(Operation::constant, kind, {}, std::move(value));
}

Slot ProgramBuilder::lower(ExpressionId id) {
  // A parent's formula is written once for each way to it, so it is not remembered under its own id.
  // Nor is what stands within rows of criteria: it is written once for each.
  const bool is_own = prefix_.empty() && !criterion_;
  if (const auto found = written_.find(id); is_own && found != written_.end()) return found->second;
  const engine::SourceId outer = std::exchange(source_, id.index);
  const Slot slot = write(id);
  source_ = outer;
  if (is_own) written_[id] = slot;
  return slot;
}

Slot ProgramBuilder::write(ExpressionId id) {
  if (auto value = constant_value(in_->model, id)) return constant(std::move(*value));
  return std::visit(
      Overloaded{
          [&](const syntax::NumberLiteral& n) { return constant(Value::of(number_of(n))); },
          [&](const syntax::DateLiteral&) { return constant(Value::missing(Kind::date)); },
          [&](const syntax::SpanLiteral&) { return constant(Value::missing(Kind::span)); },
          [&](const syntax::TextLiteral& n) { return constant(Value::of(n.text)); },
          [&](const syntax::FlagLiteral& n) { return constant(Value::flag(n.is_yes)); },
          [&](const syntax::NameUse&) { return write_name(id); },
          [&](const syntax::FieldUse&) { return write_name(id); },
          [&](const syntax::ItUse&) { return *subject_; },
          [&](const syntax::PhraseUse& n) { return write_phrase(id, n); },
          [&](const syntax::Binary& n) { return write_binary(n); },
          [&](const syntax::Not& n) { return emit(Operation::invert, Kind::flag, {lower(n.operand)}); },
          [&](const syntax::Negate& n) {
            return emit(Operation::negate, in_->model.type(n.operand).kind, {lower(n.operand)});
          },
          [&](const syntax::Power& n) { return emit(Operation::power, Kind::number, {lower(n.base)}, n.exponent); },
          [&](const syntax::InList& n) {
            return write_membership(n.subject.is_none() ? *subject_ : lower(n.subject), n.items, n.is_negated);
          },
          [&](const syntax::Between& n) {
            return write_between(n.subject.is_none() ? *subject_ : lower(n.subject), n);
          },
          [&](const syntax::IsMissing& n) {
            const Slot missing = emit(Operation::is_missing, Kind::flag, {lower(n.operand)});
            return n.is_negated ? emit(Operation::invert, Kind::flag, {missing}) : missing;
          },
          [&](const syntax::IsReason& n) { return write_is_reason(n); },
          [&](const syntax::NamedCall&) { return constant(Value::missing(Kind::number)); },  // refused by the checks
          [&](const syntax::BareComparison& n) {
            return emit(operation_of(n.operation), Kind::flag, {*subject_, lower(n.right)});
          },
          [&](const syntax::Cases& n) { return write_cases(id, n); },
          [&](const syntax::Scale& n) { return write_scale(n); },
          [&](const syntax::RoundedCall& n) { return rounded(n.operand, n.rounding); },
          [&](const syntax::Call& n) { return write_call(id, n); },
      },
      in_->model.at(id).node);
}

// --- names ----------------------------------------------------------------------------------------------------------

Slot ProgramBuilder::write_name(ExpressionId id) {
  const auto defined = [&](Definition::Kind kind, std::uint32_t index) { return definitions_.at({kind, index, 0}); };
  return std::visit(
      Overloaded{
          [&](const ColumnReference& r) { return write_column(r); },
          [&](const ParameterReference& r) { return write_parameter(in_->model.parameters[r.index]); },
          [&](const MeasureReference& r) { return defined(Definition::Kind::measure, r.index); },
          [&](const ScoreReference& r) { return defined(Definition::Kind::score, r.index); },
          [&](const CriteriaReference& r) { return write_of_criterion(*criterion_, r.of); },
          [&](const OutcomeReference&) { return defined(Definition::Kind::decide, 0); },
          [&](const ChoiceValueReference& r) { return constant(Value::choice(r.value)); },
          [&](const CriterionReference&) { return constant(Value::missing(Kind::number)); },  // refused by the checker
          [&](const std::monostate&) { return constant(Value::missing(Kind::number)); },      // likewise
      },
      in_->model.reference(id));
}

/// The links of the plan that lead to the row that has the column.
std::vector<LinkIndex> ProgramBuilder::way_to(const ColumnReference& reference) const {
  std::vector<LinkIndex> path = prefix_;
  TableIndex at = reference.at_hand;
  for (const LinkIndex link : reference.path) {
    path.push_back(in_->layout.link(at, link));
    at = in_->model.tables[at].links[link].parent;
  }
  return path;
}

Slot ProgramBuilder::write_column(const ColumnReference& reference) {
  std::vector<LinkIndex> path = way_to(reference);
  const Column& column = in_->model.column(reference);
  if (column.formula.is_none()) {
    if (column.reasons) write_reason(reference);  // an explanation names it
    const ColumnIndex index = in_->layout.column(reference.table, reference.column);
    return emit(Operation::column, column.type.kind, {}, engine::ColumnLoad{std::move(path), index});
  }
  const std::vector<LinkIndex> outer = std::exchange(prefix_, std::move(path));
  const Slot slot = lower(column.formula);
  prefix_ = outer;
  return slot;
}

/// Why the cell is empty; missing where it is not, or for no reason.
Slot ProgramBuilder::write_reason(const ColumnReference& reference) {
  const ColumnIndex index = in_->layout.reason(reference.table, reference.column);
  return emit(Operation::column, Kind::choice, {}, engine::ColumnLoad{way_to(reference), index});
}

/// A cell that holds a value, or is empty without a reason, is not empty for this one.
Slot ProgramBuilder::write_is_reason(const syntax::IsReason& test) {
  const auto& reference = std::get<ColumnReference>(in_->model.reference(test.operand));
  const Choice& reasons = in_->model.choices[*in_->model.column(reference).reasons];
  lower(test.operand);  // which an explanation shows
  const Slot wanted = constant(Value::choice(*reasons.index_of(test.reason.text)));
  const Slot is_it = emit(Operation::equal, Kind::flag, {write_reason(reference), wanted});
  return emit(Operation::if_missing, Kind::flag, {is_it, constant(Value::flag(false))});
}

Slot ProgramBuilder::write_parameter(const Parameter& parameter) {
  std::vector<Slot> values;
  std::vector<engine::Date> dates;
  for (const DatedValue& value : parameter.values) {
    values.push_back(lower(value.value));
    dates.push_back(value.from);
  }
  return emit(Operation::in_force, parameter.type.kind, std::move(values), std::move(dates));
}

// --- operators ------------------------------------------------------------------------------------------------------

Slot ProgramBuilder::write_binary(const syntax::Binary& binary) {
  const Type& left = in_->model.type(binary.left);
  const bool is_sum = binary.operation == Operator::add || binary.operation == Operator::subtract;
  if (is_sum && left.kind == Kind::date) return write_date_sum(binary);
  const Slot a = lower(binary.left);
  const Slot b = lower(binary.right);
  const Kind kind = is_sum || binary.operation == Operator::multiply || binary.operation == Operator::divide
                        ? Kind::number
                    : binary.operation == Operator::if_missing ? left.kind
                                                               : Kind::flag;
  return emit(operation_of(binary.operation), kind, {a, b});
}

Slot ProgramBuilder::write_date_sum(const syntax::Binary& binary) {
  const Slot date = lower(binary.left);
  const Kind kind = in_->model.type(binary.right).kind;
  if (kind == Kind::date) return emit(Operation::days_between, Kind::number, {lower(binary.right), date});
  const Operation operation = kind == Kind::span ? Operation::add_months : Operation::add_days;
  if (binary.operation == Operator::add) return emit(operation, Kind::date, {date, lower(binary.right)});
  const auto value = constant_value(in_->model, binary.right);
  const Slot back = value && kind == Kind::span ? constant(Value::months(-value->code()))
                                                : emit(Operation::negate, kind, {lower(binary.right)});
  return emit(operation, Kind::date, {date, back});
}

Slot ProgramBuilder::write_membership(Slot subject, const std::vector<ExpressionId>& items, bool is_negated) {
  std::optional<Slot> found;
  for (const ExpressionId item : items) {
    const Slot is_item = emit(Operation::equal, Kind::flag, {subject, lower(item)});
    found = found ? emit(Operation::either, Kind::flag, {*found, is_item}) : is_item;
  }
  return is_negated ? emit(Operation::invert, Kind::flag, {*found}) : *found;
}

Slot ProgramBuilder::write_between(Slot subject, const syntax::Between& between) {
  const Slot low = emit(Operation::at_least, Kind::flag, {subject, lower(between.low)});
  const Slot high = emit(Operation::at_most, Kind::flag, {subject, lower(between.high)});
  const Slot inside = emit(Operation::both, Kind::flag, {low, high});
  return between.is_negated ? emit(Operation::invert, Kind::flag, {inside}) : inside;
}

// --- choosing -------------------------------------------------------------------------------------------------------

Slot ProgramBuilder::write_cases(ExpressionId id, const syntax::Cases& cases) {
  std::vector<Slot> operands;
  for (const syntax::Case& c : cases.cases) {
    if (!c.condition.is_none()) operands.push_back(lower(c.condition));
    operands.push_back(lower(c.value));
  }
  return emit(Operation::cases, in_->model.type(id).kind, std::move(operands));
}

Slot ProgramBuilder::write_scale(const syntax::Scale& scale) {
  std::vector<Slot> operands = {scale.subject.is_none() ? *subject_ : lower(scale.subject)};
  for (const syntax::ScalePoint& point : scale.points) {
    operands.push_back(lower(point.points));
    operands.push_back(lower(point.at));
  }
  return emit(Operation::scale, Kind::number, std::move(operands));
}

}  // namespace nilai::rules
