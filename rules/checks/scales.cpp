#include <set>

#include "rules/check.hpp"

namespace nilai::rules {

namespace {

using text::Code;
using text::Phrase;

/// The value of a bound on a day: a constant, or made of the parameters in force then.
std::optional<engine::Value> value_on(const Model& model, ExpressionId id, engine::Date day) {
  if (auto constant = constant_value(model, id)) return constant;
  if (const auto* reference = std::get_if<ParameterReference>(&model.reference(id))) {
    std::optional<engine::Value> value;
    for (const DatedValue& dated : model.parameters[reference->index].values) {
      if (dated.from <= day) value = value_on(model, dated.value, day);
    }
    return value;
  }
  const auto* binary = std::get_if<syntax::Binary>(&model.at(id).node);
  if (binary == nullptr) return std::nullopt;
  const auto left = value_on(model, binary->left, day), right = value_on(model, binary->right, day);
  return left && right ? worked_out(*left, *right, binary->operation) : std::nullopt;
}

std::optional<Number> number_on(const Model& model, ExpressionId id, engine::Date day) {
  const auto value = value_on(model, id, day);
  return value && value->kind == Kind::number ? std::optional(value->number()) : std::nullopt;
}

/// Every day on which a parameter takes on another value, and the first day of the rulebook.
std::set<engine::Date> days_of_change(const Model& model) {
  std::set<engine::Date> days = {model.in_force_from.value_or(engine::Date{})};
  for (const Parameter& parameter : model.parameters) {
    for (const DatedValue& value : parameter.values) days.insert(std::max(value.from, *days.begin()));
  }
  return days;
}

void check_scale(const Model& model, ExpressionId id, const syntax::Scale& scale, const std::set<engine::Date>& days,
                 text::Diagnostics& diagnostics) {
  if (scale.points.size() < 2) {
    diagnostics.add(Code::scale_too_short, model.at(id).span);
    return;
  }
  for (std::size_t i = 0; i < scale.points.size(); ++i) {
    for (const engine::Date day : days) {
      const auto at = number_on(model, scale.points[i].at, day);
      if (!at) {
        diagnostics.add(Code::scale_not_constant, model.at(scale.points[i].at).span,
                        {source_text(model, scale.points[i].at)});
        return;
      }
      const auto before = i > 0 ? number_on(model, scale.points[i - 1].at, day) : std::nullopt;
      if (!before || *before < *at) continue;
      auto& diagnostic =
          diagnostics.add(Code::scale_out_of_order, model.at(scale.points[i].at).span,
                          {source_text(model, scale.points[i].at), source_text(model, scale.points[i - 1].at)});
      diagnostic.labels.push_back({model.at(scale.points[i - 1].at).span, {Phrase::comes_before, {}}});
      diagnostic.notes.push_back({Phrase::scales_rise, {}});
      return;
    }
  }
}

}  // namespace

void check_scales(const Model& model, text::Diagnostics& diagnostics) {
  const auto days = days_of_change(model);
  for (std::uint32_t i = 0; i < model.book->expressions.size(); ++i) {
    const auto* scale = std::get_if<syntax::Scale>(&model.book->expressions[i].node);
    if (scale != nullptr) check_scale(model, {i}, *scale, days, diagnostics);
  }
}

}  // namespace nilai::rules
