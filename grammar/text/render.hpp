#pragma once

#include <string>

#include "grammar/text/diagnostic.hpp"

namespace nilai::text {

/// One problem as people read it: place, message, the line with marks under it, notes and fixes. Ends with a newline.
///
///     book.nilai:72:18: error[N3210]: `coverage` may be missing, and criterion `visits` does not say what then
///        72 |   measured by    coverage
///           |                  ^^^^^^^^ missing when a companion has no household
///       fix: …
std::string render(const Diagnostic& diagnostic, const Source& source, Language language);

/// All of them, an empty line between two.
std::string render(const Diagnostics& diagnostics, const Source& source, Language language);

/// Ready to be put in a message: at most 40 characters of `text` on one line, control characters and broken UTF-8 shown
/// as `?`.
std::string shown(std::string_view text);

}  // namespace nilai::text
