#pragma once

#include <string>

#include "app/report/evaluation.hpp"
#include "grammar/text/diagnostic.hpp"

namespace nilai::app {

/// `run.json`: what was run on what, with the hash of everything read, and what came out, counted. The same for the
/// same inputs: no durations, no paths of this machine.
std::string run_json(const Evaluation& evaluation, text::Language language);

}  // namespace nilai::app
