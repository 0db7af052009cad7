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

/// The keyword that a word is or is meant to be: of those that open a definition, of those that open a clause of
/// `state.place` (the first word of it), of all (likewise). Empty: of none.
std::optional<std::string> definition_meant(const State& state, std::string_view word);
std::optional<std::string> clause_meant(const State& state, std::string_view word);
std::optional<std::string> keyword_meant(const State& state, std::string_view word);

/// A slip of a word that opens a clause of `state.place` stands at `at`, first on its line.
bool is_misspelt_clause(State& state, const char* at);

/// A slip of a word that opens a definition stands at `at`, at the margin: what goes on in the next line is indented.
/// Not where the definition at hand has parts that begin with a name.
bool is_misspelt_definition(State& state, const char* at);

}  // namespace nilai::grammar::native
