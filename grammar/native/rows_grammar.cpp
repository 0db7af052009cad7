#include <utility>

#include "grammar/native/characters.hpp"
#include "grammar/native/expression_rules.hpp"

namespace nilai::grammar::native {

namespace {

using text::Code;
using text::Phrase;
using text::Span;

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

}  // namespace

void read_modifiers(const char*& first, State& state, syntax::Rows& rows) {
  while (read_modifier(first, state, rows)) {
  }
}

bool read_rows(const char*& first, State& state, syntax::Rows& rows) {
  const char* begin = state.skip(first);
  if (read_keyword(first, state, Keyword::criteria)) {
    rows.of = syntax::Rows::Of::criteria;
  } else if (!read_name(first, state, rows.table)) {
    return false;
  }
  read_modifiers(first, state, rows);
  rows.span = state.span(begin, first);
  return true;
}

bool read_peers(const char*& first, State& state, syntax::Rows& rows) {
  const char* begin = state.skip(first);
  syntax::Name column;
  const auto keep = [&] { rows.in_same.push_back(std::exchange(column, {})); };
  const auto common = keyword(Keyword::in_same) > name(column)[keep] > *(keyword(Keyword::both) > name(column)[keep]);
  const auto smallest = keyword(Keyword::with_at_least) > natural(rows.smallest_group);
  if (!run(keyword(Keyword::among) > name(rows.table) > -common > -smallest, first, state)) return false;
  rows.of = syntax::Rows::Of::peers;
  read_modifiers(first, state, rows);
  rows.span = state.span(begin, first);
  return true;
}

bool read_past(const char*& first, State& state, syntax::Rows& rows) {
  const char* begin = state.skip(first);
  if (!read_time(first, state, rows)) return false;
  rows.of = syntax::Rows::Of::periods;
  read_modifiers(first, state, rows);
  rows.span = state.span(begin, first);
  return true;
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
