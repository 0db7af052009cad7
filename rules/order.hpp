#pragma once

#include <vector>

#include "grammar/text/diagnostic.hpp"
#include "rules/model.hpp"

namespace nilai::rules {

/// Definitions, each after all that it uses.
using Order = std::vector<Definition>;

/// The definitions that `definition` uses, straight and each once, with the expression that names it first.
struct Use {
  Definition used;
  ExpressionId where;
};
std::vector<Use> uses(const Model& model, const Definition& definition);

/// The expressions that a definition is written with; of the decision its conditions and reasons.
std::vector<ExpressionId> expressions_of(const Model& model, const Definition& definition);

/// All definitions in an order of dependency; a cycle is reported with its whole path (2301) and its members left out.
Order order_definitions(const Model& model, text::Diagnostics& diagnostics);

std::string definition_name(const Model& model, const Definition& definition);
Span definition_span(const Model& model, const Definition& definition);

}  // namespace nilai::rules
