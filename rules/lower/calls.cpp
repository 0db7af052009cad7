#include "rules/builtins.hpp"
#include "rules/lower/lower.hpp"
#include "rules/lower/program_builder.hpp"

namespace nilai::rules {

namespace {

using engine::Operation;
using engine::Slot;

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
  std::vector<Slot> operands;
  bool skips_missing = false;
  for (const syntax::Argument& argument : call.arguments) {
    operands.push_back(lower(argument.value));
    skips_missing = skips_missing || argument.skips_missing;
  }
  const Kind kind = in_->model.type(id).kind;
  switch (call.function) {
    case syntax::Function::streak:
      return emit(Operation::streak, kind, std::move(operands), skips_missing);
    case syntax::Function::abs:
      return emit(Operation::absolute, kind, std::move(operands));
    case syntax::Function::limited:
      return emit(Operation::limited, kind, std::move(operands));
    case syntax::Function::whole_part:
      return emit(Operation::whole_part, kind, std::move(operands));
    case syntax::Function::count:
    case syntax::Function::sum:
    case syntax::Function::any:
    case syntax::Function::all:
    case syntax::Function::none:
    case syntax::Function::share:
    case syntax::Function::average:
    case syntax::Function::min:
    case syntax::Function::max:
    case syntax::Function::median:
    case syntax::Function::latest:
    case syntax::Function::first:
    case syntax::Function::median_gap:
    case syntax::Function::average_gap:
    case syntax::Function::longest_gap:
      break;
    // The checks have let none of these through.
    case syntax::Function::previous:
    case syntax::Function::change:
    case syntax::Function::rank:
    case syntax::Function::percentile_rank:
    case syntax::Function::points:
    case syntax::Function::value:
    case syntax::Function::weight:
    case syntax::Function::assessed_weight:
      return constant(engine::Value::missing(kind));
  }
  return emit(*builtin_of(call.function).list, kind, std::move(operands), skips_missing);
}

Slot ProgramBuilder::write_previous(ExpressionId id, const syntax::Call& call) {
  const ExpressionId value = call.arguments.front().value;
  const Kind kind = in_->model.type(value).kind;
  if (call.function == syntax::Function::previous) {
    const Slot previous = emit(Operation::previous, kind, {});
    past_.push_back({previous, {value}, subject_});
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
  std::vector<ExpressionId> read = {call.arguments.front().value};
  if (spec.has_where) read.push_back(rows.where);
  std::vector<Slot> operands;
  const bool is_past_alone = rows.window == syntax::Rows::Window::previous;
  if (!is_past_alone) {
    for (const ExpressionId operand : read) operands.push_back(lower(operand));
  }
  const Slot periods = emit(Operation::periods, in_->model.type(id).kind, std::move(operands), spec);
  if (is_past_alone) past_.push_back({periods, std::move(read), subject_});
  return periods;
}

void ProgramBuilder::write_past() {
  for (std::size_t i = 0; i < past_.size(); ++i) {
    const Past past = past_[i];  // what is written now may look back in its turn
    subject_ = past.subject;
    std::vector<Slot> operands;
    for (const ExpressionId operand : past.operands) operands.push_back(lower(operand));
    program_.instructions[past.of].operands = std::move(operands);
  }
  past_.clear();
  subject_.reset();
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
  spec.has_where = !rows.where.is_none();
  if (spec.has_where) operands.push_back(lower(rows.where));
  for (const ColumnReference& common : in_->model.in_same(id)) operands.push_back(write_column(common));
  spec.common_count = static_cast<std::uint32_t>(in_->model.in_same(id).size());
  return emit(operation, in_->model.type(id).kind, std::move(operands), spec);
}

/// The aggregate is worked out by *gather*; what stands here only loads it.
Slot ProgramBuilder::write_aggregate(ExpressionId id, const syntax::Call& call) {
  const AggregateReference& reference = *in_->model.aggregate(id);
  const syntax::Argument& argument = call.arguments.front();
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
