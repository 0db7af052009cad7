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

/// The other way, before a tree is printed with Indonesian keywords. Read again, the text gives the tree that it was,
/// but for a score that gets its name written out because the author has something called `score` too.
void name_as_in_indonesian(syntax::Rulebook& book);

/// Whether a rulebook has a score without a name, called as the language calls it: no name of the author's is spelt so.
bool has_given_score(const syntax::Rulebook& book);

/// Renames what a file says of such a score that stands in another file, in the words of its own keywords.
void name_score_elsewhere(syntax::Rulebook& book, KeywordLanguage from, KeywordLanguage to);

}  // namespace nilai::grammar
