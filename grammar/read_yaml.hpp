#pragma once

#include "grammar/syntax/rulebook.hpp"
#include "grammar/text/diagnostic.hpp"
#include "grammar/text/source.hpp"

namespace nilai::grammar {

/// Reads a rulebook in the YAML form: keys are keywords, names and a few words of their own; a scalar is prose, or
/// native text of one rule of the grammar, read alone and to its end.
///
/// As `read_native`: always returns a tree, all mistakes are reported (codes 1xxx), and their spans are places of the
/// file, inside its scalars. A file may have 1 MiB, and what YAML calls tags, anchors, aliases and merge keys is
/// refused.
syntax::Rulebook read_yaml(const text::Source& source, text::Diagnostics& diagnostics);

}  // namespace nilai::grammar
