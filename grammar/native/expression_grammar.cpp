#include "grammar/native/expression_grammar.hpp"

#include <utility>
#include <vector>

#include "grammar/native/expression_rules.hpp"
#include "grammar/read_native.hpp"

namespace nilai::grammar::native {

namespace {

using syntax::ExpressionId;
using syntax::Operator;
using text::Phrase;
using text::Span;

Span spanning(const State& state, ExpressionId from, ExpressionId to) {
  return {state.span_of(from).begin, state.span_of(to).end};
}

ExpressionId add_binary(State& state, Operator operation, ExpressionId left, ExpressionId right, Span sign) {
  return add_checked(state, syntax::Binary{operation, left, right, sign}, spanning(state, left, right));
}

/// One of two operators, by a keyword or a sign.
auto operation(const char* sign, Operator meaning, Operator& into, Span& span) {
  return Token(
      [sign, meaning, &into, &span](const char*& first, State& state) {
        if (!read_symbol(first, state, sign)) return false;
        into = meaning;
        span = state.span(first - 1, first);
        return true;
      },
      sign);
}

auto operation(Keyword word, Span& span) {
  return Token(
      [word, &span](const char*& first, State& state) {
        const char* begin = state.skip(first);
        if (!read_keyword(first, state, word)) return false;
        span = state.span(begin, first);
        return true;
      },
      word);
}

/// `if missing`, where it is not the clause of a criterion.
auto if_missing(Span& span) {
  return Token(
      [&span](const char*& first, State& state) {
        const char* begin = state.skip(first);
        if (state.is_bare_clause || !read_keyword(first, state, Keyword::if_missing)) return false;
        span = state.span(begin, first);
        return true;
      },
      Keyword::if_missing);
}

Rule read_conjunction, read_negation, read_comparison, read_product, read_negative, read_power;

// Each rule reads its first part by a plain call, and with X3 what may follow: most often nothing does, and the way
// down from a condition to a name takes ten rules.

// --- arithmetic ----------------------------------------------------------------------------------------------------

bool read_product(const char*& first, State& state, ExpressionId& left) {
  Operator sign{};
  Span at;
  ExpressionId right;
  const auto join = [&] { left = add_binary(state, sign, left, right, at); };
  const auto times = operation("*", Operator::multiply, sign, at) | operation("/", Operator::divide, sign, at);
  return read_negative(first, state, left) && run(*(times > rule<read_negative>(right)[join]), first, state);
}

bool read_negative(const char*& first, State& state, ExpressionId& id) {
  const char* begin = state.skip(first);
  if (begin == state.last || *begin != '-') return read_power(first, state, id);
  const Nested nested(begin, state);
  const auto negate = [&] {
    id = add_checked(state, syntax::Negate{id}, {state.span(begin, begin).begin, state.span_of(id).end});
  };
  return run(symbol("-") > rule<read_negative>(id)[negate], first, state);
}

bool read_power(const char*& first, State& state, ExpressionId& base) {
  std::uint32_t exponent = 0;
  const char* end = first;
  const auto raise = [&] {
    const std::uint32_t from = state.span_of(base).begin;
    base = add_checked(state, syntax::Power{base, exponent}, {from, state.span(end, end).begin});
  };
  const auto keep_end = Token([&end](const char*& at, State&) { return end = at, true; }, Phrase::a_value);
  return read_primary(first, state, base) &&
         run(-(symbol("^") > (called(Phrase::a_whole_number, natural(exponent) >> keep_end))[raise]), first, state);
}

// --- comparisons ---------------------------------------------------------------------------------------------------

/// `at least 35%`: what is compared is left out.
bool read_bare_condition(const char*& first, State& state, ExpressionId& id) {
  const char* begin = state.skip(first);
  Operator comparison{};
  ExpressionId low, high;
  const auto is = [&](Operator meaning) { return [&comparison, meaning] { comparison = meaning; }; };
  const auto compare = [&] {
    id = add_checked(state, syntax::BareComparison{comparison, low},
                     {state.span(begin, begin).begin, state.span_of(low).end});
  };
  const auto enclose = [&] {
    id = add_checked(state, syntax::Between{{}, low, high, false},
                     {state.span(begin, begin).begin, state.span_of(high).end});
  };
  // `above` and `below` are words that a name may have: only before an operand do they compare.
  const auto worded = keyword(Keyword::at_least)[is(Operator::at_least)] |
                      keyword(Keyword::at_most)[is(Operator::at_most)] |
                      keyword(Keyword::equal_to)[is(Operator::equal)];
  const auto placed = keyword(Keyword::above)[is(Operator::greater)] | keyword(Keyword::below)[is(Operator::less)];
  return run((worded > rule<read_operand>(low)[compare]) | (placed >> rule<read_operand>(low)[compare]) |
                 (keyword(Keyword::between) > rule<read_operand>(low) > keyword(Keyword::both) >
                  rule<read_operand>(high)[enclose]),
             first, state);
}

/// A second comparison after one: `a < b < c`.
auto no_chain() {
  return Token(
      [](const char*& first, State& state) -> bool {
        const char* at = first;
        Operator relation{};
        Span span;
        if (!read_relation(at, state, relation, span)) return true;
        auto& diagnostic = state.diagnostics.add(text::Code::comparison_chained, span);
        diagnostic.notes.push_back({Phrase::join_comparisons, {}});
        throw Failure(at, {});
      },
      Phrase::a_value);
}

/// What may follow an operand: the comparison of it. `id` is the operand, and then the comparison.
bool read_test_of(const char*& first, State& state, ExpressionId& id) {
  Operator relation{};
  Span at;
  ExpressionId right, high;
  std::vector<ExpressionId> items;
  bool is_negated = false;
  const char* end = first;
  const auto keep_end = Token([&end](const char*& here, State&) { return end = here, true; }, Phrase::a_value);
  const auto to_end = [&] { return Span{state.span_of(id).begin, state.span(end, end).begin}; };

  const auto relate = [&] { id = add_binary(state, relation, id, right, at); };
  const auto keep = [&] { items.push_back(right); };
  const auto list = [&] { id = add_checked(state, syntax::InList{id, items, is_negated}, to_end()); };
  const auto enclose = [&] {
    id = add_checked(state, syntax::Between{id, right, high, is_negated}, spanning(state, id, high));
  };
  const auto negate = [&] { is_negated = true; };
  const auto miss = [&] { id = add_checked(state, syntax::IsMissing{id, is_negated}, to_end()); };

  const auto related = Token([&](const char*& here, State& s) { return read_relation(here, s, relation, at); }, "=");
  const auto enclosed = keyword(Keyword::between) > rule<read_operand>(right) > keyword(Keyword::both) >
                        rule<read_operand>(high)[enclose];
  const auto item = rule<read_operand>(right)[keep];
  const auto listed = (keyword(Keyword::in) >> open_parenthesis() > item > *(symbol(",") > item) > close_parenthesis() >
                       keep_end)[list];
  const auto missing = (keyword(Keyword::is_missing) | keyword(Keyword::is_not_missing)[negate]) >> keep_end[miss];
  syntax::Name why;
  const auto give = [&] { id = add_checked(state, syntax::IsReason{id, why}, to_end()); };
  const auto reason = !keyword(Keyword::is_always) >> keyword(Keyword::is) > (name(why) >> keep_end)[give];
  return run((related > rule<read_operand>(right)[relate] > no_chain()) | listed | enclosed | missing | reason |
                 (keyword(Keyword::negated)[negate] >> (listed | enclosed)),
             first, state);
}

bool read_comparison(const char*& first, State& state, ExpressionId& id) {
  if (read_bare_condition(first, state, id)) return true;
  if (!read_operand(first, state, id)) return false;
  read_test_of(first, state, id);
  return true;
}

bool read_negation(const char*& first, State& state, ExpressionId& id) {
  const char* begin = state.skip(first);
  if (match_keyword(begin, state, Keyword::negated) == nullptr) return read_comparison(first, state, id);
  const Nested nested(begin, state);
  const auto negate = [&] {
    id = add_checked(state, syntax::Not{id}, {state.span(begin, begin).begin, state.span_of(id).end});
  };
  return run(keyword(Keyword::negated) > rule<read_negation>(id, Phrase::a_condition)[negate], first, state);
}

bool read_conjunction(const char*& first, State& state, ExpressionId& left) {
  Span at;
  ExpressionId right;
  const auto join = [&] { left = add_binary(state, Operator::both, left, right, at); };
  return read_negation(first, state, left) &&
         run(*(operation(Keyword::both, at) > rule<read_negation>(right, Phrase::a_condition)[join]), first, state);
}

// --- cases and scales ----------------------------------------------------------------------------------------------

/// Adds a conditional. A case that stands behind `otherwise` is reported.
ExpressionId add_cases(State& state, std::vector<syntax::Case> cases) {
  for (std::size_t i = 0; i + 1 < cases.size(); ++i) {
    if (cases[i].condition.is_none()) state.diagnostics.add(text::Code::otherwise_not_last, cases[i].span);
  }
  const Span span{cases.front().span.begin, cases.back().span.end};
  return add_checked(state, syntax::Cases{std::move(cases)}, span);
}

/// The cases of one conditional, while they are read.
struct CaseList {
  std::vector<syntax::Case> cases;
  ExpressionId value, condition;

