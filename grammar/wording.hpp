#pragma once

#include <string>
#include <string_view>

#include "grammar/keywords.hpp"

namespace nilai::grammar {

/// A message's wording for a rulebook in Indonesian keywords: what it quotes in backticks is a piece of a rulebook, and
/// its English keywords become Indonesian ones. Capitals (`TABLE`) and places for arguments (`{0}`) stay.
std::string with_indonesian_keywords(std::string_view wording);

/// A piece of a rulebook in English keywords, as a rulebook in `language` has it: `measured by` is `diukur dengan`.
std::string spelt(std::string_view piece, KeywordLanguage language);

}  // namespace nilai::grammar
