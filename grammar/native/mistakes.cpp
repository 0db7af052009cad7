#include "grammar/native/mistakes.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "grammar/native/characters.hpp"
#include "grammar/native/customary_dates.hpp"
#include "grammar/native/customary_words.hpp"
#include "grammar/native/recovery.hpp"
#include "grammar/native/slips.hpp"
#include "grammar/native/unquoted.hpp"
#include "grammar/native/words.hpp"
#include "grammar/text/render.hpp"

namespace nilai::grammar::native {

namespace {

using text::Code;
using text::Diagnostic;
using text::Phrase;
using text::Span;

/// Begins what stands for a keyword until the language of the text is at hand; the keyword's number follows.
constexpr char keyword_mark = '\x02';

std::string quoted(std::string_view word) {
  return "`" + text::shown(word) + "`";
}

/// What was wanted, with keywords in the language of the text.
std::string in_words(const State& state, const std::string& wanted) {
  if (wanted.size() != 2 || wanted.front() != keyword_mark) return wanted;
  return quoted(written(static_cast<Keyword>(static_cast<unsigned char>(wanted[1])), state.language));
}

void offer(Diagnostic& diagnostic, Phrase phrase, Span span, std::string replacement) {
  diagnostic.fixes.push_back({{phrase, {replacement}}, span, std::move(replacement)});
}

/// What was found at `at`, and where.
struct Found {
  const char* at;
  std::string_view token;
  Span span;
  bool is_end_of_file = false;
};

Found found_at(State& state, const char* where) {
  const char* at = state.skip(where);
  // Where the text ends, the mistake is behind its last word, not below it.
  if (at == state.last) return {where, {}, state.span(where, where), state.last == state.end};
  const std::string_view token = token_at(at, state.last);
  return {at, token, state.span(at, at + token.size()), false};
}

std::string found_text(const Found& found) {
  if (!found.token.empty()) return quoted(found.token);
  return text::translated(found.is_end_of_file ? Phrase::end_of_file : Phrase::end_of_text);
}

// --- a comma as the decimal mark -----------------------------------------------------------------------------------

/// `30,5` or `30,5%` with its comma at `comma`; `30, 5` is a list.
std::optional<std::string_view> decimal_at(const State& state, const char* comma) {
  if (comma <= state.begin || comma + 1 >= state.last || *comma != ',') return std::nullopt;
  if (!is_digit(comma[-1]) || !is_digit(comma[1])) return std::nullopt;
  const char* from = comma;
  while (from > state.begin && (is_digit(from[-1]) || from[-1] == '_')) --from;
  const char* to = comma + 1;
  while (to < state.last && is_digit(*to)) ++to;
  if (to < state.last && *to == '%') ++to;
  return std::string_view(from, static_cast<std::size_t>(to - from));
}

/// The mistake shows where the comma stands, or right before or behind the digits that follow it.
bool report_decimal_comma(State& state, const Found& found) {
  auto decimal = decimal_at(state, found.at);
  if (!decimal && found.at > state.begin) decimal = decimal_at(state, found.at - 1);
  if (!decimal) {
    const char* at = found.at;
    while (at > state.begin && (at[-1] == ' ' || at[-1] == '\n' || at[-1] == '\r' || at[-1] == '%')) --at;
    const char* digits = at;
    while (digits > state.begin && is_digit(digits[-1])) --digits;
    if (digits < at && digits > state.begin) decimal = decimal_at(state, digits - 1);
  }
  if (!decimal) return false;
  std::string written(*decimal);
  const Span span = state.span(decimal->data(), decimal->data() + decimal->size());
  auto& diagnostic = state.diagnostics.add(Code::decimal_comma, span, {text::shown(written)});
  std::replace(written.begin(), written.end(), ',', '.');
  offer(diagnostic, Phrase::write_instead, span, std::move(written));
  return true;
}

// --- other mistakes that the word found tells ----------------------------------------------------------------------

bool has_capital(std::string_view words) {
  return words.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") != std::string::npos;
}

bool report_capital(State& state, const Found& found) {
  if (found.token.size() > longest_slip) return false;
  const std::string word = lower(found.token);
  bool is_first_word = false;
  std::string_view token = found.token;
  std::string meant = word;
  for (const Keyword keyword : all_keywords()) {
    is_first_word = is_first_word || first_word(keyword, state.language) == word;
    const std::string_view spelt = written(keyword, state.language);
    const std::string_view words = words_at(state, found.at, spelt);
    if (words.size() <= token.size() || lower_words(words) != spelt) continue;
    token = words;
    meant = spelt;
  }
  if (!is_first_word || !has_capital(token)) return false;
  const Span span = state.span(found.at, found.at + token.size());
  auto& diagnostic = state.diagnostics.add(Code::capital_in_keyword, span, {text::shown(token)});
  offer(diagnostic, Phrase::write_instead, span, std::move(meant));
  return true;
}

bool report_reserved(State& state, const Found& found, const std::string& wanted) {
  if (!is_reserved(found.token, state.language)) return false;
  // A word that opens a definition, in the midst of a line where a value is due, was meant to be a name.
  const auto definition = definition_meant(state, found.at);
  const bool is_for_a_value = wanted == wanted_text(Phrase::a_value) && !is_first_on_line(state, found.at) &&
                              definition && definition->word == found.token;
  if (wanted != wanted_text(Phrase::a_name) && !is_for_a_value) return false;
  const std::string word(found.token);
  auto& diagnostic = state.diagnostics.add(Code::reserved_word, found.span, {word});
  diagnostic.fixes.push_back({{Phrase::put_in_backticks, {word}}, found.span, "`" + word + "`"});
  return true;
}

bool report_foreign_operator(State& state, const Found& found) {
  struct Operator {
    std::string_view sign;
    std::variant<Keyword, std::string_view> meant;
  };
  constexpr auto operators = std::to_array<Operator>({{"&&", Keyword::both},
                                                      {"&", Keyword::both},
                                                      {"||", Keyword::either},
                                                      {"|", Keyword::either},
                                                      {"!", Keyword::negated},
                                                      {"==", "="},
                                                      {"=>", ">="},
                                                      {"<>", "!="},
                                                      {"×", "*"},
                                                      {"÷", "/"},
                                                      {"−", "-"},
                                                      {"–", "-"}});
  const auto match =
      std::find_if(operators.begin(), operators.end(), [&](const auto& o) { return o.sign == found.token; });
  if (match == operators.end()) return false;
  auto& diagnostic = state.diagnostics.add(Code::foreign_operator, found.span, {std::string(found.token)});
  const auto* word = std::get_if<Keyword>(&match->meant);
  const std::string_view meant = word ? written(*word, state.language) : std::get<std::string_view>(match->meant);
  offer(diagnostic, Phrase::write_instead, found.span, std::string(meant));
  return true;
}

/// What stands in the way may be what people say for a keyword, or a keyword with a slip.
void offer_keyword(const State& state, const Found& found, Diagnostic& diagnostic) {
  if (auto customary = found.token.empty() ? std::nullopt : customary_at(state, found.at)) {
    const Span span = state.span(found.at, found.at + customary->token.size());
    offer(diagnostic, Phrase::write_instead, span, std::move(customary->meant));
    return;
  }
  const auto meant = is_word(found.token) ? keyword_meant(state, found.token) : std::nullopt;
  if (meant && *meant != found.token) offer(diagnostic, Phrase::did_you_mean, found.span, *meant);
}

bool report_open_parenthesis(State& state, const Found& found, const std::string& wanted) {
  if (wanted != wanted_text(")") || state.open_parentheses.empty()) return false;
  const char* open = state.open_parentheses.back();
  auto& diagnostic = state.diagnostics.add(Code::parenthesis_not_closed, found.span, {found_text(found)});
  diagnostic.labels.push_back({state.span(open, open + 1), {Phrase::opened_here, {}}});
  offer_keyword(state, found, diagnostic);
  return true;
}

/// A date as people write it, where a date is due.
bool report_customary_date(State& state, const Found& found, const std::string& wanted) {
  if (wanted != wanted_text(Phrase::a_date_as_written) || found.token.empty()) return false;
  auto date = customary_date_at(state, found.at);
  if (!date) return false;
  const Span span = state.span(found.at, found.at + date->token.size());
  auto& diagnostic = state.diagnostics.add(Code::expected, span, {in_words(state, wanted), quoted(date->token)});
  offer(diagnostic, Phrase::write_instead, span, std::move(date->meant));
  return true;
}

/// `minimal 35%`: read as a name, it is found out by what follows it.
bool report_customary_before(State& state, const Found& found) {
  auto customary = found.token.empty() ? std::nullopt : customary_before(state, found.at);
  if (!customary) return false;
  const char* at = customary->token.data();
  const Span span = state.span(at, at + customary->token.size());
  auto& diagnostic = state.diagnostics.add(
      Code::expected, span, {in_words(state, wanted_text(Phrase::a_condition)), quoted(customary->token)});
  offer(diagnostic, Phrase::write_instead, span, std::move(customary->meant));
  return true;
}

/// Words behind a definition's name: its label without quotes, or the rest of a name with blanks in it.
bool report_unquoted(State& state, const Found& found, const std::string& wanted) {
  if (found.token.empty()) return false;
  auto unquoted = unquoted_at(state, found.at);
  if (!unquoted) return false;
  auto& diagnostic = state.diagnostics.add(Code::expected, found.span, {in_words(state, wanted), found_text(found)});
  const Phrase phrase = unquoted->is_label ? Phrase::put_in_quotes : Phrase::join_with_underscore;
  offer(diagnostic, phrase, unquoted->span, std::move(unquoted->meant));
  return true;
}

/// What a text or a name that is not closed has swallowed is missing behind it.
bool is_behind_open_quote(const State& state, const Found& found) {
  const char* at = found.at;
  while (at > state.begin && (at[-1] == ' ' || at[-1] == '\t' || at[-1] == '\r' || at[-1] == '\n')) --at;
  if (at == state.begin) return false;
  const std::uint32_t end = state.span(at - 1, at).end;
  const auto& all = state.diagnostics.all();
  return std::any_of(all.begin(), all.end(), [end](const Diagnostic& diagnostic) {
    const bool is_open = diagnostic.code == Code::text_not_closed || diagnostic.code == Code::backtick_not_closed;
    return is_open && diagnostic.span.end == end;
  });
}

// --- words that open clauses and definitions -----------------------------------------------------------------------

void report_not_a_definition(State& state, const Found& found, const std::optional<DefinitionMeant>& meant) {
  const std::string_view token = meant ? meant->token : found.token;
  const Span span = token.empty() ? found.span : state.span(found.at, found.at + token.size());
  auto& diagnostic = state.diagnostics.add(Code::not_a_definition, span, {text::shown(token)});
  if (meant && meant->word != token) {
    offer(diagnostic, Phrase::did_you_mean, span, meant->word);
  } else {
    diagnostic.notes.push_back({Phrase::definitions_are, {}});
  }
}

void report_unknown_clause(State& state, const Found& found, const std::optional<std::string>& meant) {
  const std::string definition(written(*state.place.word, state.language));
  auto& diagnostic = state.diagnostics.add(Code::unknown_clause, found.span, {text::shown(found.token), definition});
  if (meant) {
    offer(diagnostic, Phrase::did_you_mean, found.span, *meant);
    return;
  }
  std::string known;
  for (const Keyword clause : state.place.clauses) {
    known += (known.empty() ? "`" : ", `") + std::string(written(clause, state.language)) + "`";
  }
  if (!known.empty()) diagnostic.notes.push_back({Phrase::clauses_are, {known}});
}

}  // namespace

std::string wanted_text(const Wanted& wanted) {
  if (const auto* keyword = std::get_if<Keyword>(&wanted)) return {keyword_mark, static_cast<char>(*keyword)};
  if (const auto* sign = std::get_if<const char*>(&wanted)) return "`" + std::string(*sign) + "`";
  return text::translated(std::get<Phrase>(wanted));
}

void report_expected(State& state, const char* where, const std::string& wanted) {
  const Found found = found_at(state, where);
  if (report_decimal_comma(state, found) || report_capital(state, found) || report_reserved(state, found, wanted) ||
      report_foreign_operator(state, found) || report_open_parenthesis(state, found, wanted) ||
      report_customary_date(state, found, wanted) || report_unquoted(state, found, wanted) ||
      report_customary_before(state, found)) {
    return;
  }
  if (is_behind_open_quote(state, found)) return;
  auto& diagnostic = state.diagnostics.add(Code::expected, found.span, {in_words(state, wanted), found_text(found)});
  offer_keyword(state, found, diagnostic);
  if (wanted == wanted_text(Phrase::not_assessed_or_points)) {
    const std::string if_missing(written(Keyword::if_missing, state.language));
    diagnostic.notes.push_back({Phrase::if_missing_in_parentheses, {if_missing}});
  }
}

bool report_unknown_part(State& state, const char* where) {
  const Found found = found_at(state, where);
  const std::string word = lower(found.token.substr(0, longest_slip + 1));
  const bool is_new_line = is_first_on_line(state, found.at) && is_word(found.token);
  const bool may_define = (is_new_line || !state.place.word) && !found.token.empty();
  const auto definition = may_define ? definition_meant(state, found.at) : std::nullopt;
  const auto clause = is_new_line ? clause_meant(state, word) : std::nullopt;
  // `score` opens a definition before a name, a label or `=` alone: a number behind it was meant for what stands here.
  const bool is_misspelt_definition = definition && definition->token != definition->word;
  // Of two words, more is right: `daftar keputusn` is no slip of `dasar`.
  const bool is_of_several = definition && definition->word.find(' ') != std::string::npos && clause != word;
  const bool is_definition = !state.place.word || (is_misspelt_definition && (!clause || is_of_several));
  if (report_capital(state, found)) return is_definition;
  // A word that opens something is no part of the mistake before it.
  const bool opens_something = is_new_line && (definition || clause);
  if (!opens_something && (is_behind_open_quote(state, found) || report_decimal_comma(state, found) ||
                           report_foreign_operator(state, found))) {
    return is_definition;
  }
  const auto half = std::find_if(state.place.clauses.begin(), state.place.clauses.end(), [&](Keyword k) {
    return first_word(k, state.language) == word && written(k, state.language) != word;
  });
  if (half != state.place.clauses.end()) {
    state.diagnostics.add(Code::expected, found.span, {in_words(state, wanted_text(*half)), found_text(found)});
  } else if (is_definition) {
    report_not_a_definition(state, found, definition);
  } else if (is_new_line) {
    report_unknown_clause(state, found, clause);
  } else {
    const std::string place =
        text::translated(Phrase::a_clause_of, std::string(written(*state.place.word, state.language)));
    if (report_unquoted(state, found, place) || report_customary_before(state, found)) return is_definition;
    auto& diagnostic = state.diagnostics.add(Code::expected, found.span, {place, found_text(found)});
    offer_keyword(state, found, diagnostic);
  }
  return is_definition;
}

}  // namespace nilai::grammar::native
