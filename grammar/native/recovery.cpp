#include "grammar/native/recovery.hpp"

#include <algorithm>
#include <array>

#include "grammar/native/characters.hpp"
#include "grammar/native/slips.hpp"
#include "grammar/native/words.hpp"

namespace nilai::grammar::native {

namespace {

constexpr auto reserved_openers =
    std::to_array<Keyword>({Keyword::choice, Keyword::table, Keyword::parameter, Keyword::measure, Keyword::criterion,
                            Keyword::outcomes, Keyword::decide, Keyword::guarantee, Keyword::test});

/// `score [NAME] ["label"]`, and then `=` or a weight.
bool is_score_head(const char* at, State& state) {
  if (!read_keyword(at, state, Keyword::score)) return false;
  const auto has_body = [&](const char* behind) {
    return read_symbol(behind, state, "=") || read_keyword(behind, state, Keyword::weight);
  };
  if (has_body(at)) return true;
  syntax::Name name;
  read_name(at, state, name);
  syntax::Label label;
  read_label(at, state, label);
  return has_body(at);
}

bool is_clause(State& state, const char* at) {
  const auto& place = state.place;
  const auto stands_here = [&](Keyword clause) { return match_keyword(at, state, clause) != nullptr; };
  return std::any_of(place.clauses.begin(), place.clauses.end(), stands_here) ||
         (place.starts_part != nullptr && place.starts_part(at, state));
}

/// The first place at or after `from` that stands first on its line and is `wanted`.
template <class Wanted>
const char* next_line_start(State& state, const char* from, Wanted wanted) {
  const char* at = from;
  if (!is_first_on_line(state, skip_blanks(at, state.last))) at = std::find(at, state.last, '\n');
  for (;;) {
    at = skip_blanks(at, state.last);
    if (at == state.last || wanted(at)) return at;
    at = std::find(at, state.last, '\n');
  }
}

}  // namespace

bool is_first_on_line(const State& state, const char* at) {
  while (at > state.begin && (at[-1] == ' ' || at[-1] == '\t')) --at;
  return at == state.begin || at[-1] == '\n';
}

bool is_definition(State& state, const char* at) {
  at = state.skip(at);
  const auto stands_here = [&](Keyword keyword) { return match_keyword(at, state, keyword); };
  if (std::any_of(reserved_openers.begin(), reserved_openers.end(), stands_here)) return true;
  if (const char* behind = stands_here(Keyword::use)) return is_text(state.skip(behind), state.last);
  if (const char* behind = stands_here(Keyword::rulebook)) {
    syntax::Name name;
    return is_first_on_line(state, at) && read_name(behind, state, name);
  }
  // Among parts that begin with a name, a slip would be taken for one of them.
  return is_score_head(at, state) || (state.place.starts_part != nullptr && is_misspelt_definition(state, at));
}

const char* next_part(State& state, const char* from) {
  return next_line_start(state, from, [&](const char* at) {
    return is_clause(state, at) || is_definition(state, at) || is_misspelt_clause(state, at) ||
           is_misspelt_definition(state, at);
  });
}

const char* next_definition(State& state, const char* from) {
  return next_line_start(state, from,
                         [&](const char* at) { return is_definition(state, at) || is_misspelt_definition(state, at); });
}

}  // namespace nilai::grammar::native
