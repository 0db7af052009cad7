#include <algorithm>

#include "rules/builtins.hpp"
#include "rules/lower/program_builder.hpp"

namespace nilai::rules {

namespace {

using engine::Operation;
using engine::Slot;
using engine::Value;

/// The most points that an expression of constants can give; 100 where it is more than that.
Number most_points(const Model& model, ExpressionId id) {
  std::optional<Number> most;
  bool is_constant = true;
  const auto see = [&](ExpressionId points) {
    const auto value = constant_value(model, points);
    is_constant = is_constant && value && value->kind == Kind::number;
    if (is_constant && (!most || value->number() > *most)) most = value->number();
  };
  const auto& node = model.at(id).node;
  if (const auto* cases = std::get_if<syntax::Cases>(&node)) {
    for (const syntax::Case& c : cases->cases) see(c.value);
  } else if (const auto* scale = std::get_if<syntax::Scale>(&node)) {
    for (const syntax::ScalePoint& point : scale->points) see(point.points);
  }
  return is_constant && most ? *most : Number(100);
}

/// How weights are handed on, by places among `parts`.
std::vector<engine::HandedOn> handed_on_among(const Model& model, const std::vector<Definition>& parts) {
  const auto place_of = [&](std::uint32_t criterion) {
    const Definition wanted{Definition::Kind::criterion, criterion, 0};
    return static_cast<std::uint32_t>(std::find(parts.begin(), parts.end(), wanted) - parts.begin());
  };
  std::vector<engine::HandedOn> all;
  for (std::uint32_t from = 0; from < parts.size(); ++from) {
    if (parts[from].kind != Definition::Kind::criterion) continue;
    for (const Heir& heir : model.criteria[parts[from].index].heirs) {
      all.push_back({from, place_of(heir.criterion), heir.share});
    }
  }
  return all;
}

}  // namespace

void ProgramBuilder::define_part(const Definition& part, Slot points, Slot weight, std::optional<Slot> value) {
  parts_[part] = {points, weight, value};
}

const std::vector<Slot>& ProgramBuilder::parts(OfScore score) {
  const auto known = parts_of_score_.find(score);
  if (known != parts_of_score_.end()) return known->second;
  const std::vector<Definition> parts = parts_of(in_->model, score);
  std::vector<Slot> slots;
  for (const Definition& part : parts) slots.insert(slots.end(), {parts_.at(part).points, parts_.at(part).weight});
  const std::vector<engine::HandedOn> handed_on = handed_on_among(in_->model, parts);
  std::vector<Slot> counted = slots;
  for (std::uint32_t i = 0; i < parts.size() && !handed_on.empty(); ++i) {
    counted[2 * i + 1] = emit(Operation::counted_weight, Kind::number, slots, engine::CountedWeightSpec{i, handed_on});
  }
  return parts_of_score_[score] = std::move(counted);
}

Slot ProgramBuilder::assessed_weight(OfScore score) {
  const auto known = assessed_weights_.find(score);
  if (known != assessed_weights_.end()) return known->second;
  const Slot slot = emit(Operation::assessed_weight, Kind::number, parts(score), score.value_or(0));
  assessed_weights_[score] = slot;
  return slot;
}

Slot ProgramBuilder::part_weight(OfScore score, std::uint32_t part) {
  const auto known = part_weights_.find({score, part});
  if (known != part_weights_.end()) return known->second;
  const std::vector<Slot>& slots = parts(score);
  const Slot points = slots[2 * part], weight = slots[2 * part + 1];
  const Slot slot = emit(Operation::part_weight, Kind::number, {points, weight, weight_sum(score)});
  part_weights_[{score, part}] = slot;
  return slot;
}

/// All parts of a score share it: each then reads three values, however many parts there are.
Slot ProgramBuilder::weight_sum(OfScore score) {
  const auto known = weight_sums_.find(score);
  if (known != weight_sums_.end()) return known->second;
  const Slot slot = emit(Operation::weight_sum, Kind::number, parts(score), score.value_or(0));
  weight_sums_[score] = slot;
  return slot;
}

Slot ProgramBuilder::write_phrase(ExpressionId id, const syntax::PhraseUse& phrase) {
  const OfScore score = score_spoken_of(in_->model, id);
  switch (phrase.phrase) {
    case syntax::Phrase::period_start:
      return emit(Operation::period_start, Kind::date, {});
    case syntax::Phrase::period_end:
      return emit(Operation::period_end, Kind::date, {});
    case syntax::Phrase::assessed_weight:
      return assessed_weight(score);
    case syntax::Phrase::weighted_average_of_criteria:
      return emit(Operation::weighted_average, Kind::number, parts(score), score.value_or(0));
    case syntax::Phrase::sum_of_points:
      return emit(Operation::sum_of_points, Kind::number, parts(score), score.value_or(0));
    case syntax::Phrase::weakest_criterion:
      break;
  }
  return write_weakest(score);
}

/// Looked for among all criteria of a score, those of its parts too, each by its weight in the whole. The operands
/// stand for all criteria of the rulebook, as the values of that choice do: the others are not there.
Slot ProgramBuilder::write_weakest(OfScore score) {
  std::map<Definition, Slot> weights;
  weigh_criteria(score, std::nullopt, weights);
  std::vector<Slot> operands;
  for (std::uint32_t i = 0; i < in_->model.criteria.size(); ++i) {
    const Definition criterion{Definition::Kind::criterion, i, 0};
    const auto weight = weights.find(criterion);
    if (weight == weights.end()) {
      operands.insert(operands.end(), 3, constant(Value::missing(Kind::number)));
      continue;
    }
    const Slot most = constant(Value::of(most_points(in_->model, in_->model.criteria[i].points)));
    operands.insert(operands.end(), {parts_.at(criterion).points, weight->second, most});
  }
  return emit(Operation::weakest_part, Kind::choice, std::move(operands));
}

/// The weight of each criterion below `score`; `share`: the weight of that score where it is a part itself.
void ProgramBuilder::weigh_criteria(OfScore score, std::optional<Slot> share, std::map<Definition, Slot>& weights) {
  const std::vector<Definition> definitions = parts_of(in_->model, score);
  const std::vector<Slot> slots = parts(score);
  std::optional<Slot> unit;  // what a weight of 1 comes to in the whole
  if (share) {
    std::vector<Slot> all;
    for (std::size_t i = 1; i < slots.size(); i += 2) all.push_back(slots[i]);
    unit = emit(Operation::divide, Kind::number, {*share, emit(Operation::list_sum, Kind::number, all, false)});
  }
  for (std::size_t i = 0; i < definitions.size(); ++i) {
    const Definition& part = definitions[i];
    Slot weight = slots[2 * i + 1];
    if (unit) weight = emit(Operation::multiply, Kind::number, {weight, *unit});
    if (part.kind == Definition::Kind::score) {
      weigh_criteria(part.index, weight, weights);
    } else {
      weights[part] = weight;
    }
  }
}

// --- criteria as rows -----------------------------------------------------------------------------------------------

Slot ProgramBuilder::write_of_criterion(std::uint32_t criterion, CriterionNumber number) {
  const Definition definition{Definition::Kind::criterion, criterion, 0};
  switch (number) {
    case CriterionNumber::points:
      return parts_.at(definition).points;
    case CriterionNumber::value:
      return *parts_.at(definition).value;
    case CriterionNumber::weight:
      break;
  }
  const OfScore score = in_->model.criteria[criterion].in;
  const std::vector<Definition> parts = parts_of(in_->model, score);
  return part_weight(score,
                     static_cast<std::uint32_t>(std::find(parts.begin(), parts.end(), definition) - parts.begin()));
}

/// A statistic of the criteria that were assessed: what it says is written once for each of them.
Slot ProgramBuilder::write_criteria(ExpressionId id, const syntax::Call& call) {
  const syntax::Argument& argument = call.arguments.back();
  const syntax::Rows& rows = *argument.rows;
  const std::optional<std::uint32_t> outer = criterion_;
  std::vector<Slot> operands;
  if (builtin_of(call.function).arguments.count > 0) operands.push_back(lower(call.arguments.front().value));
  const Slot one = constant(Value::of(Number(1)));
  for (const std::uint32_t criterion : criteria_at(in_->model, id)) {
    criterion_ = criterion;
    const Slot points = write_of_criterion(criterion, CriterionNumber::points);
    const Slot is_missing = emit(Operation::is_missing, Kind::flag, {points});
    Slot taken = emit(Operation::invert, Kind::flag, {is_missing});
    if (!rows.where.is_none()) taken = emit(Operation::both, Kind::flag, {taken, lower(rows.where)});
    operands.insert(operands.end(), {taken, argument.value.is_none() ? taken : lower(argument.value),
                                     argument.weighted_by.is_none() ? one : lower(argument.weighted_by)});
  }
  criterion_ = outer;
  engine::CriteriaSpec spec;
  spec.statistic = argument.is_distinct ? engine::AggregateKind::count_distinct : builtin_of(call.function).aggregate;
  spec.skips_missing = rows.skips_missing || argument.skips_missing;
  return emit(Operation::criteria, in_->model.type(id).kind, std::move(operands), spec);
}

}  // namespace nilai::rules
