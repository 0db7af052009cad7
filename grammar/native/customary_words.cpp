#include "grammar/native/customary_words.hpp"

#include <algorithm>
#include <array>
#include <variant>

#include "grammar/native/characters.hpp"
#include "grammar/native/slips.hpp"
#include "grammar/native/words.hpp"

namespace nilai::grammar::native {

namespace {

using Meant = std::variant<Keyword, std::string_view>;

struct CustomaryWord {
  std::string_view words;
  Meant meant;
  std::string_view behind_value = {};  ///< what is meant instead where a value stands before it
};

// Longer ones first: the first that fits is taken.
constexpr auto customary_words = std::to_array<CustomaryWord>({
    {"lebih dari atau sama dengan", ">="},
    {"kurang dari atau sama dengan", "<="},
    {"greater than or equal to", ">="},
    {"less than or equal to", "<="},
    {"tidak kurang dari", ">="},
    {"tidak lebih dari", "<="},
    {"no less than", ">="},
    {"no more than", "<="},
    {"lebih kecil dari", "<"},
    {"lebih besar dari", ">"},
    {"kurang dari", "<"},
    {"lebih dari", ">"},
    {"fewer than", "<"},
    {"less than", "<"},
    {"greater than", ">"},
    {"more than", ">"},
    {"minimal", Keyword::at_least, ">="},
    {"minimum", Keyword::at_least, ">="},
    {"maksimal", Keyword::at_most, "<="},
    {"maksimum", Keyword::at_most, "<="},
    {"maximum", Keyword::at_most, "<="},
    {"jika tidak", Keyword::otherwise},
    {"selainnya", Keyword::otherwise},
    {"selain", Keyword::otherwise},
    {"lainnya", Keyword::otherwise},
    {"else", Keyword::otherwise},
    {"apabila", Keyword::when},
    {"kalau", Keyword::when},
    {"jika", Keyword::when},
    {"if", Keyword::when},
    {"rata-rata", Keyword::average},
    {";", ","},
});

/// Behind `words`, whatever their case and the blanks between them; null where they do not stand at `at`.
const char* match(const char* at, const char* last, std::string_view words) {
  for (const char letter : words) {
    if (letter == ' ') {
      const char* next = at;
      while (next < last && (*next == ' ' || *next == '\t')) ++next;
      if (next == at) return nullptr;
      at = next;
    } else {
      if (at == last || lower({at, 1}).front() != letter) return nullptr;
      ++at;
    }
  }
  const bool is_sign = words == ";";
  return is_sign || name_char_length(at, last) == 0 ? at : nullptr;
}

bool is_keyword(const State& state, const char* at, const char* end) {
  const auto keywords = all_keywords();
  return std::any_of(keywords.begin(), keywords.end(), [&](Keyword keyword) {
    const char* behind = match_keyword(at, state, keyword);
    return behind != nullptr && behind > end;
  });
}

/// The word that ends before `at` on its line; empty where none does.
std::string_view word_before(const State& state, const char* at) {
  while (at > state.begin && (at[-1] == ' ' || at[-1] == '\t')) --at;
  const char* end = at;
  const auto is_part = [](char c) {
    return c == '_' || is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           static_cast<unsigned char>(c) >= 0x80;
  };
  while (at > state.begin && is_part(at[-1])) --at;
  return {at, static_cast<std::size_t>(end - at)};
}

/// A name, a number or `)` ends before `at`: what follows compares it.
bool is_behind_value(const State& state, const char* at) {
  if (state.place.word == Keyword::table) return false;
  const std::string_view word = word_before(state, at);
  if (!word.empty()) return !is_reserved(word, state.language);
  while (at > state.begin && (at[-1] == ' ' || at[-1] == '\t')) --at;
  return at > state.begin && (at[-1] == ')' || at[-1] == '%' || at[-1] == '`');
}

std::string written_for(const State& state, const Meant& meant) {
  const auto* keyword = std::get_if<Keyword>(&meant);
  return std::string(keyword != nullptr ? written(*keyword, state.language) : std::get<std::string_view>(meant));
}

}  // namespace

std::optional<Customary> customary_at(const State& state, const char* at) {
  for (const CustomaryWord& word : customary_words) {
    const char* end = match(at, state.last, word.words);
    if (end == nullptr) continue;
    if (is_keyword(state, at, end)) return std::nullopt;
    const bool compares = !word.behind_value.empty() && is_behind_value(state, at);
    std::string meant = compares ? std::string(word.behind_value) : written_for(state, word.meant);
    const std::string_view token(at, static_cast<std::size_t>(end - at));
    if (meant == token) return std::nullopt;
    return Customary{token, std::move(meant)};
  }
  return std::nullopt;
}

std::optional<Customary> customary_before(const State& state, const char* at) {
  const std::string_view word = word_before(state, at);
  if (word.empty()) return std::nullopt;
  // The others are told where they stand.
  const bool compares = std::any_of(customary_words.begin(), customary_words.end(), [&](const CustomaryWord& one) {
    return !one.behind_value.empty() && one.words == lower(word);
  });
  auto customary = compares ? customary_at(state, word.data()) : std::nullopt;
  return customary;
}

std::optional<CustomaryFunction> customary_function(const State& state, const char* at) {
  for (const CustomaryWord& word : customary_words) {
    const auto* keyword = std::get_if<Keyword>(&word.meant);
    const bool is_function = keyword != nullptr && *keyword == Keyword::average;
    const char* end = is_function ? match(at, state.last, word.words) : nullptr;
    const char* behind = end != nullptr ? skip_blanks(end, state.last) : state.last;
    if (behind < state.last && *behind == '(') return CustomaryFunction{*keyword, end};
  }
  return std::nullopt;
}

}  // namespace nilai::grammar::native
