#include <utility>

#include "grammar/native/characters.hpp"
#include "grammar/native/definitions.hpp"
#include "grammar/native/expression_parsers.hpp"

namespace nilai::grammar::native {

namespace {

using text::Phrase;

// --- outcomes ------------------------------------------------------------------------------------------------------

/// Any name may be an outcome: after a mistake, the next line that begins with one.
bool starts_with_name(const char* at, const State& state) {
  return name_char_length(at, state.last) > 0 && !is_digit(*at);
}

/// A name, which is not read yet.
auto name_ahead() {
  return Token(
      [](const char*& first, State& state) {
        const char* at = first;
        syntax::Name ahead;
        return read_name(at, state, ahead);
      },
      Phrase::a_name);
}

bool read_mark(const char*& first, State& state, syntax::Outcome& outcome) {
  const auto confirmed = [&] { outcome.is_confirmed_by_a_person = true; };
  const auto outside = [&] { outcome.is_outside_the_order = true; };
  return run(keyword(Keyword::confirmed_by_a_person)[confirmed] | keyword(Keyword::outside_the_order)[outside] |
                 (keyword(Keyword::basis) >> quoted(outcome.basis)),
             first, state);
}

bool read_outcome(const char*& first, State& state, syntax::Outcomes& outcomes) {
  syntax::Outcome outcome;
  const auto mark = word<read_mark>(outcome, Phrase::a_value);
  if (!run(!mark >> name(outcome.name) > -label(outcome.label) > *mark, first, state)) return false;
  outcomes.outcomes.push_back(std::move(outcome));
  return true;
}

// --- decisions -----------------------------------------------------------------------------------------------------

/// A name with `when` or `otherwise` behind it.
bool starts_decision(const char* at, const State& state) {
  if (!starts_with_name(at, state)) return false;
  while (const std::size_t length = name_char_length(at, state.last)) at += length;
  at = skip_blanks(at, state.last);
  return match_keyword(at, state, Keyword::when) != nullptr || match_keyword(at, state, Keyword::otherwise) != nullptr;
}

bool read_reason(const char*& first, State& state, syntax::Reason& reason) {
  const auto language = [&](std::string_view word) {
    return Token([word](const char*& at, State& s) { return read_language(at, s, word); }, "en");
  };
  syntax::ReasonText en, id;
  const auto keep_en = [&] { reason.en = std::exchange(en, {}); };
  const auto keep_id = [&] { reason.id = std::exchange(id, {}); };
  const char* begin = state.skip(first);
  return run(reason_text(reason.text) >>
                 *((language("en") > reason_text(en)[keep_en]) | (language("id") > reason_text(id)[keep_id])) >>
                 ends(begin, reason.span),
             first, state);
}

/// A second `because` or `code` of one decision.
void refuse_second(State& state, bool is_second, const char* behind, Keyword word) {
  if (!is_second) return;
  const std::string_view spelt = written(word, state.language);
  state.diagnostics.add(text::Code::clause_twice, state.span(behind - spelt.size(), behind), {std::string(spelt)});
}

bool read_decision(const char*& first, State& state, syntax::Decide& decide) {
  syntax::Decision decision;
  const char* begin = state.skip(first);
  syntax::Reason reason;
  syntax::Code own_code;
  const auto keyword_once = [&](Keyword opening, const auto& is_second) {
    return Token(
        [opening, &is_second](const char*& at, State& s) {
          if (!read_keyword(at, s, opening)) return false;
          refuse_second(s, is_second(), at, opening);
          return true;
        },
        opening);
  };
  const auto has_reason = [&] { return decision.because.has_value(); };
  const auto has_code = [&] { return decision.code.has_value(); };
  const auto keep_reason = [&] { decision.because = std::exchange(reason, {}); };
  const auto keep_code = [&] { decision.code = own_code; };

  const auto guard = called(Phrase::when_or_otherwise,
                            (keyword(Keyword::when) > condition(decision.condition)) | keyword(Keyword::otherwise));
  const auto because =
      keyword_once(Keyword::because, has_reason) > word<read_reason>(reason, Phrase::a_text_in_quotes)[keep_reason];
  // An outcome may be called `code` or `basis`: then `when` or `otherwise` follows.
  const auto coded =
      &(keyword(Keyword::code) >> code(own_code)) >> keyword_once(Keyword::code, has_code) >> code(own_code)[keep_code];
  const auto grounds = keyword(Keyword::basis) >> quoted(decision.basis);
  if (!run(name(decision.outcome) > guard > *(because | coded | grounds) > ends(begin, decision.span) > -symbol(","),
           first, state)) {
    return false;
  }
  decide.decisions.push_back(std::move(decision));
  return true;
}

}  // namespace

void check_otherwise(const syntax::Decide& decide, State& state) {
  for (std::size_t i = 0; i + 1 < decide.decisions.size(); ++i) {
    if (decide.decisions[i].condition.is_none()) {
      state.diagnostics.add(text::Code::otherwise_not_last, decide.decisions[i].span);
    }
  }
}

void read_outcomes(const char*& first, State& state) {
  syntax::Outcomes outcomes;
  state.place = {Keyword::outcomes, {}, starts_with_name};
  const char* begin = state.skip(first);
  const auto outcome = word<read_outcome>(outcomes, Phrase::a_name);
  const auto head = keyword(Keyword::outcomes) > name_ahead();
  run(guarded(head) >> parts(outcome) >> ends(begin, outcomes.span), first, state);
  state.book.outcomes.push_back(std::move(outcomes));
}

void read_decide(const char*& first, State& state) {
  syntax::Decide decide;
  state.place = {Keyword::decide, {}, starts_decision};
  const char* begin = state.skip(first);
  const auto decision = word<read_decision>(decide, Phrase::a_name);
  const auto head = keyword(Keyword::decide) > name_ahead();
  run(guarded(head) >> parts(decision) >> ends(begin, decide.span), first, state);
  check_otherwise(decide, state);
  state.book.decides.push_back(std::move(decide));
}

}  // namespace nilai::grammar::native
