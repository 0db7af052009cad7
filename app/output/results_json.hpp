#pragma once

#include <functional>
#include <string_view>

#include "app/report/evaluation.hpp"
#include "grammar/text/diagnostic.hpp"

namespace nilai::app {

/// `results.json`: a head (`rulebook`, `version`, `period`, `language`), then under `results` the whole explanation of
/// each subject, on a line of its own. Hands it to `write` in pieces.
void results_json(const Evaluation& evaluation, text::Language language,
                  const std::function<void(std::string_view)>& write);

}  // namespace nilai::app