  void keep(State& state, const char* end) {
    cases.push_back({value, condition, {state.span_of(value).begin, state.span(end, end).begin}});
    condition = {};
  }
};

auto guard(CaseList& list) {
  const auto keep =
      Token([&list](const char*& first, State& state) { return list.keep(state, first), true; }, Phrase::a_value);
  return ((keyword(Keyword::when) > rule<read_condition>(list.condition, Phrase::a_condition)) |
          keyword(Keyword::otherwise)) >>
         keep;
}

auto whole_case(CaseList& list) {
  return rule<read_condition>(list.value) > called(Phrase::when_or_otherwise, guard(list));
}

/// `at`, where it is not `at least` or `at most`.
auto at_word() {
  return !keyword(Keyword::at_least) >> !keyword(Keyword::at_most) >> keyword(Keyword::at);
}

/// `{guard {',' case}` behind the first value, which `id` holds; the conditional is left there.
auto further_cases(CaseList& list, ExpressionId& id, State& state) {
  const auto take_value = [&list, &id] { list.value = id; };
  const auto finish = [&list, &id, &state] { id = add_cases(state, std::move(list.cases)); };
  const auto first_guard = x3::eps[take_value] >> guard(list);
  return (first_guard >> *(symbol(",") > called(Phrase::a_value, whole_case(list))))[finish];
}

}  // namespace

bool read_body(const char*& first, State& state, ExpressionId& id) {
  CaseList list;
  return read_condition(first, state, id) && run(-further_cases(list, id, state), first, state);
}

bool read_cases_or_scale(const char*& first, State& state, ExpressionId& id) {
  CaseList list;
  syntax::Scale scale;
  ExpressionId points, at;
  const auto keep = [&] { scale.points.push_back({points, at}); };
  const auto start = [&] { points = id; };
  const auto finish = [&] {
    const Span span = spanning(state, scale.points.front().points, scale.points.back().at);
    id = add_checked(state, std::move(scale), span);
  };
  const auto place = at_word() > rule<read_sum>(at)[keep];
  const auto further =
      x3::eps[start] >> place >> *(symbol(",") > rule<read_sum>(points) > called(Phrase::word_at, place));
  return read_condition(first, state, id) && run(-(further_cases(list, id, state) | further[finish]), first, state);
}

bool read_condition(const char*& first, State& state, ExpressionId& left) {
  Span at;
  ExpressionId right;
  const auto join = [&] { left = add_binary(state, Operator::either, left, right, at); };
  return read_conjunction(first, state, left) &&
         run(*(operation(Keyword::either, at) > rule<read_conjunction>(right, Phrase::a_condition)[join]), first,
             state);
}

bool read_operand(const char*& first, State& state, ExpressionId& left) {
  Span at;
  ExpressionId right;
  const auto join = [&] { left = add_binary(state, Operator::if_missing, left, right, at); };
  return read_sum(first, state, left) && run(*(if_missing(at) > rule<read_sum>(right)[join]), first, state);
}

bool read_sum(const char*& first, State& state, ExpressionId& left) {
  Operator sign{};
  Span at;
  ExpressionId right;
  const auto join = [&] { left = add_binary(state, sign, left, right, at); };
  const auto plus = operation("+", Operator::add, sign, at) | operation("-", Operator::subtract, sign, at);
  return read_product(first, state, left) && run(*(plus > rule<read_product>(right)[join]), first, state);
}

Nested::Nested(const char* at, State& state) : state_(state) {
  if (state.depth >= max_nesting) {
    state.diagnostics.add(text::Code::nested_too_deep, state.span(at, at + 1), {std::to_string(max_nesting)});
    throw Failure(at + 1, {});
  }
  ++state.depth;
}

// --- what other files use ------------------------------------------------------------------------------------------

namespace {

/// Keeps failures inside: a mistake is reported here, and `first` left at it.
template <class Read>
Reading closed(const char*& first, State& state, Read read) {
  try {
    return read() ? Reading::yes : Reading::no;
  } catch (const Failure& failure) {
    if (!failure.which().empty()) report_expected(state, failure.where(), failure.which());
    state.reset();
    first = failure.where();
    return Reading::broken;
  }
}

}  // namespace

Reading read_expression(Form form, const char*& first, State& state, ExpressionId& id) {
  const bool is_clause = form == Form::clause_condition || form == Form::clause_sum || form == Form::clause_points;
  const Restored bare(state.is_bare_clause, is_clause);
  return closed(first, state, [&] {
    switch (form) {
      case Form::condition:
      case Form::clause_condition:
        return read_condition(first, state, id);
      case Form::operand:
        return read_operand(first, state, id);
      case Form::sum:
      case Form::clause_sum:
        return read_sum(first, state, id);
      case Form::body:
        return read_body(first, state, id);
      case Form::cases_or_scale:
      case Form::clause_points:
        return read_cases_or_scale(first, state, id);
    }
    return false;
  });
}

Reading read_case(bool is_clause, const char*& first, State& state, syntax::Case& one) {
  const Restored bare(state.is_bare_clause, is_clause);
  return closed(first, state, [&] {
    CaseList list;
    if (!run(whole_case(list), first, state)) return false;
    one = list.cases.front();
    return true;
  });
}

Reading join_cases(std::vector<syntax::Case> cases, State& state, ExpressionId& id) {
  const char* at = state.last;
  return closed(at, state, [&] {
    id = add_cases(state, std::move(cases));
    return true;
  });
}

Reading read_rounding(const char*& first, State& state, syntax::Rounding& rounding) {
  return closed(first, state, [&] { return read_rounding_rule(first, state, rounding); });
}

Reading read_window(const char*& first, State& state, syntax::Rows& rows) {
  return closed(first, state, [&] { return read_window_rule(first, state, rows); });
}

}  // namespace nilai::grammar::native
