#pragma once

#include <memory>
#include <string>
#include <vector>

#include "grammar/text/diagnostic.hpp"
#include "grammar/text/source.hpp"

namespace nilai::app {

/// A rulebook that was checked, and what was found in it.
struct CheckedRulebook {
  std::string name;
  std::shared_ptr<const text::Source> source;
  text::Diagnostics diagnostics;
};

/// `problems`, each with file, place from line and column to end, code, name, severity, message, notes, labels and
/// fixes; a fix that can be applied has the text to put in the place of its span. Then the counts.
std::string diagnostics_json(const std::vector<CheckedRulebook>& checked, text::Language language);

/// SARIF 2.1.0, as code hosts and editors read it.
std::string diagnostics_sarif(const std::vector<CheckedRulebook>& checked, text::Language language);

}  // namespace nilai::app
