#pragma once

#include <string>

#include "app/cli/evaluate.hpp"

namespace nilai::app {

/// `nilai explain`
struct ExplainParameters {
  enum class Format { text, json };
  EvaluateRequest evaluate;
  std::string subject;  ///< the key; several columns joined by commas
  Format format = Format::text;
  LogOptions log;
};

/// Prints why one subject has its outcome. Returns the exit code.
int explain(const ExplainParameters& parameters, Console& console);

}  // namespace nilai::app
