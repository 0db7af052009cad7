#include <algorithm>

#include "rules/check.hpp"
#include "rules/checks/per_cent.hpp"
#include "rules/order.hpp"
#include "rules/parts.hpp"

namespace nilai::rules {

namespace {

using text::Code;
using text::Phrase;

struct Weight {
  ExpressionId id;
  std::string part;             ///< the name of what it is of
  std::optional<Number> value;  ///< empty: worked out for each subject
  bool is_percent = false;
};

/// Whether something is a weighted average of the parts of `score`.
bool takes_average(const Model& model, OfScore score) {
  const auto& all = model.book->expressions;
  for (std::uint32_t id = 0; id < all.size(); ++id) {
    const auto* phrase = std::get_if<syntax::PhraseUse>(&all[id].node);
    if (phrase == nullptr || phrase->phrase != syntax::Phrase::weighted_average_of_criteria) continue;
    if (score_spoken_of(model, {id}) == score) return true;
  }
  return false;
}

void report_mixed(const Model& model, const std::vector<Weight>& weights, text::Diagnostics& diagnostics) {
  auto& diagnostic = diagnostics.add(Code::weights_mixed, model.at(weights.front().id).span);
  for (const Weight& weight : weights) {
    const auto* literal = std::get_if<syntax::NumberLiteral>(&model.at(weight.id).node);
    if (weight.is_percent || literal == nullptr) continue;
    const std::string meant = with_sign(*literal);
    diagnostic.fixes.push_back({{Phrase::weight_could_be, {weight.part, meant}}, model.at(weight.id).span, meant});
  }
}

void check_sum(const Model& model, const std::vector<Weight>& weights, text::Diagnostics& diagnostics) {
  const bool all_percent = std::all_of(weights.begin(), weights.end(), [](const Weight& w) { return w.is_percent; });
  const bool any_percent = std::any_of(weights.begin(), weights.end(), [](const Weight& w) { return w.is_percent; });
  const bool all_known =
      std::all_of(weights.begin(), weights.end(), [](const Weight& w) { return w.value.has_value(); });
  if (weights.empty() || !all_known || !any_percent) return;
  const Span first = model.at(weights.front().id).span;
  if (!all_percent) {
    report_mixed(model, weights, diagnostics);
    return;
  }
  Number sum;
  for (const Weight& weight : weights) sum += *weight.value;
  if (sum == Number(1)) return;
  auto& diagnostic = diagnostics.add(Code::weight_sum, first, {percent_text(sum)});
  for (std::size_t i = 1; i < weights.size(); ++i) {
    diagnostic.labels.push_back(
        {model.at(weights[i].id).span, {Phrase::and_weight, {percent_text(*weights[i].value)}}});
  }
  const Weight& last = weights.back();
  const Number mended = *last.value + Number(1) - sum;
  if (mended.sign() <= 0) return;
  diagnostic.fixes.push_back(
      {{Phrase::weight_could_be, {last.part, percent_text(mended)}}, model.at(last.id).span, percent_text(mended)});
}

/// Of a weight that is worked out.
void check_sign(const Model& model, ExpressionId id, const std::string& name, text::Diagnostics& diagnostics) {
  const Type& type = model.type(id);
  if (type.at_most && type.at_most->sign() <= 0) {
    diagnostics.add(Code::weight_not_positive, model.at(id).span, {name});
  } else if (!type.at_least || type.at_least->sign() < 0) {
    auto& diagnostic = diagnostics.add(Code::weight_may_be_negative, model.at(id).span, {name});
    diagnostic.fixes.push_back({{Phrase::keep_above_zero, {}}, std::nullopt, {}});
  }
}

/// The weights of the parts of one score.
void check_parts(const Model& model, OfScore score, text::Diagnostics& diagnostics) {
  const bool averages = takes_average(model, score);
  const std::vector<Definition> parts = parts_of(model, score);
  std::vector<Weight> weights;
  for (const Definition& part : parts) {
    const std::string name = definition_name(model, part);
    const ExpressionId id = weight_of(model, part);
    if (id.is_none()) {
      if (!averages) continue;
      auto& diagnostic = diagnostics.add(Code::weight_left_out, definition_span(model, part), {name});
      diagnostic.fixes.push_back({{Phrase::add_weight, {}}, std::nullopt, {}});
      continue;
    }
    const auto value = constant_value(model, id);
    const bool is_number = value && value->kind == Kind::number;
    if (is_number && value->number().sign() <= 0) {
      diagnostics.add(Code::weight_not_positive, model.at(id).span, {name});
    }
    if (!is_number) check_sign(model, id, name, diagnostics);
    weights.push_back({id, name, is_number ? std::optional(value->number()) : std::nullopt, is_percent(model, id)});
  }
  if (weights.size() == parts.size()) check_sum(model, weights, diagnostics);
}

}  // namespace

void check_weights(const Model& model, text::Diagnostics& diagnostics) {
  if (model.scores.empty()) check_parts(model, std::nullopt, diagnostics);
  for (std::uint32_t i = 0; i < model.scores.size(); ++i) check_parts(model, i, diagnostics);
}

}  // namespace nilai::rules
