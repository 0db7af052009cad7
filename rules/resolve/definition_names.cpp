#include "rules/resolve/definition_names.hpp"

#include "rules/resolve/resolve.hpp"
#include "rules/score_name.hpp"

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

std::vector<std::string> names_in_reach(const Model& model, TableIndex at_hand) {
  std::vector<std::string> names;
  for (TableIndex table = 0; table < model.tables.size(); ++table) {
    if (!path_up(model, at_hand, table)) continue;
    for (const Column& column : model.tables[table].columns) names.push_back(column.name);
  }
  for (const auto& measure : model.measures) names.push_back(measure.name);
  for (const auto& parameter : model.parameters) names.push_back(parameter.name);
  for (std::uint32_t i = 0; i < model.scores.size(); ++i) names.push_back(score_name(model, i));
  for (const Choice& choice : model.choices) {
    for (const auto& value : choice.values) names.push_back(value.name.text);
  }
  return names;
}

}  // namespace nilai::rules
