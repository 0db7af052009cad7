#pragma once

// The X3 parsers that grammars are written with. Only the grammars include this: it costs seconds to compile.

#include <boost/spirit/home/x3.hpp>
#include <functional>
#include <string>

#include "grammar/native/state.hpp"
#include "grammar/native/tokens.hpp"

namespace nilai::grammar::native {

namespace x3 = boost::spirit::x3;

struct StateTag;

/// What a parser expects, for a message: a keyword's own words, or the number of a phrase.
inline std::string expected_phrase(text::Phrase phrase) { return "#" + std::to_string(static_cast<unsigned>(phrase)); }

/// A token: a plain function that reads one, and the phrase that names it to people.
struct Token : x3::parser<Token> {
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;
  using Scan = bool (*)(Cursor& first, Cursor last, State& state);

  constexpr Token(Scan s, text::Phrase w) : scan(s), what(w) {}

  template <class Iterator, class Context, class RContext, class Attribute>
  bool parse(Iterator& first, const Iterator& last, const Context& context, RContext&, Attribute&) const {
    return scan(first, last, x3::get<StateTag>(context).get());
  }

  Scan scan;
  text::Phrase what;
};

struct KeywordToken : x3::parser<KeywordToken> {
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;

  explicit constexpr KeywordToken(Keyword k) : keyword(k) {}

  template <class Iterator, class Context, class RContext, class Attribute>
  bool parse(Iterator& first, const Iterator& last, const Context& context, RContext&, Attribute&) const {
    return scan_keyword(first, last, x3::get<StateTag>(context).get(), keyword);
  }

  Keyword keyword;
};

struct SymbolToken : x3::parser<SymbolToken> {
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;

  explicit constexpr SymbolToken(char s) : symbol(s) {}

  template <class Iterator, class Context, class RContext, class Attribute>
  bool parse(Iterator& first, const Iterator& last, const Context& context, RContext&, Attribute&) const {
    return scan_symbol(first, last, x3::get<StateTag>(context).get(), symbol);
  }

  char symbol;
};

/// Takes no text: calls a function on the state at its place in a rule.
struct Run : x3::parser<Run> {
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;
  using Action = void (*)(State& state);

  explicit constexpr Run(Action a) : action(a) {}

  template <class Iterator, class Context, class RContext, class Attribute>
  bool parse(Iterator&, const Iterator&, const Context& context, RContext&, Attribute&) const {
    action(x3::get<StateTag>(context).get());
    return true;
  }

  Action action;
};

constexpr KeywordToken keyword(Keyword k) { return KeywordToken(k); }
constexpr SymbolToken symbol(char s) { return SymbolToken(s); }
constexpr Run run(Run::Action action) { return Run(action); }

inline constexpr Token name_token(scan_name, text::Phrase::expected_name);
inline constexpr Token text_token(scan_text, text::Phrase::expected_text);
inline constexpr Token number_token(scan_number, text::Phrase::expected_number);
inline constexpr Token span_token(scan_span, text::Phrase::expected_span);
inline constexpr Token date_token(scan_date, text::Phrase::expected_date);
inline constexpr Token natural_token(scan_natural, text::Phrase::expected_natural);
inline constexpr Token unit_token(scan_unit, text::Phrase::expected_unit);
inline constexpr Token code_token(scan_code, text::Phrase::expected_code);
inline constexpr Token period_token(scan_period_name, text::Phrase::expected_period);
inline constexpr Token language_token(scan_language, text::Phrase::expected_text);

/// Runs a rule over [first, last); false where it does not begin here. Throws `x3::expectation_failure<Cursor>`.
template <class Rule>
bool parse_rule_with(const Rule& rule, Cursor& first, Cursor last, State& state) {
  return x3::parse(first, last, x3::with<StateTag>(std::ref(state))[rule]);
}

}  // namespace nilai::grammar::native

namespace boost::spirit::x3 {

template <>
struct get_info<nilai::grammar::native::Token> {
  using result_type = std::string;
  std::string operator()(const nilai::grammar::native::Token& token) const {
    return nilai::grammar::native::expected_phrase(token.what);
  }
};

template <>
struct get_info<nilai::grammar::native::KeywordToken> {
  using result_type = std::string;
  std::string operator()(const nilai::grammar::native::KeywordToken& token) const {
    return std::string(nilai::grammar::keyword_text(token.keyword));
  }
};

template <>
struct get_info<nilai::grammar::native::SymbolToken> {
  using result_type = std::string;
  std::string operator()(const nilai::grammar::native::SymbolToken& token) const { return {token.symbol}; }
};

}  // namespace boost::spirit::x3
