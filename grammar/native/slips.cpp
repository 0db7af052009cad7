#include "grammar/native/slips.hpp"

#include <algorithm>
#include <vector>

#include "grammar/native/characters.hpp"
#include "grammar/native/recovery.hpp"
#include "grammar/native/words.hpp"
#include "grammar/text/nearest.hpp"

namespace nilai::grammar::native {

namespace {

std::optional<std::string> meant(std::string_view token, const std::vector<std::string>& words) {
  const std::string word = lower(token.substr(0, longest_slip + 1));
  if (std::find(words.begin(), words.end(), word) != words.end()) return word;
  return word.size() > longest_slip ? std::nullopt : text::nearest(word, words);
}

bool is_slip(std::string_view token, const std::optional<std::string>& meant) {
  return is_word(token) && meant && *meant != token;
}

}  // namespace

bool is_word(std::string_view token) {
  return !token.empty() && !is_digit(token.front()) && name_char_length(token.data(), token.data() + token.size()) > 0;
}

std::string lower(std::string_view word) {
  std::string text(word);
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return text;
}

std::optional<std::string> definition_meant(const State& state, std::string_view word) {
  std::vector<std::string> words;
  for (int k = static_cast<int>(Keyword::rulebook); k <= static_cast<int>(Keyword::test); ++k) {
    words.emplace_back(written(static_cast<Keyword>(k), state.language));
  }
  return meant(word, words);
}

std::optional<std::string> clause_meant(const State& state, std::string_view word) {
  std::vector<std::string> words;
  for (const Keyword clause : state.place.clauses) words.emplace_back(first_word(clause, state.language));
  return meant(word, words);
}

std::optional<std::string> keyword_meant(const State& state, std::string_view word) {
  std::vector<std::string> words;
  for (const Keyword keyword : all_keywords()) words.emplace_back(first_word(keyword, state.language));
  return meant(word, words);
}

bool is_misspelt_clause(State& state, const char* at) {
  at = state.skip(at);
  if (at == state.last || !is_first_on_line(state, at)) return false;
  const std::string_view token = token_at(at, state.last);
  return is_slip(token, clause_meant(state, token));
}

bool is_misspelt_definition(State& state, const char* at) {
  at = state.skip(at);
  const bool is_at_margin = at == state.begin || at[-1] == '\n';
  if (at == state.last || !is_at_margin || state.place.starts_part != nullptr) return false;
  const std::string_view token = token_at(at, state.last);
  return is_slip(token, definition_meant(state, token));
}

}  // namespace nilai::grammar::native
