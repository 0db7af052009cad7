#include <array>
#include <utility>

#include "grammar/native/characters.hpp"
#include "grammar/native/expression_grammar.hpp"
#include "grammar/native/expression_rules.hpp"
#include "grammar/text/nearest.hpp"
#include "grammar/text/render.hpp"

namespace nilai::grammar::native {

namespace {

using syntax::ExpressionId;
using syntax::Function;
using text::Code;
using text::Phrase;
using text::Span;

enum class Takes : std::uint8_t { rows, values };

struct FunctionWord {
  Function function;
  Keyword keyword;
  Takes takes;
};

constexpr auto functions = std::to_array<FunctionWord>({
#define NILAI_FUNCTION(name, takes) {Function::name, Keyword::name, Takes::takes},
#include "grammar/syntax/functions.def"
#undef NILAI_FUNCTION
});

constexpr auto later_functions = std::to_array<Keyword>({Keyword::percentile,
                                                         Keyword::variance,
                                                         Keyword::standard_deviation,
                                                         Keyword::only,
                                                         Keyword::longest_gap_with_ends,
                                                         Keyword::rank,
                                                         Keyword::percentile_rank,
                                                         Keyword::previous,
                                                         Keyword::change,
                                                         Keyword::points,
                                                         Keyword::value,
                                                         Keyword::weight,
                                                         Keyword::assessed_weight,
                                                         Keyword::days_between,
                                                         Keyword::working_days_between,
                                                         Keyword::year,
                                                         Keyword::month,
                                                         Keyword::lower_bound,
                                                         Keyword::upper_bound,
                                                         Keyword::root,
                                                         Keyword::power,
                                                         Keyword::ln});

/// The keyword with an opening parenthesis behind it.
bool is_call(const char* at, State& state, Keyword keyword) {
  const char* behind = match_keyword(at, state, keyword);
  if (behind == nullptr) return false;
  behind = skip_blanks(behind, state.last);
  return behind < state.last && *behind == '(';
}

/// A function that can be called, before its parenthesis. Errors: one of another version, or none at all, is reported.
bool read_function(const char*& first, State& state, const FunctionWord*& function) {
  const char* at = state.skip(first);
  for (const FunctionWord& word : functions) {
    if (!is_call(at, state, word.keyword)) continue;
    function = &word;
    return read_keyword(first, state, word.keyword);
  }
  for (const Keyword keyword : later_functions) {
    if (!is_call(at, state, keyword)) continue;
    const char* behind = match_keyword(at, state, keyword);
    report_later(state, state.span(at, behind), std::string(written(keyword, state.language)) + "(…)");
    throw Failure(behind, {});
  }
  return false;
}

/// A name with a parenthesis behind it that is no function.
[[noreturn]] void refuse_call(State& state, const syntax::Name& name) {
  std::vector<std::string> known;
  known.reserve(std::size(functions));
  for (const FunctionWord& word : functions) known.emplace_back(written(word.keyword, state.language));
  auto& diagnostic = state.diagnostics.add(Code::unknown_function, name.span, {text::shown(name.text)});
  constexpr std::size_t longest_slip = 40;
  if (const auto meant = name.text.size() > longest_slip ? std::nullopt : text::nearest(name.text, known)) {
    diagnostic.fixes.push_back({{Phrase::did_you_mean, {*meant}}, name.span, *meant});
  }
  throw Failure(state.begin + name.span.end, {});
}

// --- rows ----------------------------------------------------------------------------------------------------------

/// What is said of rows is said once: a second `word`, at `at`, is reported.
void check_once(State& state, bool is_second, const char* at, Keyword word) {
  if (!is_second) return;
  const Span span = state.span(at, at + first_word(word, state.language).size());
  state.diagnostics.add(Code::clause_twice, span, {std::string(written(word, state.language))});
}

bool read_where(const char*& first, State& state, syntax::Rows& rows) {
  const char* begin = state.skip(first);
  const auto check = [&] { check_once(state, !rows.where.is_none(), begin, Keyword::where); };
  return run(keyword(Keyword::where)[check] > rule<read_condition>(rows.where, Phrase::a_condition), first, state);
}

bool read_time(const char*& first, State& state, syntax::Rows& rows) {
  using Window = syntax::Rows::Window;
  const char* begin = state.skip(first);
  const Window before = rows.window;
  const auto ever = [&] { rows.window = Window::ever; };
  const auto since = [&] { rows.window = Window::since; };
  const auto in_window =
      Token([&](const char*& at, State& s) { return read_window_rule(at, s, rows); }, Phrase::a_window);
  // `in same` belongs to `among`, which reports itself; everything else behind `in` is a time.
  if (!run(keyword(Keyword::ever)[ever] | (keyword(Keyword::since)[since] > rule<read_operand>(rows.since)) |
               (keyword(Keyword::in) > in_window),
           first, state)) {
    return false;
  }
  rows.window_span = state.span(begin, first);
  check_once(state, before != Window::period, begin, before == Window::ever ? Keyword::ever : Keyword::in);
  return true;
}

bool read_modifier(const char*& first, State& state, syntax::Rows& rows) {
  const char* begin = state.skip(first);
  if (read_where(first, state, rows) || read_time(first, state, rows)) return true;
  const auto check_by = [&] { check_once(state, rows.by.has_value(), begin, Keyword::by); };
  const auto skip_missing = [&] {
    check_once(state, rows.skips_missing, begin, Keyword::skipping_missing);
    rows.skips_missing = true;
  };
  syntax::Name by;
  const auto keep_by = [&] { rows.by = by; };
  return run((keyword(Keyword::by)[check_by] > name(by)[keep_by]) | keyword(Keyword::skipping_missing)[skip_missing],
             first, state);
}

void read_modifiers(const char*& first, State& state, syntax::Rows& rows) {
  while (read_modifier(first, state, rows)) {
  }
}

/// `T where …`, behind `of`.
bool read_rows(const char*& first, State& state, syntax::Rows& rows) {
  const char* begin = state.skip(first);
  if (const char* behind = match_keyword(begin, state, Keyword::criteria)) {
    report_later(state, state.span(begin, behind), "of criteria");
    throw Failure(behind, {});
  }
  if (!read_name(first, state, rows.table)) return false;
  read_modifiers(first, state, rows);
  rows.span = state.span(begin, first);
  return true;
}

// --- arguments -----------------------------------------------------------------------------------------------------

/// The table of `count(T)`: a bare name before the end of the call or a modifier. Its expression is taken back.
bool take_table(const char* behind, State& state, ExpressionId& value, syntax::Rows& rows) {
  if (value.index + 1 != state.book.expressions.size()) return false;
  const syntax::Expression& expression = state.book.at(value);
  const auto* use = std::get_if<syntax::NameUse>(&expression.node);
  const char* at = state.skip(behind);
  if (use == nullptr || expression.is_parenthesized || (at < state.last && *at == ',')) return false;
  rows.table = {use->name, expression.span};
  state.remove_last();
  value = {};
  return true;
}

bool is_criteria(const char* at, State& state) {
  const char* behind = match_keyword(at, state, Keyword::criteria);
  if (behind == nullptr) return false;
  behind = skip_blanks(behind, state.last);
  if (behind < state.last && *behind == ')') return true;
  constexpr auto openers = std::to_array<Keyword>({Keyword::where, Keyword::by, Keyword::skipping_missing});
  return std::any_of(openers.begin(), openers.end(),
                     [&](Keyword opener) { return match_keyword(behind, state, opener) != nullptr; });
}

void read_source(const char*& first, State& state, Takes takes, bool is_first, syntax::Argument& argument) {
  syntax::Rows rows;
  const char* begin = state.skip(first);
  if (read_keyword(first, state, Keyword::of)) {
    const auto source = Token([&](const char*& at, State& s) { return read_rows(at, s, rows); }, Phrase::a_table);
    run(x3::expect[source], first, state);
    argument.rows = std::move(rows);
  } else if (takes == Takes::rows && is_first && take_table(first, state, argument.value, rows)) {
    begin = state.begin + rows.table.span.begin;
    read_modifiers(first, state, rows);
    rows.span = state.span(begin, first);
    argument.rows = std::move(rows);
  } else if (read_keyword(first, state, Keyword::skipping_missing)) {
    argument.skips_missing = true;
  } else {
    run(-(later(Keyword::among) | (&keyword(Keyword::where) > keyword(Keyword::of))), first, state);
  }
}

bool read_argument(const char*& first, State& state, Takes takes, bool is_first, syntax::Argument& argument) {
  const char* begin = state.skip(first);
  if (is_criteria(begin, state)) run(later(Keyword::criteria), first, state);
  const auto distinct = [&] { argument.is_distinct = true; };
  if (run((keyword(Keyword::distinct) >> rule<read_condition>(argument.value))[distinct] > &keyword(Keyword::of), first,
          state) ||
      run(rule<read_condition>(argument.value), first, state)) {
    run(-(keyword(Keyword::weighted_by) > rule<read_operand>(argument.weighted_by)), first, state);
    read_source(first, state, takes, is_first, argument);
    argument.span = state.span(begin, first);
    return true;
  }
  return false;
}

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

bool read_function_call(const char*& first, State& state, ExpressionId& id) {
  const char* begin = state.skip(first);
  const FunctionWord* function = nullptr;
  if (!read_function(first, state, function)) return false;
  const Nested nested(begin, state);
  const Restored inside(state.is_bare_clause, false);
  syntax::Call call{function->function, {}, state.span(begin, first)};
  const auto argument = Token(
      [&](const char*& at, State& s) {
        syntax::Argument one;
        if (!read_argument(at, s, function->takes, call.arguments.empty(), one)) return false;
        call.arguments.push_back(std::move(one));
        return true;
      },
      Phrase::a_value);
  run(open_parenthesis() > argument > *(symbol(",") > argument) > close_parenthesis(), first, state);
  id = add_checked(state, std::move(call), state.span(begin, first));
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
  } else if (read_keyword(first, state, Keyword::yes)) {
    id = state.add(syntax::FlagLiteral{true}, state.span(begin, first));
  } else if (read_keyword(first, state, Keyword::no)) {
    id = state.add(syntax::FlagLiteral{false}, state.span(begin, first));
  } else {
    return false;
  }
  return true;
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
  const char* next = state.skip(first);
  if (next < state.last && *next == '(') refuse_call(state, word);
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
         read_rounded(first, state, id) || read_function_call(first, state, id) || read_phrase(first, state, id) ||
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

bool read_window_rule(const char*& first, State& state, syntax::Rows& rows) {
  using Window = syntax::Rows::Window;
  const auto is = [&](Window window) { return [&rows, window] { rows.window = window; }; };
  const auto last = keyword(Keyword::last)[is(Window::last)];
  const auto before = keyword(Keyword::previous)[is(Window::previous)] | keyword(Keyword::current)[is(Window::current)];
  // `last 4 quarters`, `previous quarter`; in Indonesian `4 triwulan terakhir`, `triwulan sebelumnya`.
  switch (state.language) {
    case KeywordLanguage::english:
      return run((last > natural(rows.count) > unit(rows.unit)) | (before > unit(rows.unit)), first, state);
    case KeywordLanguage::indonesian:
      return run((natural(rows.count) > unit(rows.unit) > last) | (unit(rows.unit) > before), first, state);
  }
  return false;
}

}  // namespace nilai::grammar::native
