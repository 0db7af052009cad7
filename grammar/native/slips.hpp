#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "grammar/native/state.hpp"

namespace nilai::grammar::native {

// Words that are keywords but for a slip: a letter too many, too few, changed or swapped, or a capital.

/// A longer word is no slip of a keyword.
inline constexpr std::size_t longest_slip = 40;

/// `token` is a word, and no number or sign.
bool is_word(std::string_view token);

std::string lower(std::string_view word);

/// What opens a definition, or a slip of it.
struct DefinitionMeant {
  std::string word;        ///< as it is written: `daftar keputusan`
  std::string_view token;  ///< what stands there for it, as many words
  bool is_exact = false;   ///< but for capitals
};

/// The keyword that stands, or is meant, at `at`, where no blanks are.
std::optional<DefinitionMeant> definition_meant(const State& state, const char* at);

/// The keyword that a word is or is meant to be: of those that open a clause of `state.place` (the first word of it),
/// of all (likewise). Empty: of none.
std::optional<std::string> clause_meant(const State& state, std::string_view word);
std::optional<std::string> keyword_meant(const State& state, std::string_view word);

/// As many words from `at` on as `like` has, on one line; empty where there are fewer.
std::string_view words_at(const State& state, const char* at, std::string_view like);

/// In lower case, with one blank between words.
std::string lower_words(std::string_view words);

/// A slip of a word that opens a clause of `state.place` stands at `at`, first on its line.
bool is_misspelt_clause(State& state, const char* at);

/// A slip of a word that opens a definition stands at `at`, at the margin: what goes on in the next line is indented.
/// Where the definition at hand has parts that begin with a name, what follows must tell it from those.
bool is_misspelt_definition(State& state, const char* at);

}  // namespace nilai::grammar::native
