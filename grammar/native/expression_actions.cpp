#include "grammar/native/expression_actions.hpp"

#include "grammar/text/render.hpp"

namespace nilai::grammar::native {

namespace {

using syntax::ExpressionId;
using text::Span;

Span joined(Span a, Span b) { return {a.begin, b.end}; }

/// The operands since the last `begin_list`, oldest first.
std::vector<ExpressionId> take_list(State& state) {
  const auto base = static_cast<std::ptrdiff_t>(state.bases.back());
  state.bases.pop_back();
  std::vector<ExpressionId> list(state.operands.begin() + base, state.operands.end());
  state.operands.resize(static_cast<std::size_t>(base));
  return list;
}

Span from_mark(State& state) {
  const Cursor from = state.marks.back();
  state.marks.pop_back();
  return state.span(from, state.token_end);
}

void make_membership(State& state, bool is_negated) {
  const std::vector<ExpressionId> items = take_list(state);
  const ExpressionId subject = state.pop();
  const Span span = {state.span_of(subject).begin, state.offset(state.token_end)};
  state.push({syntax::InList{subject, items, is_negated}, span});
}

void make_range(State& state, bool is_negated) {
  const ExpressionId high = state.pop(), low = state.pop(), subject = state.pop();
  const Span span = joined(state.span_of(subject), state.span_of(high));
  state.push({syntax::Between{subject, low, high, is_negated}, span});
}

void make_presence(State& state, bool is_negated) {
  const ExpressionId operand = state.pop();
  const Span span = {state.span_of(operand).begin, state.offset(state.token_end)};
  state.push({syntax::IsMissing{operand, is_negated}, span});
}

void report_twice(State& state, Span span) {
  state.diagnostics.add(text::Code::clause_twice, span, {text::shown(state.source.text(span))});
}

syntax::Rows& rows_of(State& state) { return *state.calls.back().argument.rows; }

/// Whether the rows are known already, so that a modifier means them; reports where they are not.
bool has_rows(State& state) {
  if (state.calls.back().argument.rows) return true;
  const ExpressionId value = state.calls.back().argument.value;
  const Span span = value.is_none() ? state.token_span() : state.span_of(value);
  state.diagnostics.add(text::Code::not_a_table, span, {text::shown(state.source.text(span))});
  return false;
}

}  // namespace

// --- literals and names ---------------------------------------------------------------------------------------------

void make_number(State& state) { state.push({state.number, state.token_span()}); }
void make_span(State& state) { state.push({syntax::SpanLiteral{state.number.digits, state.unit}, state.token_span()}); }
void make_date(State& state) { state.push({state.date, state.token_span()}); }
void make_text(State& state) { state.push({syntax::TextLiteral{state.text}, state.token_span()}); }
void make_yes(State& state) { state.push({syntax::FlagLiteral{true}, state.token_span()}); }
void make_no(State& state) { state.push({syntax::FlagLiteral{false}, state.token_span()}); }
void make_it(State& state) { state.push({syntax::ItUse{}, state.token_span()}); }
void make_name(State& state) { state.push({syntax::NameUse{state.name.text}, state.name.span}); }

void make_phrase(State& state, syntax::Phrase phrase) {
  state.push({syntax::PhraseUse{phrase}, state.token_span()});
}

/// The table stands on the stack as a name; the column was read just now.
void make_field(State& state) {
  const ExpressionId table = state.pop();
  const Span span = state.span_of(table);
  const syntax::Name name{std::get<syntax::NameUse>(state.book.at(table).node).name, span};
  state.push({syntax::FieldUse{name, state.name}, joined(span, state.name.span)});
}

// --- operators ------------------------------------------------------------------------------------------------------

void push_operator(State& state, syntax::Operator operation) {
  state.operators.emplace_back(operation, state.token_span());
}

void make_binary(State& state) {
  const ExpressionId right = state.pop(), left = state.pop();
  const auto [operation, span] = state.operators.back();
  state.operators.pop_back();
  state.push({syntax::Binary{operation, left, right, span}, joined(state.span_of(left), state.span_of(right))});
}

void mark_token(State& state) { state.marks.push_back(state.token_begin); }
void descend(State& state) { ++state.depth; }

void make_not(State& state) {
  --state.depth;
  const ExpressionId operand = state.pop();
  const Span span = {state.offset(state.marks.back()), state.span_of(operand).end};
  state.marks.pop_back();
  state.push({syntax::Not{operand}, span});
}

void make_negate(State& state) {
  --state.depth;
  const ExpressionId operand = state.pop();
  const Span span = {state.offset(state.marks.back()), state.span_of(operand).end};
  state.marks.pop_back();
  state.push({syntax::Negate{operand}, span});
}

void make_power(State& state) {
  const ExpressionId base = state.pop();
  const Span span = {state.span_of(base).begin, state.offset(state.token_end)};
  state.push({syntax::Power{base, state.natural}, span});
}

void begin_list(State& state) { state.bases.push_back(state.operands.size()); }
void make_in_list(State& state) { make_membership(state, false); }
void make_not_in_list(State& state) { make_membership(state, true); }
void make_between(State& state) { make_range(state, false); }
void make_not_between(State& state) { make_range(state, true); }

void make_bare_between(State& state) {
  const ExpressionId high = state.pop(), low = state.pop();
  const Span span = {state.offset(state.marks.back()), state.span_of(high).end};
  state.marks.pop_back();
  state.push({syntax::Between{{}, low, high, false}, span});
}

void make_bare(State& state) {
  const ExpressionId right = state.pop();
  const auto [operation, span] = state.operators.back();
  state.operators.pop_back();
  state.push({syntax::BareComparison{operation, right}, joined(span, state.span_of(right))});
}

void make_is_missing(State& state) { make_presence(state, false); }
void make_is_not_missing(State& state) { make_presence(state, true); }

// --- cases and scales -----------------------------------------------------------------------------------------------

void push_otherwise(State& state) { state.operands.emplace_back(); }
void end_case(State& state) { state.case_ends.push_back(state.offset(state.token_end)); }

void make_cases(State& state) {
  const std::vector<ExpressionId> list = take_list(state);
  syntax::Cases cases;
  const std::size_t count = list.size() / 2;
  const std::size_t first_end = state.case_ends.size() - count;
  for (std::size_t i = 0; i < count; ++i) {
    const Span span = {state.span_of(list[2 * i]).begin, state.case_ends[first_end + i]};
    cases.cases.push_back({list[2 * i], list[2 * i + 1], span});
    const bool is_early_otherwise = list[2 * i + 1].is_none() && i + 1 < count;
    if (is_early_otherwise) state.diagnostics.add(text::Code::otherwise_not_last, span);
  }
  state.case_ends.resize(first_end);
  const Span span = joined(cases.cases.front().span, cases.cases.back().span);
  state.push({std::move(cases), span});
}

void make_scale(State& state) {
  const std::vector<ExpressionId> list = take_list(state);
  syntax::Scale scale;
  for (std::size_t i = 0; i + 1 < list.size(); i += 2) scale.points.push_back({list[i], list[i + 1]});
  const Span span = joined(state.span_of(list.front()), state.span_of(list.back()));
  state.push({std::move(scale), span});
}

// --- parentheses and calls ------------------------------------------------------------------------------------------

void open_parenthesis(State& state) {
  ++state.depth;
  state.parentheses.emplace_back(state.token_begin, state.if_missing_is_clause);
  state.if_missing_is_clause = false;
}

void close_parenthesis(State& state) {
  --state.depth;
  const auto [opened, if_missing_is_clause] = state.parentheses.back();
  state.parentheses.pop_back();
  state.if_missing_is_clause = if_missing_is_clause;
  syntax::Expression& inside = state.book.expressions[state.operands.back().index];
  inside.span = state.span(opened, state.token_end);
  inside.is_parenthesized = true;
}

void begin_rounding(State& state) {
  state.marks.push_back(state.token_begin);
  state.roundings.emplace_back();
}

void set_direction(State& state, syntax::RoundingDirection direction) { state.roundings.back().direction = direction; }

void set_places(State& state) {
  state.roundings.back().places = state.natural;
  state.roundings.back().span = state.token_span();
}

void set_nearest(State& state) {
  state.roundings.back().nearest = state.number;
  state.roundings.back().span = state.token_span();
}

void make_rounded(State& state) {
  --state.depth;
  state.if_missing_is_clause = state.parentheses.back().second;
  state.parentheses.pop_back();
  const syntax::Rounding rounding = state.roundings.back();
  state.roundings.pop_back();
  const ExpressionId operand = state.pop();
  state.push({syntax::RoundedCall{operand, rounding}, from_mark(state)});
}

void open_call(State& state) { open_parenthesis(state); }

void close_call(State& state) {
  --state.depth;
  state.if_missing_is_clause = state.parentheses.back().second;
  state.parentheses.pop_back();
  CallFrame frame = std::move(state.calls.back());
  state.calls.pop_back();
  auto& arguments = frame.call.arguments;
  // `count(household)`: alone in the parentheses of such a function a name is a table.
  if (frame.takes_table && arguments.size() == 1 && !arguments[0].rows && !arguments[0].is_distinct) {
    const auto* name = std::get_if<syntax::NameUse>(&state.book.at(arguments[0].value).node);
    if (name != nullptr) {
      syntax::Rows rows;
      rows.table = {name->name, state.span_of(arguments[0].value)};
      rows.span = rows.table.span;
      rows.skips_missing = arguments[0].skips_missing;
      arguments[0].rows = std::move(rows);
      arguments[0].value = {};
    }
  }
  const Span span = {frame.call.name_span.begin, state.offset(state.token_end)};
  state.push({std::move(frame.call), span});
}

void begin_argument(State& state) {
  state.calls.back().argument = {};
  state.marks.push_back(state.token_end);
}

void end_argument(State& state) {
  CallFrame& frame = state.calls.back();
  frame.argument.span = from_mark(state);
  frame.call.arguments.push_back(std::move(frame.argument));
}

void set_distinct(State& state) { state.calls.back().argument.is_distinct = true; }
void set_weighted_by(State& state) { state.calls.back().argument.weighted_by = state.pop(); }

void set_rows(State& state) {
  syntax::Rows rows;
  rows.table = state.name;
  rows.span = state.name.span;
  state.calls.back().argument.rows = std::move(rows);
}

void value_to_rows(State& state) {
  syntax::Argument& argument = state.calls.back().argument;
  const auto* name = std::get_if<syntax::NameUse>(&state.book.at(argument.value).node);
  if (name == nullptr) return;  // the modifier reports that this is no table
  syntax::Rows rows;
  rows.table = {name->name, state.span_of(argument.value)};
  rows.span = rows.table.span;
  argument.rows = std::move(rows);
  argument.value = {};
}

void set_where(State& state) {
  const ExpressionId where = state.pop();
  if (!has_rows(state)) return;
  if (!rows_of(state).where.is_none()) report_twice(state, state.span_of(where));
  rows_of(state).where = where;
}

void set_by(State& state) {
  if (!has_rows(state)) return;
  if (rows_of(state).by) report_twice(state, state.name.span);
  rows_of(state).by = state.name;
}

void set_ever(State& state) { set_window(state, syntax::Rows::Window::ever); }

void set_since(State& state) {
  const ExpressionId since = state.pop();
  set_window(state, syntax::Rows::Window::since);
  if (state.calls.back().argument.rows) rows_of(state).since = since;
}

void set_window(State& state, syntax::Rows::Window window) {
  if (!has_rows(state)) return;
  syntax::Rows& rows = rows_of(state);
  if (rows.window != syntax::Rows::Window::period) report_twice(state, state.token_span());
  rows.window = window;
  rows.window_span = state.token_span();
  rows.unit = state.unit;
  if (window == syntax::Rows::Window::last) rows.count = state.natural;
}

void set_skipping(State& state) {
  syntax::Argument& argument = state.calls.back().argument;
  if (argument.rows) {
    argument.rows->skips_missing = true;
  } else {
    argument.skips_missing = true;
  }
}

}  // namespace nilai::grammar::native
