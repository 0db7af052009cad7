#pragma once

#include <string>
#include <vector>

#include "grammar/keywords.hpp"
#include "grammar/print/comments.hpp"
#include "grammar/syntax/rulebook.hpp"

namespace nilai::grammar {

/// A rulebook in YAML form: block style, two blanks a level, definitions by kind in the order that the language
/// reference gives; a scalar in quotes only where YAML asks for it. Requires: the tree was read without an error.
std::string print_yaml(const syntax::Rulebook& book, KeywordLanguage language, const std::vector<Comment>& comments);

}  // namespace nilai::grammar
