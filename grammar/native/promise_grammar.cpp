#include <utility>

#include "grammar/native/clauses.hpp"
#include "grammar/native/definitions.hpp"
#include "grammar/native/expression_parsers.hpp"

namespace nilai::grammar::native {

namespace {

using syntax::Given;
using syntax::Guarantee;
using syntax::Known;
using text::Phrase;

// --- guarantees ----------------------------------------------------------------------------------------------------

/// What must not rise or fall: a score's name, or `points(CRITERION)`.
bool read_raised_score(const char*& first, State& state, Guarantee& guarantee) {
  const char* begin = state.skip(first);
  if (match_keyword(begin, state, Keyword::points) != nullptr) {
    return run(expression(Form::sum, guarantee.subject), first, state);
  }
  syntax::Name score;
  if (!read_name(first, state, score)) return false;
  guarantee.subject = state.add(syntax::NameUse{std::move(score.text)}, state.span(begin, first));
  return true;
}

// --- what a test says ----------------------------------------------------------------------------------------------

/// Words that open the next part of a test, and so are no names in it.
bool is_test_word(const char* at, State& state) {
  at = state.skip(at);
  for (const Keyword word : {Keyword::given, Keyword::having, Keyword::expect}) {
    if (match_keyword(at, state, word) != nullptr) return true;
  }
  return false;
}

/// Such a word, which is not read yet.
auto test_word() {
  return Token([](const char*& first, State& state) { return is_test_word(first, state); }, Phrase::given_or_expect);
}

bool read_told(const char*& first, State& state, syntax::Name& into) {
  return !is_test_word(first, state) && !is_definition(state, first) && read_name(first, state, into);
}

/// `not assessed`, `100 points`, or what a column may be.
bool read_fixed(const char*& first, State& state, Known& known) {
  if (read_keyword(first, state, Keyword::not_assessed)) {
    known.kind = Known::Kind::not_assessed;
    return true;
  }
  if (!read_known(first, state, known)) return false;
  if (known.kind == Known::Kind::value && read_keyword(first, state, Keyword::points)) known.kind = Known::Kind::points;
  return true;
}

auto known(Known& into) {
  return word<read_known>(into, Phrase::a_fixed_value);
}
auto fixed(Known& into) {
  return word<read_fixed>(into, Phrase::a_fixed_value);
}

bool read_pair(const char*& first, State& state, Given& given) {
  Given::Pair pair;
  const char* at = first;
  if (!read_told(at, state, pair.column)) return false;
  // `given rating excellent`: what could be the first column is a value. Later on, a column must have one.
  const auto value = known(pair.known);
  if (given.pairs.empty() && given.row_count == 0 ? !run(value, at, state) : !run(x3::expect[value], at, state))
    return false;
  read_symbol(at, state, ",");
  first = at;
  given.pairs.push_back(std::move(pair));
  return true;
}

bool read_rows(const char*& first, State& state, Given& given) {
  return read_row_count(first, state, given) && run(*word<read_pair>(given, Phrase::a_name), first, state);
}

bool read_given(const char*& first, State& state, syntax::Test& test) {
  Given given;
  const char* begin = state.skip(first);
  if (!read_keyword(first, state, Keyword::given)) return false;
  Given having;
  const char* having_begin = first;
  const auto keep_having = [&] { given.having.push_back(std::exchange(having, {})); };
  const auto more = (begins(having_begin) >> keyword(Keyword::having) >
                     called(Phrase::rows_of_a_test, word<read_rows>(having, Phrase::a_name)) >
                     ends(having_begin, having.span))[keep_having];
  const auto pair = word<read_pair>(given, Phrase::a_name);
  const auto outright = word<read_fixed_value>(given, Phrase::a_fixed_value);
  const auto subject = word<read_told>(given.of, Phrase::a_name) >> ((pair >> *pair) | outright | x3::eps);
  const auto world = (word<read_rows>(given, Phrase::a_name) >> *more) | subject;
  run(x3::expect[called(Phrase::rows_of_a_test, world)] >> ends(begin, given.span), first, state);
  test.given.push_back(std::move(given));
  return true;
}

bool read_expect(const char*& first, State& state, syntax::Test& test) {
  syntax::Expectation expectation;
  const char* begin = state.skip(first);
  if (!read_keyword(first, state, Keyword::expect)) return false;
  const auto what = word<read_expectation>(expectation, Phrase::an_expectation);
  run(x3::expect[what] >> ends(begin, expectation.span), first, state);
  test.expect.push_back(std::move(expectation));
  return true;
}

}  // namespace

bool read_promise(const char*& first, State& state, Guarantee& guarantee) {
  using Kind = Guarantee::Kind;
  using Direction = Guarantee::Direction;
  const auto is = [&](Kind kind) { return [&guarantee, kind] { guarantee.kind = kind; }; };
  const auto goes = [&](Direction direction) { return [&guarantee, direction] { guarantee.direction = direction; }; };
  const auto score_way =
      (keyword(Keyword::raises)[goes(Direction::raises)] | keyword(Keyword::lowers)[goes(Direction::lowers)]);
  const auto outcome_way =
      (keyword(Keyword::worsens)[goes(Direction::worsens)] | keyword(Keyword::improves)[goes(Direction::improves)]);
  const auto way = called(Phrase::raises_or_lowers,
                          (score_way[is(Kind::raising_score)] > word<read_raised_score>(guarantee, Phrase::a_name)) |
                              (outcome_way[is(Kind::raising_outcome)] > keyword(Keyword::outcome)));
  const auto raising = keyword(Keyword::raising) >> name(guarantee.raised) > keyword(Keyword::never) > way;
  const auto missing = keyword(Keyword::missing_data)[is(Kind::missing_data)] > keyword(Keyword::never) >
                       keyword(Keyword::leads_to) > name(guarantee.outcome);
  const auto coded = keyword(Keyword::code) >> code(guarantee.code) >> keyword(Keyword::when)[is(Kind::never_code)];
  const auto outcome = name(guarantee.outcome) >> keyword(Keyword::when)[is(Kind::never_outcome)];
  const auto never = keyword(Keyword::never)[is(Kind::never)] >
                     called(Phrase::a_condition,
                            ((coded | outcome) > condition(guarantee.condition)) | condition(guarantee.condition));
  const auto always = expression(Form::operand, guarantee.subject) > keyword(Keyword::is_always)[is(Kind::always)] >
                      condition(guarantee.condition);
  return run(raising | missing | never | always, first, state);
}

bool read_known(const char*& first, State& state, Known& known) {
  const auto is = [&](Known::Kind kind) { return [&known, kind] { known.kind = kind; }; };
  return run(keyword(Keyword::is_missing)[is(Known::Kind::missing)] | literal(known.value)[is(Known::Kind::value)] |
                 word<read_flag>(known.value, Phrase::a_value)[is(Known::Kind::value)] |
                 word<read_told>(known.name, Phrase::a_value)[is(Known::Kind::name)],
             first, state);
}

bool read_fixed_value(const char*& first, State& state, Given& given) {
  Known value;
  syntax::Rows rows;
  const auto keep_fixed = [&] { given.fixed = value; };
  const auto keep_window = [&] { given.window = rows; };
  return run(fixed(value)[keep_fixed] >> -(keyword(Keyword::in) > window(rows)[keep_window]), first, state);
}

bool read_row_count(const char*& first, State& state, Given& given) {
  return run(natural(given.row_count) >> word<read_told>(given.of, Phrase::a_name), first, state);
}

bool read_expectation(const char*& first, State& state, syntax::Expectation& expectation) {
  using Kind = syntax::Expectation::Kind;
  const auto is = [&](Kind kind) { return [&expectation, kind] { expectation.kind = kind; }; };
  return run((keyword(Keyword::outcome)[is(Kind::outcome)] > name(expectation.name)) |
                 (keyword(Keyword::code)[is(Kind::code)] > code(expectation.code)) |
                 (name(expectation.name)[is(Kind::known)] > fixed(expectation.known)),
             first, state);
}

void read_guarantee(const char*& first, State& state) {
  Guarantee guarantee;
  state.place = {Keyword::guarantee, {}};
  const char* begin = state.skip(first);
  const char* promise_begin = first;
  const auto head = keyword(Keyword::guarantee) > -label(guarantee.label) > -basis(guarantee.basis) >
                    begins(promise_begin) > word<read_promise>(guarantee, Phrase::a_promise) >
                    ends(promise_begin, guarantee.promise_span);
  run(guarded(head) >> ends(begin, guarantee.span) >> *unknown_part(), first, state);
  state.book.guarantees.push_back(std::move(guarantee));
}

void read_test(const char*& first, State& state) {
  syntax::Test test;
  state.place = {Keyword::test, {Keyword::given, Keyword::having, Keyword::expect}};
  const char* begin = state.skip(first);
  const std::size_t errors_before = state.diagnostics.error_count();
  syntax::Name period;
  const auto keep_period = [&] { test.period = period; };
  const auto period_name = word<read_period_name>(period, Phrase::a_period);
  const auto head = keyword(Keyword::test) > label(test.label) > -basis(test.basis) >
                    -(keyword(Keyword::in) > period_name[keep_period]) > test_word();
  const auto part = word<read_given>(test, Phrase::a_value) | word<read_expect>(test, Phrase::a_value);
  run(guarded(head) >> parts(part) >> ends(begin, test.span), first, state);
  if (test.expect.empty() && state.diagnostics.error_count() == errors_before) {
    report_expected(state, first, wanted_text(Keyword::expect));
  }
  state.book.tests.push_back(std::move(test));
}

}  // namespace nilai::grammar::native
