#pragma once

#include <string>

#include "app/report/evaluation.hpp"
#include "grammar/text/diagnostic.hpp"

namespace nilai::app {

/// `results.csv`: a record for each subject of the period, in bytewise order of the keys; columns as in the README.
/// Reasons are in `language`; everything else is the same in every language.
std::string results_csv(const Evaluation& evaluation, text::Language language);

}  // namespace nilai::app
