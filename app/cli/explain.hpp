#pragma once

#include <optional>
#include <string>

#include "app/cli/evaluate.hpp"

namespace nilai::app {

/// `nilai explain`
struct ExplainParameters {
  enum class Format { text, json };
  EvaluateRequest evaluate;
  std::string subject;                ///< the key; several columns joined by commas
  std::optional<std::string> toward;  ///< an outcome: what would have been enough for it
  Format format = Format::text;
  LogOptions log;
};

/// Prints why one subject has its outcome. Returns the exit code.
int explain(const ExplainParameters& parameters, Console& console);

}  // namespace nilai::app
