#include "rules/resolve/definition_names.hpp"

namespace nilai::rules {

std::map<std::string, Reference> definitions_by_name(const Model& model) {
  std::map<std::string, Reference> named;
  const auto take = [&named](const auto& definitions, auto reference) {
    for (const auto& definition : definitions) {
      named.try_emplace(definition.name, reference);
      ++reference.index;
    }
  };
  take(model.measures, MeasureReference{0});
  take(model.parameters, ParameterReference{0});
  take(model.scores, ScoreReference{0});
  take(model.criteria, CriterionReference{0});
  if (model.choice_of_outcomes) named.try_emplace("outcome", OutcomeReference{});
  return named;
}

}  // namespace nilai::rules
