#pragma once

#include <string>
#include <vector>

#include "engine/gather/gather.hpp"
#include "engine/plan.hpp"
#include "grammar/text/diagnostic.hpp"

namespace nilai::app {

/// Where the records do not fill the periods asked for: a table whose rows all lie before a period, or all after it, is
/// judged as if there were none; and a last period that ends after the data do is provisional.
std::vector<std::string> period_warnings(const engine::Plan& plan, const engine::GatherResult& data,
                                         const std::vector<engine::Period>& asked, text::Language language);

}  // namespace nilai::app
