#include <array>
#include <utility>

#include "grammar/native/characters.hpp"
#include "grammar/native/expression_rules.hpp"

namespace nilai::grammar::native {

namespace {

using syntax::ExpressionId;
using text::Phrase;
using text::Span;

/// `rounded up (x to 2 places)`; false where `rounded` is a name.
bool read_rounded(const char*& first, State& state, ExpressionId& id) {
  const char* begin = state.skip(first);
  syntax::Rounding rounding;
  const auto is = [&](syntax::RoundingDirection direction) {
    return [&rounding, direction] { rounding.direction = direction; };
  };
  const auto direction = keyword(Keyword::up)[is(syntax::RoundingDirection::up)] |
                         keyword(Keyword::down)[is(syntax::RoundingDirection::down)] |
                         keyword(Keyword::half_even)[is(syntax::RoundingDirection::half_even)];
  const char* at = first;
  if (!run(keyword(Keyword::rounded) >> -direction >> &symbol("("), at, state)) return false;
  const Nested nested(begin, state);
  const Restored inside(state.is_bare_clause, false);
  const auto grain = Token([&](const char*& here, State& s) { return read_grain(here, s, rounding); }, Phrase::a_grain);
  run(open_parenthesis() > rule<read_condition>(id) > grain > close_parenthesis(), at, state);
  first = at;
  rounding.span = state.span(begin, first);
  id = add_checked(state, syntax::RoundedCall{id, rounding}, rounding.span);
  return true;
}

// --- words ---------------------------------------------------------------------------------------------------------

struct PhraseWord {
  Keyword keyword;
  syntax::Phrase phrase;
};
constexpr auto phrases =
    std::to_array<PhraseWord>({{Keyword::period_start, syntax::Phrase::period_start},
                               {Keyword::period_end, syntax::Phrase::period_end},
                               {Keyword::assessed_weight, syntax::Phrase::assessed_weight},
                               {Keyword::weakest_criterion, syntax::Phrase::weakest_criterion},
                               {Keyword::weighted_average_of_criteria, syntax::Phrase::weighted_average_of_criteria},
                               {Keyword::sum_of_points, syntax::Phrase::sum_of_points}});

bool read_phrase(const char*& first, State& state, ExpressionId& id) {
  const char* begin = state.skip(first);
  for (const PhraseWord& word : phrases) {
    if (!read_keyword(first, state, word.keyword)) continue;
    id = state.add(syntax::PhraseUse{word.phrase}, state.span(begin, first));
    return true;
  }
  return false;
}

bool read_given_word(const char*& first, State& state, ExpressionId& id) {
  const char* begin = state.skip(first);
  if (read_keyword(first, state, Keyword::it)) {
    id = state.add(syntax::ItUse{}, state.span(begin, first));
    return true;
  }
  return read_flag(first, state, id);
}

/// `NAME`, or `TABLE.NAME` without blanks between.
bool read_name_or_field(const char*& first, State& state, ExpressionId& id) {
  const char* begin = state.skip(first);
  const auto stands_here = [&](Keyword word) { return match_keyword(begin, state, word) != nullptr; };
  if (stands_here(Keyword::assessed_when)) return false;
  // Within parentheses, `measured by …` may be rows; directly in a criterion, it is the next clause.
  if (state.is_bare_clause && stands_here(Keyword::measured_by)) return false;
  syntax::Name word;
  if (!read_name(first, state, word)) return false;
  if (first + 1 < state.last && *first == '.' && (first[1] == '`' || name_char_length(first + 1, state.last) > 0)) {
    const char* at = first + 1;
    if (syntax::Name column; read_name(at, state, column)) {
      first = at;
      id = state.add(syntax::FieldUse{std::move(word), std::move(column)}, state.span(begin, first));
      return true;
    }
  }
  const Span span = word.span;
  id = state.add(syntax::NameUse{std::move(word.text)}, span);
  return true;
}

bool read_parenthesis(const char*& first, State& state, ExpressionId& id) {
  const char* begin = state.skip(first);
  if (begin == state.last || *begin != '(') return false;
  const Nested nested(begin, state);
  const Restored inside(state.is_bare_clause, false);
  run(open_parenthesis() > rule<read_body>(id) > close_parenthesis(), first, state);
  syntax::Expression& expression = state.book.expressions[id.index];
  expression.span = state.span(begin, first);
  expression.is_parenthesized = true;
  return true;
}

bool read_text_literal(const char*& first, State& state, ExpressionId& id) {
  const char* begin = state.skip(first);
  std::string text;
  if (!read_text(first, state, text)) return false;
  id = state.add(syntax::TextLiteral{std::move(text)}, state.span(begin, first));
  return true;
}

}  // namespace

bool read_primary(const char*& first, State& state, ExpressionId& id) {
  return read_quantity(first, state, id) || read_parenthesis(first, state, id) || read_text_literal(first, state, id) ||
         read_rounded(first, state, id) || read_call(first, state, id) || read_phrase(first, state, id) ||
         read_given_word(first, state, id) || read_name_or_field(first, state, id);
}

bool read_grain(const char*& first, State& state, syntax::Rounding& rounding) {
  std::uint32_t places = 0;
  const auto keep = [&] { rounding.places = places; };
  return run((keyword(Keyword::to_nearest) > number(rounding.nearest)) |
                 (keyword(Keyword::to) > natural(places)[keep] > keyword(Keyword::places)),
             first, state);
}

bool read_rounding_rule(const char*& first, State& state, syntax::Rounding& rounding) {
  const char* begin = state.skip(first);
  const auto is = [&](syntax::RoundingDirection direction) {
    return [&rounding, direction] { rounding.direction = direction; };
  };
  const auto grain = Token([&](const char*& here, State& s) { return read_grain(here, s, rounding); }, Phrase::a_grain);
  const auto direction = keyword(Keyword::up)[is(syntax::RoundingDirection::up)] |
                         keyword(Keyword::down)[is(syntax::RoundingDirection::down)] |
                         keyword(Keyword::half_even)[is(syntax::RoundingDirection::half_even)];
  return run(-direction > grain > ends(begin, rounding.span), first, state);
}

}  // namespace nilai::grammar::native
