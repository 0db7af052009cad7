#include <algorithm>
#include <array>
#include <utility>

#include "grammar/native/characters.hpp"
#include "grammar/native/customary_words.hpp"
#include "grammar/native/expression_rules.hpp"

namespace nilai::grammar::native {

namespace {

using syntax::ExpressionId;
using syntax::Function;
using text::Phrase;
using text::Span;

/// What a bare name in a function's parentheses is. In those of no function, it is a table before `where`:
/// `cuont(visit where …)` is told to be a slip once the names are known.
enum class Takes : std::uint8_t { rows, values, either };

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

/// The keyword with an opening parenthesis behind it.
bool is_call(const char* at, State& state, Keyword keyword) {
  const char* behind = match_keyword(at, state, keyword);
  if (behind == nullptr) return false;
  behind = skip_blanks(behind, state.last);
  return behind < state.last && *behind == '(';
}

/// A function by the word that people use for it, before its parenthesis: reported, and read as what is meant.
bool read_customary(const char*& first, State& state, const FunctionWord*& function) {
  const char* at = state.skip(first);
  const auto customary = customary_function(state, at);
  if (!customary) return false;
  function = &*std::find_if(functions.begin(), functions.end(),
                            [&](const FunctionWord& word) { return word.keyword == customary->keyword; });
  const text::Span span = state.span(at, customary->end);
  const std::string meant(written(customary->keyword, state.language));
  auto& diagnostic = state.diagnostics.add(text::Code::unknown_function, span, {std::string(at, customary->end)});
  diagnostic.fixes.push_back({{Phrase::write_instead, {meant}}, span, meant});
  first = customary->end;
  return true;
}

/// A function, before its parenthesis.
bool read_function(const char*& first, State& state, const FunctionWord*& function) {
  if (read_customary(first, state, function)) return true;
  const char* at = state.skip(first);
  for (const FunctionWord& word : functions) {
    if (!is_call(at, state, word.keyword)) continue;
    function = &word;
    return read_keyword(first, state, word.keyword);
  }
  return false;
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

/// The criteria as rows: before the end of the call or a modifier. Elsewhere the word is a name.
bool is_criteria(const char* at, State& state) {
  const char* behind = match_keyword(at, state, Keyword::criteria);
  if (behind == nullptr) return false;
  behind = skip_blanks(behind, state.last);
  if (behind < state.last && *behind == ')') return true;
  constexpr auto openers = std::to_array<Keyword>({Keyword::where, Keyword::by, Keyword::skipping_missing});
  return std::any_of(openers.begin(), openers.end(),
                     [&](Keyword opener) { return match_keyword(behind, state, opener) != nullptr; });
}

/// What is compared with peers is a value, whatever the function.
bool may_be_table(const char* behind, State& state, Takes takes) {
  if (match_keyword(state.skip(behind), state, Keyword::among) != nullptr) return false;
  return takes == Takes::rows ||
         (takes == Takes::either && match_keyword(state.skip(behind), state, Keyword::where) != nullptr);
}

/// Where the rows of an argument come from, behind its value.
void read_source(const char*& first, State& state, Takes takes, syntax::Argument& argument) {
  syntax::Rows rows;
  const char* begin = state.skip(first);
  if (read_keyword(first, state, Keyword::of)) {
    const auto source = Token([&](const char*& at, State& s) { return read_rows(at, s, rows); }, Phrase::a_table);
    run(x3::expect[source], first, state);
    argument.rows = std::move(rows);
  } else if (may_be_table(first, state, takes) && take_table(first, state, argument.value, rows)) {
    read_modifiers(first, state, rows);
    rows.span = {rows.table.span.begin, state.span(begin, first).end};
    argument.rows = std::move(rows);
  } else if (read_keyword(first, state, Keyword::skipping_missing)) {
    argument.skips_missing = true;
  } else if (read_peers(first, state, rows) || read_past(first, state, rows)) {
    argument.rows = std::move(rows);
  } else {
    run(-(&keyword(Keyword::where) > keyword(Keyword::of)), first, state);
  }
}

bool read_argument(const char*& first, State& state, Takes takes, syntax::Argument& argument) {
  const char* begin = state.skip(first);
  if (is_criteria(begin, state)) {
    read_rows(first, state, argument.rows.emplace());
    argument.span = state.span(begin, first);
    return true;
  }
  const auto distinct = [&] { argument.is_distinct = true; };
  if (run((keyword(Keyword::distinct) >> rule<read_condition>(argument.value))[distinct] > &keyword(Keyword::of), first,
          state) ||
      run(rule<read_condition>(argument.value), first, state)) {
    run(-(keyword(Keyword::weighted_by) > rule<read_operand>(argument.weighted_by)), first, state);
    read_source(first, state, takes, argument);
    argument.span = state.span(begin, first);
    return true;
  }
  return false;
}

/// `(a, b)`: the arguments of a call, of which the first takes what the function takes.
void read_arguments(const char*& first, State& state, Takes takes, std::vector<syntax::Argument>& arguments) {
  const auto argument = Token(
      [&](const char*& at, State& s) {
        syntax::Argument one;
        if (!read_argument(at, s, arguments.empty() ? takes : Takes::values, one)) return false;
        arguments.push_back(std::move(one));
        return true;
      },
      Phrase::a_value);
  run(open_parenthesis() > argument > *(symbol(",") > argument) > close_parenthesis(), first, state);
}

/// A name with a parenthesis behind it.
bool read_callee(const char*& first, State& state, syntax::Name& callee) {
  const char* at = first;
  if (!read_name(at, state, callee)) return false;
  const char* next = state.skip(at);
  if (next == state.last || *next != '(') return false;
  first = at;
  return true;
}

}  // namespace

bool read_call(const char*& first, State& state, ExpressionId& id) {
  const char* begin = state.skip(first);
  const FunctionWord* function = nullptr;
  syntax::Name callee;
  if (!read_function(first, state, function) && !read_callee(first, state, callee)) return false;
  const Nested nested(begin, state);
  const Restored inside(state.is_bare_clause, false);
  const Span name_span = state.span(begin, first);
  std::vector<syntax::Argument> arguments;
  read_arguments(first, state, function != nullptr ? function->takes : Takes::either, arguments);
  const Span span = state.span(begin, first);
  id = function != nullptr ? add_checked(state, syntax::Call{function->function, std::move(arguments), name_span}, span)
                           : add_checked(state, syntax::NamedCall{std::move(callee), std::move(arguments)}, span);
  return true;
}

}  // namespace nilai::grammar::native
