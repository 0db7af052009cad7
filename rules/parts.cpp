#include "rules/parts.hpp"

namespace nilai::rules {

std::vector<Definition> parts_of(const Model& model, OfScore score) {
  std::vector<Definition> parts;
  for (std::uint32_t i = 0; i < model.criteria.size(); ++i) {
    if (model.criteria[i].in == score) parts.push_back({Definition::Kind::criterion, i, 0});
  }
  for (std::uint32_t i = 0; score && i < model.scores.size(); ++i) {
    if (model.scores[i].in == score) parts.push_back({Definition::Kind::score, i, 0});
  }
  return parts;
}

std::vector<Definition> all_parts_of(const Model& model, OfScore score) {
  std::vector<Definition> all = parts_of(model, score);
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].kind != Definition::Kind::score) continue;
    const std::vector<Definition> below = parts_of(model, all[i].index);
    all.insert(all.end(), below.begin(), below.end());
  }
  return all;
}

ExpressionId weight_of(const Model& model, const Definition& part) {
  return part.kind == Definition::Kind::score ? model.scores[part.index].weight : model.criteria[part.index].weight;
}

OfScore score_spoken_of(const Model& model, ExpressionId id) {
  if (model.scores.empty()) return std::nullopt;
  return model.place(id).score.value_or(model.main_score);
}

namespace {

/// What the call's only argument names.
const Reference* named_in(const Model& model, const syntax::Call& call) {
  if (call.arguments.size() != 1 || call.arguments.front().value.is_none()) return nullptr;
  return &model.reference(call.arguments.front().value);
}

}  // namespace

OfScore named_score(const Model& model, const syntax::Call& call) {
  if (call.function != syntax::Function::assessed_weight) return std::nullopt;
  const Reference* named = named_in(model, call);
  const auto* score = named == nullptr ? nullptr : std::get_if<ScoreReference>(named);
  return score == nullptr ? OfScore() : OfScore(score->index);
}

std::optional<std::uint32_t> named_criterion(const Model& model, const syntax::Call& call) {
  const bool is_of_one = call.function == syntax::Function::points || call.function == syntax::Function::value ||
                         call.function == syntax::Function::weight;
  const Reference* named = is_of_one ? named_in(model, call) : nullptr;
  const auto* criterion = named == nullptr ? nullptr : std::get_if<CriterionReference>(named);
  return criterion == nullptr ? std::nullopt : std::optional(criterion->index);
}

std::vector<std::uint32_t> criteria_at(const Model& model, ExpressionId id) {
  const auto& score = model.place(id).score;
  std::vector<std::uint32_t> criteria;
  for (std::uint32_t i = 0; i < model.criteria.size(); ++i) {
    if (!score || model.criteria[i].in == score) criteria.push_back(i);
  }
  return criteria;
}

}  // namespace nilai::rules
