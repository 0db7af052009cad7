#pragma once

#include <string>
#include <string_view>

namespace nilai::grammar {

/// A message's wording for a rulebook in Indonesian keywords: what it quotes in backticks is a piece of a rulebook, and
/// its English keywords become Indonesian ones. Capitals (`TABLE`) and places for arguments (`{0}`) stay.
std::string with_indonesian_keywords(std::string_view wording);

}  // namespace nilai::grammar
