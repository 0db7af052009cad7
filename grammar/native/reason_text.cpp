#include <utility>

#include "grammar/native/characters.hpp"
#include "grammar/native/expression_grammar.hpp"
#include "grammar/native/mistakes.hpp"
#include "grammar/native/screen.hpp"
#include "grammar/native/words.hpp"

namespace nilai::grammar::native {

namespace {

/// Where the text's own characters end: before the closing quote, or the end of the line where there is none.
const char* body_end(const char* body, const char* end) {
  if (end > body && end[-1] == '"') return end - 1;
  for (const char* at = body; at < end; at += character_at(at, end).length) {
    if (is_curly_quote(character_at(at, end).code_point)) return at;
  }
  return end;
}

/// `{expression}`; `first` stands behind the opening brace.
bool read_braces(const char*& first, State& state, syntax::ReasonText& text) {
  syntax::ExpressionId id;
  switch (read_expression(Form::condition, first, state, id)) {
    case Reading::yes:
      break;
    case Reading::no:
      report_expected(state, first, wanted_text(text::Phrase::a_value));
      return false;
    case Reading::broken:
      return false;
  }
  if (!read_symbol(first, state, "}")) {
    report_expected(state, first, wanted_text("}"));
    return false;
  }
  text.pieces.emplace_back(id);
  return true;
}

/// The pieces of [at, close). `escapes`: what a backslash may stand before; none: anything, as `screen` has seen to it.
void read_pieces(const char* at, const char* close, std::string_view escapes, State& state, syntax::ReasonText& text) {
  const Restored within(state.last, close);
  std::string piece;
  while (at < close) {
    if (*at == '{') {
      if (!piece.empty()) text.pieces.emplace_back(std::exchange(piece, {}));
      if (!read_braces(++at, state, text)) break;
    } else if (*at == '}') {
      auto& diagnostic = state.diagnostics.add(text::Code::lone_brace, state.span(at, at + 1));
      diagnostic.fixes.push_back({{text::Phrase::write_instead, {"\\}"}}, state.span(at, at + 1), "\\}"});
      ++at;
    } else if (*at == '\\' && at + 1 < close && (escapes.empty() || escapes.find(at[1]) != std::string_view::npos)) {
      piece += at[1] == 'n' ? '\n' : at[1];
      at += 2;
    } else {
      piece += *at++;
    }
  }
  if (!piece.empty()) text.pieces.emplace_back(std::move(piece));
}

}  // namespace

Reading read_reason_text(const char*& first, State& state, syntax::ReasonText& text) {
  const char* begin = state.skip(first);
  if (!is_text(begin, state.last)) return Reading::no;
  const char* end = text_end(begin, state.last);
  const char* body = begin + character_at(begin, end).length;
  // Whatever is wrong in the braces, the text ends here: reading goes on behind it.
  first = end;
  read_pieces(body, body_end(body, end), {}, state, text);
  return Reading::yes;
}

void read_reason_prose(const char* at, const char* end, State& state, syntax::ReasonText& text) {
  has_no_controls(state, at, end);
  read_pieces(at, end, "{}\\", state, text);
}

}  // namespace nilai::grammar::native
