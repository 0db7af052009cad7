#include "grammar/native/unquoted.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "grammar/native/characters.hpp"
#include "grammar/native/slips.hpp"
#include "grammar/native/words.hpp"

namespace nilai::grammar::native {

namespace {

/// The definitions that have a name and then a label.
constexpr auto named = std::to_array<Keyword>(
    {Keyword::rulebook, Keyword::choice, Keyword::table, Keyword::parameter, Keyword::measure, Keyword::criterion});

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

const char* line_start(const State& state, const char* at) {
  while (at > state.begin && at[-1] != '\n') --at;
  return at;
}

/// The name of the definition whose line `at` stands on, right before `at`.
std::optional<std::string_view> name_before(State& state, const char* at) {
  const char* begin = state.skip(line_start(state, at));
  for (const Keyword keyword : named) {
    const char* behind = match_keyword(begin, state, keyword);
    if (behind == nullptr || state.place.word != keyword) continue;
    const char* from = state.skip(behind);
    syntax::Name name;
    if (!read_name(behind, state, name) || state.skip(behind) != at) return std::nullopt;
    return std::string_view(from, static_cast<std::size_t>(behind - from));
  }
  return std::nullopt;
}

bool opens_clause(const State& state, const char* at) {
  const auto stands_here = [&](Keyword clause) { return match_keyword(at, state, clause) != nullptr; };
  return std::any_of(state.place.clauses.begin(), state.place.clauses.end(), stands_here) || stands_here(Keyword::by) ||
         stands_here(Keyword::basis);
}

/// Where the words that begin at `at` end: at a clause, a sign or the end of the line.
const char* end_of_words(const State& state, const char* at) {
  const char* end = at;
  while (at < state.last && is_word(token_at(at, state.last)) && !opens_clause(state, at)) {
    end = at + token_at(at, state.last).size();
    at = end;
    while (at < state.last && (*at == ' ' || *at == '\t')) ++at;
  }
  return end;
}

}  // namespace

std::optional<Unquoted> unquoted_at(State& state, const char* at) {
  const auto name = name_before(state, at);
  const std::string_view token = token_at(at, state.last);
  if (!name || !is_word(token) || opens_clause(state, at)) return std::nullopt;
  // Only blanks part it from the name: a character that nobody sees was reported as one.
  const char* behind = name->data() + name->size();
  if (!std::all_of(behind, at, [](char c) { return c == ' ' || c == '\t'; })) return std::nullopt;
  // What is nearly a word of the language was meant for it.
  if (const auto meant = keyword_meant(state, token); meant && lower(token) != *meant) return std::nullopt;
  const char* end = end_of_words(state, at);
  const bool is_label = is_capital(token.front());
  const char* begin = is_label ? at : name->data();
  std::string meant(begin, end);
  if (is_label) {
    meant = "\"" + meant + "\"";
  } else {
    meant = lower_words(meant);
    std::replace(meant.begin(), meant.end(), ' ', '_');
  }
  return Unquoted{state.span(begin, end), std::move(meant), is_label};
}

}  // namespace nilai::grammar::native
