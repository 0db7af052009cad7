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

/// Where parts begin with a name: the line before `at` is indented, as parts are where a definition is not.
bool is_behind_indented_line(const State& state, const char* at) {
  while (at > state.begin && (at[-1] == '\n' || at[-1] == '\r' || at[-1] == ' ' || at[-1] == '\t')) --at;
  while (at > state.begin && at[-1] != '\n') --at;
  return at < state.last && (*at == ' ' || *at == '\t');
}

/// Whether what follows `definition` cannot follow an outcome or a decision: the name of what is defined, or the first
/// case of a decision.
bool tells_definition(State& state, const DefinitionMeant& definition) {
  const char* begin = definition.token.data();
  if (!is_behind_indented_line(state, begin)) return false;
  const char* at = begin + definition.token.size();
  const char* next = state.skip(at);
  syntax::Name name;
  const bool is_same_line = std::find(at, next, '\n') == next;
  const auto stands = [&](const char* where, Keyword word) {
    return match_keyword(state.skip(where), state, word) != nullptr;
  };
  const auto is_mark = [&](Keyword word) { return stands(at, word); };
  if (is_mark(Keyword::when) || is_mark(Keyword::otherwise) || is_mark(Keyword::confirmed_by_a_person) ||
      is_mark(Keyword::outside_the_order) || is_mark(Keyword::basis) || !read_name(at, state, name)) {
    return false;
  }
  if (definition.word != written(Keyword::decide, state.language)) return is_same_line;
  return stands(at, Keyword::when) || stands(at, Keyword::otherwise);
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

std::string_view words_at(const State& state, const char* at, std::string_view like) {
  const char* end = at;
  for (auto left = std::count(like.begin(), like.end(), ' '); left >= 0; --left) {
    const std::string_view token = token_at(end, state.last);
    if (!is_word(token)) return {};
    end += token.size();
    if (left == 0) break;
    while (end < state.last && (*end == ' ' || *end == '\t')) ++end;
  }
  return {at, static_cast<std::size_t>(end - at)};
}

std::string lower_words(std::string_view words) {
  std::string text;
  for (const char c : lower(words)) {
    const bool is_blank = c == ' ' || c == '\t';
    if (!is_blank) {
      text += c;
    } else if (text.back() != ' ') {
      text += ' ';
    }
  }
  return text;
}

std::optional<DefinitionMeant> definition_meant(const State& state, const char* at) {
  std::vector<std::string> single;
  std::optional<DefinitionMeant> several;
  for (int k = static_cast<int>(Keyword::rulebook); k <= static_cast<int>(Keyword::test); ++k) {
    const std::string word(written(static_cast<Keyword>(k), state.language));
    const std::string_view token = words_at(state, at, word);
    if (token.empty() || token.size() > longest_slip) continue;
    if (lower_words(token) == word) return DefinitionMeant{word, token, true};
    if (word.find(' ') == std::string::npos) {
      single.push_back(word);
    } else if (text::nearest(lower_words(token), {word})) {
      several = DefinitionMeant{word, token, false};
    }
  }
  if (several) return several;
  const std::string_view token = token_at(at, state.last);
  const auto near = is_word(token) ? meant(token, single) : std::nullopt;
  return near ? std::optional(DefinitionMeant{*near, token, false}) : std::nullopt;
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
  if (at == state.last || !is_at_margin) return false;
  const auto definition = definition_meant(state, at);
  if (!definition || definition->token == definition->word) return false;
  return state.place.starts_part == nullptr || tells_definition(state, *definition);
}

}  // namespace nilai::grammar::native
