#pragma once

#include <cstdint>
#include <string_view>

#include "grammar/text/diagnostic.hpp"
#include "grammar/text/source.hpp"

namespace nilai::grammar::yaml {

/// Reports that the file is not YAML at `place`, for the reason that the YAML library gives in its own words.
void report_syntax_mistake(std::string_view reason, std::uint32_t place, const text::Source& source,
                           text::Diagnostics& diagnostics);

/// Reports what YAML has and a rulebook does without, the word of `span`: a tag, an anchor, an alias, a merge key.
void report_refused(text::Code code, text::Span span, const text::Source& source, text::Diagnostics& diagnostics);

}  // namespace nilai::grammar::yaml
