#include <algorithm>

#include "rules/check.hpp"

namespace nilai::rules {

namespace {

using text::Code;
using text::Phrase;

struct Weight {
  const Criterion* criterion;
  std::optional<Number> value;  ///< empty: worked out for each subject
  bool is_percent;
};

bool is_percent(const Model& model, ExpressionId id) {
  const auto* literal = std::get_if<syntax::NumberLiteral>(&model.at(id).node);
  return literal != nullptr && literal->is_percent;
}

bool takes_average(const Model& model) {
  const auto& all = model.book->expressions;
  return std::any_of(all.begin(), all.end(), [](const auto& expression) {
    const auto* phrase = std::get_if<syntax::PhraseUse>(&expression.node);
    return phrase != nullptr && phrase->phrase == syntax::Phrase::weighted_average_of_criteria;
  });
}

std::string percent_text(const Number& share) {
  return (share * 100).to_text() + "%";
}

void check_sum(const Model& model, const std::vector<Weight>& weights, text::Diagnostics& diagnostics) {
  const bool all_percent = std::all_of(weights.begin(), weights.end(), [](const Weight& w) { return w.is_percent; });
  const bool any_percent = std::any_of(weights.begin(), weights.end(), [](const Weight& w) { return w.is_percent; });
  const bool all_known =
      std::all_of(weights.begin(), weights.end(), [](const Weight& w) { return w.value.has_value(); });
  if (weights.empty() || !all_known || !any_percent) return;
  const Span first = model.at(weights.front().criterion->weight).span;
  if (!all_percent) {
    diagnostics.add(Code::weights_mixed, first);
    return;
  }
  Number sum;
  for (const Weight& weight : weights) sum += *weight.value;
  if (sum == Number(1)) return;
  auto& diagnostic = diagnostics.add(Code::weight_sum, first, {percent_text(sum)});
  for (std::size_t i = 1; i < weights.size(); ++i) {
    diagnostic.labels.push_back(
        {model.at(weights[i].criterion->weight).span, {Phrase::and_weight, {percent_text(*weights[i].value)}}});
  }
  const Weight& last = weights.back();
  const Number mended = *last.value + Number(1) - sum;
  if (mended.sign() <= 0) return;
  diagnostic.fixes.push_back({{Phrase::weight_could_be, {last.criterion->name, percent_text(mended)}},
                              model.at(last.criterion->weight).span,
                              percent_text(mended)});
}

}  // namespace

void check_weights(const Model& model, text::Diagnostics& diagnostics) {
  const bool averages = takes_average(model);
  std::vector<Weight> weights;
  for (const Criterion& criterion : model.criteria) {
    if (criterion.weight.is_none()) {
      if (!averages) continue;
      auto& diagnostic = diagnostics.add(Code::weight_left_out, criterion.span, {criterion.name});
      diagnostic.fixes.push_back({{Phrase::add_weight, {}}, std::nullopt, {}});
      continue;
    }
    const auto value = constant_value(model, criterion.weight);
    const bool is_number = value && value->kind == Kind::number;
    if (is_number && value->number().sign() <= 0) {
      diagnostics.add(Code::weight_not_positive, model.at(criterion.weight).span, {criterion.name});
    }
    weights.push_back(
        {&criterion, is_number ? std::optional(value->number()) : std::nullopt, is_percent(model, criterion.weight)});
  }
  if (weights.size() == model.criteria.size()) check_sum(model, weights, diagnostics);
}

}  // namespace nilai::rules
