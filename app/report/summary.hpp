#pragma once

#include <string>

#include "app/report/evaluation.hpp"
#include "app/report/paint.hpp"
#include "grammar/text/diagnostic.hpp"

namespace nilai::app {

/// What a run says of itself on the terminal.
struct SummaryRequest {
  std::string rulebook_path, data_path;  ///< as given, for the command that explains
  std::string out_path;                  ///< where the outputs are
};

/// The outcomes as a small table, the three subjects nearest to another outcome, the command that explains the nearest,
/// and where the rows of each table went.
std::string summary_text(const Evaluation& evaluation, const SummaryRequest& request, const Paint& paint,
                         text::Language language);

}  // namespace nilai::app
