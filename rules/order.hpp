#pragma once

#include <vector>

#include "grammar/text/diagnostic.hpp"
#include "rules/model.hpp"

namespace nilai::rules {

/// Definitions, each after all that it uses.
using Order = std::vector<Definition>;

/// The definitions that `definition` uses, straight and each once, with the expression that names it first. What is
/// read of earlier periods and of this one too is used in this one.
struct Use {
  Definition used;
  ExpressionId where;
  bool is_past = false;  ///< read of earlier periods alone: a definition may use itself so
};
std::vector<Use> uses(const Model& model, const Definition& definition);

/// The expressions that a definition is written with; of the decision its conditions and reasons.
std::vector<ExpressionId> expressions_of(const Model& model, const Definition& definition);

/// All definitions in an order of dependency, those used in earlier periods alone before their users as well, unless
/// they need these in turn; a cycle is reported with its whole path (2301) and its members left out.
Order order_definitions(const Model& model, text::Diagnostics& diagnostics);

std::string definition_name(const Model& model, const Definition& definition);
Span definition_span(const Model& model, const Definition& definition);

}  // namespace nilai::rules
