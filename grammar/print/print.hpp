#pragma once

#include <string>

#include "grammar/form.hpp"
#include "grammar/keywords.hpp"
#include "grammar/syntax/rulebook.hpp"
#include "grammar/text/source.hpp"

namespace nilai::grammar {

/// How a rulebook can be written: two forms, each with the keywords of either language.
struct Surface {
  Form form{};
  KeywordLanguage language{};
};

/// The surface that a rulebook was read from.
Surface surface_of(const syntax::Rulebook& book, const text::Source& source);

/// A rulebook as it is written on a surface, in the one layout, with the comments of the text it was read from. Read
/// again, it gives the same tree; printed again, the same text. Requires: `book` was read from `source` without an
/// error.
std::string print(const syntax::Rulebook& book, const text::Source& source, Surface surface);

}  // namespace nilai::grammar
