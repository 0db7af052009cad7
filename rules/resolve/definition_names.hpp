#pragma once

#include <map>
#include <string>

#include "rules/model.hpp"

namespace nilai::rules {

/// What a name can mean besides columns and choice values: the definition that is called so, or what the decision comes
/// to. Requires: definitions are resolved.
std::map<std::string, Reference> definitions_by_name(const Model& model);

}  // namespace nilai::rules
