#pragma once

#include <map>
#include <string>
#include <vector>

#include "rules/model.hpp"

namespace nilai::rules {

/// What a name can mean besides columns and choice values: the definition that is called so, or what the decision comes
/// to. Requires: definitions are resolved.
std::map<std::string, Reference> definitions_by_name(const Model& model);

/// What a name can mean where a row of that table is at hand: columns, definitions, values of choices.
std::vector<std::string> names_in_reach(const Model& model, TableIndex at_hand);

}  // namespace nilai::rules
