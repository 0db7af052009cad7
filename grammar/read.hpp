#pragma once

#include "grammar/syntax/rulebook.hpp"
#include "grammar/text/diagnostic.hpp"
#include "grammar/text/source.hpp"

namespace nilai::grammar {

/// Reads a rulebook in the form that the source's name tells (`form_of`). See `read_native` and `read_yaml`.
syntax::Rulebook read(const text::Source& source, text::Diagnostics& diagnostics);

}  // namespace nilai::grammar
