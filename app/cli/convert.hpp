#pragma once

#include <optional>
#include <string>

#include "app/cli/console.hpp"
#include "grammar/print/print.hpp"

namespace nilai::app {

/// `nilai convert`
struct ConvertParameters {
  std::string rulebook;                              ///< a file, or `-`
  std::optional<grammar::Form> form;                 ///< as it is where not said
  std::optional<grammar::KeywordLanguage> keywords;  ///< likewise
};

/// Prints a rulebook in another form, or with the keywords of another language. Returns the exit code.
int convert(const ConvertParameters& parameters, Console& console);

}  // namespace nilai::app
