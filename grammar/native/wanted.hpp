#pragma once

#include <string>
#include <variant>

#include "grammar/keywords.hpp"
#include "grammar/text/diagnostic.hpp"

namespace nilai::grammar::native {

/// What the grammar asks for at a place, as people call it: a keyword, a sign, or a phrase such as "a name".
using Wanted = std::variant<Keyword, const char*, text::Phrase>;

/// What stands for it until it is reported: only `report_expected` puts it in words.
std::string wanted_text(const Wanted& wanted);

}  // namespace nilai::grammar::native
