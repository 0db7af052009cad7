#include "grammar/read_native.hpp"

#include <array>

#include "grammar/given_names.hpp"
#include "grammar/keywords.hpp"
#include "grammar/native/definitions.hpp"
#include "grammar/native/mistakes.hpp"
#include "grammar/native/recovery.hpp"
#include "grammar/native/screen.hpp"
#include "grammar/native/slips.hpp"
#include "grammar/native/words.hpp"
#include "grammar/wording.hpp"

namespace nilai::grammar {

namespace {

using native::State;

/// As in YAML: no rulebook that somebody wrote comes near it.
constexpr std::size_t max_bytes = 1u << 20;

struct Definition {
  Keyword opening;
  void (*read)(const char*& first, State& state);
};

constexpr auto definitions = std::to_array<Definition>({{Keyword::use, native::read_use},
                                                        {Keyword::choice, native::read_choice},
                                                        {Keyword::table, native::read_table},
                                                        {Keyword::parameter, native::read_parameter},
                                                        {Keyword::measure, native::read_measure},
                                                        {Keyword::criterion, native::read_criterion},
                                                        {Keyword::score, native::read_score},
                                                        {Keyword::outcomes, native::read_outcomes},
                                                        {Keyword::decide, native::read_decide},
                                                        {Keyword::guarantee, native::read_guarantee},
                                                        {Keyword::test, native::read_test}});

/// Which language the text is written in, its first keyword says, be it misspelt; English where it is none.
void choose_language(State& state) {
  const char* at = state.skip(state.begin);
  const auto begins_rulebook = [&](KeywordLanguage language) {
    state.language = language;
    return native::match_keyword(at, state, Keyword::rulebook) != nullptr || native::is_definition(state, at);
  };
  const auto is_meant = [&](KeywordLanguage language, bool is_exact) {
    state.language = language;
    const auto definition = at == state.last ? std::nullopt : native::definition_meant(state, at);
    return definition && (definition->is_exact || !is_exact);
  };
  constexpr auto english = KeywordLanguage::english, indonesian = KeywordLanguage::indonesian;
  if (begins_rulebook(english)) return;
  const bool is_indonesian = begins_rulebook(indonesian) || (!is_meant(english, true) && is_meant(indonesian, true)) ||
                             (!is_meant(english, false) && is_meant(indonesian, false));
  state.language = is_indonesian ? indonesian : english;
  if (is_indonesian) state.diagnostics.spell_keywords(with_indonesian_keywords);
}

/// The definition that stands at `first`, if one does.
bool read_definition(const char*& first, State& state) {
  for (const Definition& definition : definitions) {
    const char* behind = native::match_keyword(state.skip(first), state, definition.opening);
    if (behind == nullptr) continue;
    state.clauses_seen.clear();
    state.reset();
    definition.read(first, state);
    state.place = {};
    return true;
  }
  return false;
}

void read_head(const char*& first, State& state) {
  native::read_rulebook_head(first, state);
  state.clauses_seen.clear();
  state.place = {};
}

/// What opens no definition: reported, and passed over up to the next one.
void pass_over(const char*& first, State& state) {
  const char* at = state.skip(first);
  const auto refuse = [&](Keyword word) { return native::match_keyword(at, state, word); };
  if (const char* head = refuse(Keyword::rulebook); head != nullptr && native::is_definition(state, at)) {
    state.diagnostics.add(text::Code::head_not_first, state.span(at, head));
  } else {
    native::report_unknown_part(state, at);
  }
  first = native::next_definition(state, at + native::token_at(at, state.last).size());
}

}  // namespace

syntax::Rulebook read_native(const text::Source& source, text::Diagnostics& diagnostics) {
  syntax::Rulebook book;
  if (!native::is_readable(source, max_bytes, diagnostics)) return book;
  State state(source, book, diagnostics);
  native::screen(state, state.begin);
  choose_language(state);
  const char* first = state.begin;
  if (state.skip(first) == state.last) diagnostics.add(text::Code::empty_file, {0, 0});
  if (native::match_keyword(state.skip(first), state, Keyword::rulebook) != nullptr) read_head(first, state);
  while (state.skip(first) != state.last) {
    if (!read_definition(first, state)) pass_over(first, state);
  }
  book.language = state.language;
  if (state.language == KeywordLanguage::indonesian) name_as_in_english(book);
  diagnostics.sort();
  return book;
}

}  // namespace nilai::grammar
