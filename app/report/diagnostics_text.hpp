#pragma once

#include <string>

#include "app/report/paint.hpp"
#include "grammar/text/diagnostic.hpp"
#include "grammar/text/source.hpp"

namespace nilai::app {

/// Problems as `text::render` writes them, with the severity in colour.
std::string diagnostics_text(const text::Diagnostics& diagnostics, const text::Source& source, const Paint& paint,
                             text::Language language);

/// Problems that have no place in a text: `NAME: error[N5010]: …`, notes and fixes under it. Without a last newline.
std::string placeless_text(const std::string& name, const text::Diagnostics& diagnostics, text::Language language);
std::string placeless_text(const std::string& name, text::Code code, const std::vector<std::string>& arguments,
                           text::Language language);

}  // namespace nilai::app
