#include "grammar/native/words.hpp"

#include <algorithm>
#include <array>

#include "grammar/native/characters.hpp"

namespace nilai::grammar::native {

namespace {

const char* skip_name(const char* at, const char* last) {
  while (const std::size_t length = name_char_length(at, last)) at += length;
  return at;
}

std::string_view view(const char* from, const char* to) {
  return {from, static_cast<std::size_t>(to - from)};
}

/// One spelling of a keyword; between its words any blanks.
const char* match_spelling(const char* at, const char* last, std::string_view spelling) {
  for (const char letter : spelling) {
    if (letter == ' ') {
      const char* next = skip_blanks(at, last);
      if (next == at) return nullptr;
      at = next;
    } else {
      if (at == last || *at != letter) return nullptr;
      ++at;
    }
  }
  return name_char_length(at, last) == 0 ? at : nullptr;
}

/// Behind `word` and blanks, for a look ahead.
bool begins_text(const char* at, State& state) {
  return is_text(state.skip(at), state.last);
}

struct UnitWord {
  Keyword keyword;
  syntax::TimeUnit unit;
};
constexpr auto units = std::to_array<UnitWord>({{Keyword::days, syntax::TimeUnit::day},
                                                {Keyword::months, syntax::TimeUnit::month},
                                                {Keyword::quarters, syntax::TimeUnit::quarter},
                                                {Keyword::half_years, syntax::TimeUnit::half_year},
                                                {Keyword::years, syntax::TimeUnit::year}});

std::string unescaped(std::string_view body) {
  std::string text;
  for (std::size_t i = 0; i < body.size(); ++i) {
    if (body[i] == '\\' && i + 1 < body.size()) {
      ++i;
      text += body[i] == 'n' ? '\n' : body[i];
    } else {
      text += body[i];
    }
  }
  return text;
}

/// What stands between the quotes of [from, to): the closing one may be missing.
std::string_view text_body(const char* from, const char* to) {
  const char* begin = from + character_at(from, to).length;
  if (to > begin && to[-1] == '"') return view(begin, to - 1);
  for (const char* at = begin; at < to; at += character_at(at, to).length) {
    const Character character = character_at(at, to);
    if (is_curly_quote(character.code_point) && at + character.length == to) return view(begin, at);
  }
  return view(begin, to);
}

}  // namespace

// --- keywords, signs, names ----------------------------------------------------------------------------------------

const char* match_keyword(const char* at, const State& state, Keyword keyword) {
  std::string_view rest = spellings(keyword, state.language);
  while (!rest.empty()) {
    const std::size_t bar = rest.find('|');
    if (const char* end = match_spelling(at, state.last, rest.substr(0, bar))) return end;
    rest = bar == std::string_view::npos ? std::string_view{} : rest.substr(bar + 1);
  }
  return nullptr;
}

bool read_keyword(const char*& first, State& state, Keyword keyword) {
  const char* end = match_keyword(state.skip(first), state, keyword);
  if (end == nullptr) return false;
  first = end;
  return true;
}

bool read_symbol(const char*& first, State& state, std::string_view symbol) {
  const char* at = state.skip(first);
  if (static_cast<std::size_t>(state.last - at) < symbol.size() || view(at, at + symbol.size()) != symbol) return false;
  const char* end = at + symbol.size();
  const char next = end < state.last ? *end : ' ';
  if (symbol == "=" && (next == '=' || next == '>')) return false;
  if (symbol == "<" && (next == '=' || next == '>')) return false;
  if (symbol == ">" && next == '=') return false;
  first = end;
  return true;
}

const char* reserved_at(const char* at, const State& state) {
  for (const Keyword keyword : all_keywords()) {
    if (!is_reserved(keyword, state.language)) continue;
    if (const char* end = match_keyword(at, state, keyword)) return end;
  }
  return nullptr;
}

bool read_name(const char*& first, State& state, syntax::Name& name) {
  const char* at = state.skip(first);
  if (at == state.last || is_digit(*at)) return false;
  if (*at == '`') {
    const char* end = skip_name(at + 1, state.last);
    if (end == at + 1) return false;
    const bool is_closed = end < state.last && *end == '`';  // if not, screen has said so
    first = is_closed ? end + 1 : end;
    name = {std::string(at + 1, end), state.span(at, first)};
    return true;
  }
  const char* end = skip_name(at, state.last);
  if (end == at || reserved_at(at, state) != nullptr) return false;
  first = end;
  name = {std::string(at, end), state.span(at, end)};
  return true;
}

bool read_names(const char*& first, State& state, std::vector<syntax::Name>& names) {
  syntax::Name name;
  if (!read_name(first, state, name)) return false;
  names.push_back(std::move(name));
  for (const char* at = first; read_symbol(at, state, ",") && read_name(at, state, name); first = at) {
    names.push_back(std::move(name));
  }
  return true;
}

// --- texts ---------------------------------------------------------------------------------------------------------

bool is_text(const char* at, const char* last) {
  return at < last && (*at == '"' || is_curly_quote(character_at(at, last).code_point));
}

const char* text_end(const char* at, const char* last) {
  const bool is_curly = *at != '"';
  at += character_at(at, last).length;
  while (at < last && *at != '\n') {
    if (*at == '"') return at + 1;
    if (*at == '\\' && at + 1 < last && at[1] != '\n') ++at;
    const Character character = character_at(at, last);
    at += character.length;
    if (is_curly && is_curly_quote(character.code_point)) return at;
  }
  return at;
}

bool read_text(const char*& first, State& state, std::string& text) {
  const char* at = state.skip(first);
  if (!is_text(at, state.last)) return false;
  first = text_end(at, state.last);
  text = unescaped(text_body(at, first));
  return true;
}

bool read_quoted(const char*& first, State& state, syntax::Text& text) {
  const char* begin = state.skip(first);
  if (!read_text(first, state, text.text)) return false;
  text.span = state.span(begin, first);
  return true;
}

bool read_language(const char*& first, State& state, std::string_view language) {
  const char* at = state.skip(first);
  const char* end = skip_name(at, state.last);
  if (view(at, end) != language || !begins_text(end, state)) return false;
  first = end;
  return true;
}

bool read_label(const char*& first, State& state, syntax::Label& label) {
  if (!read_text(first, state, label.text)) return false;
  for (;;) {
    if (read_language(first, state, "en")) {
      read_text(first, state, label.en.emplace());
    } else if (read_language(first, state, "id")) {
      read_text(first, state, label.id.emplace());
    } else {
      return true;
    }
  }
}

bool read_code(const char*& first, State& state, syntax::Code& code) {
  const char* at = state.skip(first);
  if (read_text(first, state, code.text)) {
    code.span = state.span(at, first);
    return true;
  }
  const char* end = skip_name(at, state.last);
  const std::string_view word = view(at, end);
  const auto stands_here = [&](Keyword keyword) { return match_keyword(at, state, keyword) != nullptr; };
  if (word.empty() || stands_here(Keyword::when) || stands_here(Keyword::otherwise)) return false;
  while (end < state.last && (*end == '-' || *end == '.' || *end == '/') && name_char_length(end + 1, state.last) > 0) {
    end = skip_name(end + 1, state.last);
  }
  code = {std::string(at, end), state.span(at, end)};
  first = end;
  return true;
}

bool read_unit(const char*& first, State& state, syntax::TimeUnit& unit) {
  for (const UnitWord& word : units) {
    if (!read_keyword(first, state, word.keyword)) continue;
    unit = word.unit;
    return true;
  }
  return false;
}

std::string_view unit_word(syntax::TimeUnit unit) {
  const auto* word = std::find_if(units.begin(), units.end(), [&](const UnitWord& w) { return w.unit == unit; });
  return written(word->keyword, KeywordLanguage::english);
}

bool read_month(const char*& first, State& state, int& month) {
  for (int i = 0; i < 12; ++i) {
    if (!read_keyword(first, state, static_cast<Keyword>(static_cast<int>(Keyword::january) + i))) continue;
    month = i + 1;
    return true;
  }
  return false;
}

// --- what stands at a place, for messages --------------------------------------------------------------------------

std::string_view token_at(const char* at, const char* last) {
  if (at == last) return {};
  if (is_text(at, last)) return view(at, text_end(at, last));
  if (*at == '`') {
    const char* end = skip_name(at + 1, last);
    return view(at, end < last && *end == '`' ? end + 1 : end);
  }
  const char* end = skip_name(at, last);
  if (end == at) {
    constexpr auto pairs = std::to_array<std::string_view>({"!=", "<=", ">=", "==", "<>", "=>", "&&", "||"});
    const auto rest = view(at, last).substr(0, 2);
    if (std::find(pairs.begin(), pairs.end(), rest) != pairs.end()) return rest;
    return view(at, at + character_at(at, last).length);
  }
  if (is_digit(*at)) {
    const auto goes_on = [&](char next) { return is_digit(next) || next == 'Q' || next == 'S'; };
    while (end + 1 < last && (*end == '.' || *end == '-') && goes_on(end[1])) end = skip_name(end + 1, last);
    if (end < last && *end == '%') ++end;
  }
  return view(at, end);
}

}  // namespace nilai::grammar::native
