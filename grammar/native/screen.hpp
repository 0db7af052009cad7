#pragma once

#include "grammar/text/diagnostic.hpp"
#include "grammar/text/source.hpp"

namespace nilai::grammar::native {

/// Looks at the characters of a text before it is read: that it is UTF-8 and not too large, that no characters are in
/// it that cannot be seen, and that every text in quotes and every name in backticks is closed. What is reported here
/// the words of the language are then lenient with (words.hpp), so that it is reported once.
///
/// False when the text cannot be read at all.
bool screen(const text::Source& source, text::Diagnostics& diagnostics);

}  // namespace nilai::grammar::native
