#pragma once

#include "grammar/syntax/rulebook.hpp"

namespace nilai::grammar {

/// Names that the language gives are the same in the tree whatever the keywords of the text: a rulebook written in
/// Indonesian calls its score without a name `nilai`, the tree `score`; so do `keputusan` in `previous(…)`, and what a
/// row of the criteria has.
///
/// A name of the author's own stays, of course: where `nilai` is one, nothing is changed; where `score` is one, the
/// score without a name is called `nilai` in the tree too.
void name_as_in_english(syntax::Rulebook& book);

/// The other way, before a tree is printed with Indonesian keywords. Read again, the text gives the tree that it was.
void name_as_in_indonesian(syntax::Rulebook& book);

}  // namespace nilai::grammar
