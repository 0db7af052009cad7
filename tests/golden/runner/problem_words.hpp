#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/keywords.hpp"
#include "grammar/text/diagnostic.hpp"
#include "grammar/text/source.hpp"

namespace nilai::tests {

/// All that is said of a problem, in a language: message, mark, labels, notes, fixes.
std::vector<std::string> texts_of(const text::Diagnostic& diagnostic, text::Language language);

/// The place in YAML speaks of what the place in the native form does: it has the same words, save keywords for which
/// YAML has its own structure (`from 2017-01-01 30` and `2017-01-01: 30`).
bool is_same_construct(std::string_view native, std::string_view yaml, grammar::KeywordLanguage language);

/// Words in the wrong language, in what is said of a rulebook written in keywords of `language`: keywords of the other
/// language that it quotes though the rulebook has no such word, and, of either language of the messages, common words
/// of the other. Each with the text where it stands.
std::set<std::string> words_left_over(const text::Diagnostics& diagnostics, const text::Source& source,
                                      grammar::KeywordLanguage language);

}  // namespace nilai::tests
