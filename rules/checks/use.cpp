#include <algorithm>
#include <set>

#include "rules/check.hpp"

namespace nilai::rules {

namespace {

using text::Code;
using text::Phrase;

void check_dates(const Model& model, const Parameter& parameter, text::Diagnostics& diagnostics) {
  for (std::size_t i = 1; i < parameter.values.size(); ++i) {
    if (parameter.values[i - 1].from < parameter.values[i].from) continue;
    auto& diagnostic = diagnostics.add(Code::dates_out_of_order, parameter.values[i].span, {parameter.name});
    diagnostic.labels.push_back({parameter.values[i - 1].span, {Phrase::comes_before, {}}});
  }
  if (!model.in_force_from || parameter.values.empty() || parameter.values.front().from <= *model.in_force_from) return;
  auto& diagnostic =
      diagnostics.add(Code::hole_in_time, parameter.values.front().span,
                      {parameter.name, parameter.values.front().from.to_iso(), model.in_force_from->to_iso()});
  diagnostic.fixes.push_back({{Phrase::begin_earlier, {model.in_force_from->to_iso()}}, std::nullopt, {}});
}

/// Whether any expression names the parameter.
bool is_used(const Model& model, std::uint32_t parameter) {
  const auto& references = model.facts.reference;
  return std::any_of(references.begin(), references.end(), [&](const Reference& reference) {
    const auto* used = std::get_if<ParameterReference>(&reference);
    return used != nullptr && used->index == parameter;
  });
}

}  // namespace

void check_use(const Model& model, text::Diagnostics& diagnostics) {
  for (std::uint32_t i = 0; i < model.parameters.size(); ++i) {
    const Parameter& parameter = model.parameters[i];
    check_dates(model, parameter, diagnostics);
    if (!is_used(model, i)) diagnostics.add(Code::unused_parameter, parameter.span, {parameter.name});
  }
}

}  // namespace nilai::rules
