#include "grammar/read_cells.hpp"

#include "grammar/native/alone.hpp"
#include "grammar/native/characters.hpp"
#include "grammar/native/words.hpp"

namespace nilai::grammar {

namespace {

using native::Reading;
using native::State;
using syntax::ExpressionId;
using text::Phrase;

/// The texts of cells one after another, and where each stands.
struct Joined {
  std::string text;
  text::SourceMap places;

  explicit Joined(const std::vector<Cell>& cells) {
    for (const Cell& cell : cells) {
      const auto length = static_cast<std::uint32_t>(cell.text.size());
      cell.is_verbatim ? places.add_verbatim(length, cell.span.begin) : places.add_written(length, cell.span);
      places.add_written(1, {cell.span.end, cell.span.end});
      text += cell.text + '\0';
    }
  }
};

/// Whether a cell begins as a quantity or a text in quotes does.
bool is_literal(const std::string& text) {
  return native::is_digit(text.front()) || text.front() == '"' || (text.front() == '-' && text.size() > 1);
}

ExpressionId read_word(const Cell& cell, State& state, const char* begin) {
  for (const Keyword flag : {Keyword::yes, Keyword::no}) {
    if (native::match_keyword(begin, state, flag) == begin + cell.text.size()) {
      return state.add(syntax::FlagLiteral{flag == Keyword::yes}, cell.span);
    }
  }
  return state.add(syntax::TextLiteral{cell.text}, cell.span);
}

}  // namespace

std::vector<ExpressionId> read_cells(const std::vector<Cell>& cells, KeywordLanguage language, syntax::Rulebook& book,
                                     text::Diagnostics& diagnostics) {
  const Joined joined(cells);
  State state(joined.text, joined.places, book, diagnostics);
  state.language = language;
  std::vector<ExpressionId> values;
  const char* begin = state.begin;
  for (const Cell& cell : cells) {
    const char* end = begin + cell.text.size();
    ExpressionId value;
    if (!is_literal(cell.text)) {
      value = read_word(cell, state, begin);
    } else {
      const auto rule = [&value](const char*& first, State& at) {
        return native::read_literal(first, at, value) ? Reading::yes : Reading::no;
      };
      if (!native::read_alone(begin, end, state, rule, Phrase::a_fixed_value)) value = {};
    }
    values.push_back(value);
    begin = end + 1;
  }
  return values;
}

std::optional<syntax::DateLiteral> read_date_cell(const Cell& cell, text::Diagnostics& diagnostics) {
  const Joined joined({cell});
  syntax::Rulebook unused;
  State state(joined.text, joined.places, unused, diagnostics);
  syntax::DateLiteral date;
  const auto rule = [&date](const char*& first, State& at) {
    return native::read_date(first, at, date) ? Reading::yes : Reading::no;
  };
  if (!native::read_alone(state.begin, state.begin + cell.text.size(), state, rule, Phrase::a_date))
    return std::nullopt;
  return date;
}

}  // namespace nilai::grammar
