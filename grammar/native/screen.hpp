#pragma once

#include "grammar/native/state.hpp"

namespace nilai::grammar::native {

/// The text is UTF-8 and not larger than `max_bytes`; if not, that is reported, and it cannot be read at all.
bool is_readable(const text::Source& source, std::size_t max_bytes, text::Diagnostics& diagnostics);

/// Looks at the characters of [from, state.last) before they are read: that none are there that cannot be seen, and
/// that every text in quotes and every name in backticks is closed. What is reported here the words of the language are
/// then lenient with (words.hpp), so that it is reported once.
void screen(State& state, const char* from);

/// The first of these looks alone: reports the first character of [from, to) that cannot be seen, or gives true.
bool has_no_controls(State& state, const char* from, const char* to);

}  // namespace nilai::grammar::native
