#include "rules/builtins.hpp"
#include "rules/lower/lower.hpp"
#include "rules/lower/program_builder.hpp"

namespace nilai::rules {

namespace {

using engine::Operation;
using engine::Slot;

engine::RoundingDirection direction_of(syntax::RoundingDirection direction) {
  switch (direction) {
    case syntax::RoundingDirection::plain:
      return engine::RoundingDirection::half_away;
    case syntax::RoundingDirection::up:
      return engine::RoundingDirection::up;
    case syntax::RoundingDirection::down:
      return engine::RoundingDirection::down;
    case syntax::RoundingDirection::half_even:
      return engine::RoundingDirection::half_even;
  }
  return engine::RoundingDirection::half_away;
}

/// The rounding to the places that a call states: `root(x, 2, 6)`.
std::optional<engine::RoundingSpec> stated_rounding(const Model& model, const syntax::Call& call) {
  const auto places = stated_places(model, call);
  if (!places) return std::nullopt;
  return engine::RoundingSpec{engine::RoundingDirection::half_away, *places, 1};
}

}  // namespace

engine::Window window_of(const Model& model, const syntax::Rows& rows) {
  engine::Window window;
  window.count = rows.count;
  window.unit = period_unit(rows.unit);
  switch (rows.window) {
    case syntax::Rows::Window::period:
      window.kind = engine::Window::Kind::period;
      break;
    case syntax::Rows::Window::ever:
      window.kind = engine::Window::Kind::ever;
      break;
    case syntax::Rows::Window::last:
      window.kind = engine::Window::Kind::last;
      break;
    case syntax::Rows::Window::previous:
      window.kind = engine::Window::Kind::previous;
      break;
    case syntax::Rows::Window::current:
      window.kind = engine::Window::Kind::current;
      break;
    case syntax::Rows::Window::since:
      window.kind = engine::Window::Kind::since;
      if (const auto date = constant_value(model, rows.since)) window.since = date->date();
      break;
  }
  return window;
}

Slot ProgramBuilder::write_call(ExpressionId id, const syntax::Call& call) {
  if (in_->model.aggregate(id)) return write_aggregate(id, call);
  if (call_over(*in_->model.book, id, syntax::Rows::Of::peers) != nullptr) return write_peers(id, call);
  if (call_over(*in_->model.book, id, syntax::Rows::Of::periods) != nullptr) return write_periods(id, call);
  if (call.function == syntax::Function::previous || call.function == syntax::Function::change) {
    return write_previous(id, call);
  }
  if (call_over(*in_->model.book, id, syntax::Rows::Of::criteria) != nullptr) return write_criteria(id, call);
  if (const auto criterion = named_criterion(in_->model, call)) {
    return write_of_criterion(*criterion, call.function == syntax::Function::points  ? CriterionNumber::points
                                          : call.function == syntax::Function::value ? CriterionNumber::value
                                                                                     : CriterionNumber::weight);
  }
  if (call.function == syntax::Function::assessed_weight) return assessed_weight(named_score(in_->model, call));
  const Builtin& builtin = builtin_of(call.function);
  const Kind kind = in_->model.type(id).kind;
  if (builtin.arguments.count > 0) return write_function(call, kind, stated_rounding(in_->model, call));
  std::vector<Slot> operands;
  bool skips_missing = false, is_weighted = false;
  for (const syntax::Argument& argument : call.arguments) {
    operands.push_back(lower(argument.value));
    if (!argument.weighted_by.is_none()) operands.push_back(lower(argument.weighted_by));
    is_weighted = is_weighted || !argument.weighted_by.is_none();
    skips_missing = skips_missing || argument.skips_missing;
  }
  const Operation operation = is_weighted ? Operation::list_weighted_average : *builtin.operation;
  return emit(operation, kind, std::move(operands), skips_missing);
}

/// The places that a function is rounded to are no operand: they, or what stands around it, come with the instruction.
Slot ProgramBuilder::write_function(const syntax::Call& call, Kind kind,
                                    const std::optional<engine::RoundingSpec>& rounding) {
  const Builtin& builtin = builtin_of(call.function);
  std::vector<Slot> operands;
  for (std::size_t i = 0; i < builtin.arguments.count; ++i) {
    if (builtin.arguments.kinds[i] != ArgumentKind::places) operands.push_back(lower(call.arguments[i].value));
  }
  return emit(*builtin.operation, kind, std::move(operands), rounding ? engine::Payload(*rounding) : engine::Payload());
}

Slot ProgramBuilder::rounded(ExpressionId id, const syntax::Rounding& rounding) {
  engine::RoundingSpec spec;
  spec.direction = direction_of(rounding.direction);
  if (rounding.places) {
    spec.places = static_cast<int>(*rounding.places);
  } else {
    spec.step = number_of(rounding.nearest);
  }
  // Directly around a function that rounds, this is its one rounding.
  const auto* call = std::get_if<syntax::Call>(&in_->model.at(id).node);
  if (call != nullptr && stated_rounding(in_->model, *call)) {
    return write_function(*call, in_->model.type(id).kind, spec);
  }
  return emit(Operation::round, Kind::number, {lower(id)}, spec);
}

Slot ProgramBuilder::write_previous(ExpressionId id, const syntax::Call& call) {
  const ExpressionId value = call.arguments.front().value;
  const Kind kind = in_->model.type(value).kind;
  if (call.function == syntax::Function::previous) {
    const Slot previous = emit(Operation::previous, kind, {});
    past_.push_back({previous, {value}, subject_, criterion_});
    return previous;
  }
  const Slot now = lower(value);
  const Slot before = emit(Operation::previous, kind, {now});
  const Operation difference = kind == Kind::date ? Operation::days_between : Operation::subtract;
  return emit(difference, in_->model.type(id).kind, {now, before});
}

Slot ProgramBuilder::write_periods(ExpressionId id, const syntax::Call& call) {
  const syntax::Rows& rows = *rows_of(call);
  engine::PeriodsSpec spec;
  spec.statistic = builtin_of(call.function).aggregate;
  spec.skips_missing = rows.skips_missing;
  spec.has_where = !rows.where.is_none();
  spec.window = window_of(in_->model, rows);
  const syntax::Argument& argument = call.arguments.back();
  std::vector<ExpressionId> read = {argument.value};
  spec.has_weight = !argument.weighted_by.is_none();
  if (spec.has_weight) read.push_back(argument.weighted_by);
  if (builtin_of(call.function).arguments.count > 0) {
    read.push_back(call.arguments.front().value);  // it is written before the value
    lower(read.back());                            // and is that of the present, whatever periods are looked at
  }
  if (spec.has_where) read.push_back(rows.where);
  std::vector<Slot> operands;
  const bool is_past_alone = rows.window == syntax::Rows::Window::previous;
  if (!is_past_alone) {
    for (const ExpressionId operand : read) operands.push_back(lower(operand));
  }
  const Slot periods = emit(Operation::periods, in_->model.type(id).kind, std::move(operands), spec);
  if (is_past_alone) past_.push_back({periods, std::move(read), subject_, criterion_});
  return periods;
}

void ProgramBuilder::write_past() {
  for (std::size_t i = 0; i < past_.size(); ++i) {
    const Past past = past_[i];  // what is written now may look back in its turn
    subject_ = past.subject;
    criterion_ = past.criterion;
    std::vector<Slot> operands;
    for (const ExpressionId operand : past.operands) operands.push_back(lower(operand));
    program_.instructions[past.of].operands = std::move(operands);
  }
  past_.clear();
  subject_.reset();
  criterion_.reset();
}

/// A statistic of peers waits for the values of all subjects: an instruction over whole columns.
Slot ProgramBuilder::write_peers(ExpressionId id, const syntax::Call& call) {
  const syntax::Rows& rows = *rows_of(call);
  engine::PeersSpec spec;
  spec.skips_missing = rows.skips_missing;
  spec.smallest_group = rows.smallest_group;
  Operation operation = Operation::peers;
  if (call.function == syntax::Function::rank) {
    operation = Operation::rank;
  } else if (call.function == syntax::Function::percentile_rank) {
    operation = Operation::percentile_rank;
  } else {
    spec.statistic = builtin_of(call.function).aggregate;
  }
  std::vector<Slot> operands;
  for (const syntax::Argument& argument : call.arguments) operands.push_back(lower(argument.value));
  spec.has_level = builtin_of(call.function).arguments.count > 0;
  if (spec.has_level) std::swap(operands.front(), operands.back());  // it is written before the value
  const ExpressionId weight = call.arguments.back().weighted_by;
  spec.has_weight = !weight.is_none();
  if (spec.has_weight) operands.push_back(lower(weight));
  spec.has_where = !rows.where.is_none();
  if (spec.has_where) operands.push_back(lower(rows.where));
  for (const ColumnReference& common : in_->model.in_same(id)) operands.push_back(write_column(common));
  spec.common_count = static_cast<std::uint32_t>(in_->model.in_same(id).size());
  return emit(operation, in_->model.type(id).kind, std::move(operands), spec);
}

/// The aggregate is worked out by *gather*; what stands here only loads it.
Slot ProgramBuilder::write_aggregate(ExpressionId id, const syntax::Call& call) {
  const AggregateReference& reference = *in_->model.aggregate(id);
  const syntax::Argument& argument = call.arguments.back();
  const syntax::Rows& rows = *argument.rows;
  ProgramBuilder& source = in_->builders[in_->layout.table(reference.source)];

  engine::AggregatePlan aggregate;
  aggregate.kind = argument.is_distinct ? engine::AggregateKind::count_distinct : builtin_of(call.function).aggregate;
  aggregate.result = in_->model.type(id).kind;
  aggregate.source = in_->layout.table(reference.source);
  aggregate.owner = in_->layout.table(reference.owner);
  TableIndex at = reference.source;
  for (const LinkIndex link : reference.path) {
    aggregate.path.push_back(in_->layout.link(at, link));
    at = in_->model.tables[at].links[link].parent;
  }
  aggregate.window = window_of(in_->model, rows);
  if (!rows.where.is_none()) aggregate.where = source.lower(rows.where);
  if (!argument.value.is_none()) aggregate.value = source.lower(argument.value);
  if (!argument.weighted_by.is_none()) aggregate.weight = source.lower(argument.weighted_by);
  if (call.arguments.size() > 1) aggregate.level = source.lower(call.arguments.front().value);
  for (const ColumnIndex by : reference.by) aggregate.by.push_back(in_->layout.column(reference.source, by));
  aggregate.skips_missing = rows.skips_missing || argument.skips_missing;
  aggregate.source_id = id.index;

  const auto index = static_cast<engine::AggregateIndex>(in_->plan.aggregates.size());
  in_->aggregates[id.index] = index;
  const Kind kind = aggregate.result;
  in_->plan.aggregates.push_back(std::move(aggregate));
  return emit(Operation::aggregate, kind, {}, index);
}

}  // namespace nilai::rules
