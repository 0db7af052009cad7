#pragma once

// The Spirit X3 parsers that the grammars are made of. Only grammars include this.
//
// They have no attributes: each is given, when it is made, the variable it fills. So a grammar is built where its
// variables are, and no tree has to be carried through the types of the parsers.

#include <boost/spirit/home/x3.hpp>
#include <string>
#include <string_view>

#include "grammar/native/mistakes.hpp"
#include "grammar/native/recovery.hpp"
#include "grammar/native/state.hpp"
#include "grammar/native/words.hpp"

namespace nilai::grammar::native {

namespace x3 = boost::spirit::x3;

/// The state, in the context of every parser.
struct StateTag;

/// Thrown where the text cannot be read on. Its `which()` is what was expected, empty where that was reported already.
using Failure = x3::expectation_failure<const char*>;

/// A parser made of `bool read(const char*& first, State&)`.
template <class Read>
struct Token : x3::parser<Token<Read>> {
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;

  Token(Read read_word, Wanted what) : read(read_word), wanted(what) {}

  template <class Context, class RuleContext, class Attribute>
  bool parse(const char*& first, const char* const&, const Context& context, RuleContext&, Attribute&) const {
    return read(first, x3::get<StateTag>(context));
  }

  Read read;
  Wanted wanted;
};

/// Parses `grammar` at `first`. Errors: throws `Failure`.
template <class Grammar>
bool run(const Grammar& grammar, const char*& first, State& state) {
  return x3::with<StateTag>(state)[grammar].parse(first, state.last, x3::unused, x3::unused, x3::unused);
}

// --- words ---------------------------------------------------------------------------------------------------------

inline auto keyword(Keyword word) {
  return Token([word](const char*& first, State& state) { return read_keyword(first, state, word); }, word);
}

inline auto symbol(const char* sign) {
  return Token([sign](const char*& first, State& state) { return read_symbol(first, state, sign); }, sign);
}

/// A parser that fills a variable by a function of words.hpp.
template <auto read, class T>
auto word(T& into, text::Phrase called) {
  return Token([&into](const char*& first, State& state) { return read(first, state, into); }, called);
}

inline auto name(syntax::Name& into) {
  return word<read_name>(into, text::Phrase::a_name);
}
/// One name or more, parted by commas.
inline auto names(std::vector<syntax::Name>& into) {
  return word<read_names>(into, text::Phrase::a_name);
}
inline auto quoted(syntax::Text& into) {
  return word<read_quoted>(into, text::Phrase::a_text_in_quotes);
}
inline auto label(syntax::Label& into) {
  return word<read_label>(into, text::Phrase::a_text_in_quotes);
}
inline auto date(syntax::DateLiteral& into) {
  return word<read_date>(into, text::Phrase::a_date_as_written);
}
inline auto number(syntax::NumberLiteral& into) {
  return word<read_number>(into, text::Phrase::a_number);
}
inline auto natural(std::uint32_t& into) {
  return word<read_natural>(into, text::Phrase::a_whole_number);
}
inline auto unit(syntax::TimeUnit& into) {
  return word<read_unit>(into, text::Phrase::a_unit_of_time);
}
inline auto code(syntax::Code& into) {
  return word<read_code>(into, text::Phrase::a_code);
}
inline auto literal(syntax::ExpressionId& into) {
  return word<read_literal>(into, text::Phrase::a_fixed_value);
}

/// `basis "…"`
inline auto basis(syntax::Text& into) {
  return keyword(Keyword::basis) > quoted(into);
}

// --- spans and actions ---------------------------------------------------------------------------------------------

/// Matches nothing, and keeps where the next word begins.
inline auto begins(const char*& at) {
  return Token(
      [&at](const char*& first, State& state) {
        at = state.skip(first);
        return true;
      },
      text::Phrase::a_value);
}

/// Matches nothing, and gives `into` the span from `from` to the end of the last word.
inline auto ends(const char*& from, text::Span& into) {
  return Token(
      [&from, &into](const char*& first, State& state) {
        into = state.span(from, first);
        return true;
      },
      text::Phrase::a_value);
}

/// A parser given another name in messages.
template <class Parser>
struct Called : x3::unary_parser<Parser, Called<Parser>> {
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;

  Called(const Parser& subject_parser, Wanted what)
      : x3::unary_parser<Parser, Called<Parser>>(subject_parser), wanted(what) {}

  template <class Context, class RuleContext, class Attribute>
  bool parse(const char*& first, const char* const& last, const Context& context, RuleContext& rule,
             Attribute& attribute) const {
    return this->subject.parse(first, last, context, rule, attribute);
  }

  Wanted wanted;
};

template <class Parser>
auto called(text::Phrase phrase, const Parser& parser) {
  return Called<Parser>(parser, phrase);
}

// --- mistakes ------------------------------------------------------------------------------------------------------

/// The keyword of a clause that may stand once in a definition.
inline auto clause(Keyword opening) {
  return Token(
      [opening](const char*& first, State& state) {
        const char* begin = state.skip(first);
        if (!read_keyword(first, state, opening)) return false;
        const text::Span span = state.span(begin, first);
        const auto [seen, is_new] = state.clauses_seen.try_emplace(opening, span);
        if (!is_new && seen->second != span) {
          auto& diagnostic =
              state.diagnostics.add(text::Code::clause_twice, span, {std::string(written(opening, state.language))});
          diagnostic.labels.push_back({seen->second, {text::Phrase::first_here, {}}});
        }
        return true;
      },
      opening);
}

/// Reports a mistake within the rule and goes on at the next part of the definition. A tree with mistakes is never
/// used, so what was read before the mistake may stay in it.
struct GoesOn {
  template <class Context>
  x3::error_handler_result on_error(const char*& first, const char* const&, const Failure& failure,
                                    const Context& context) const {
    State& state = x3::get<StateTag>(context);
    if (!failure.which().empty()) report_expected(state, failure.where(), failure.which());
    state.reset();
    first = next_part(state, failure.where());
    return x3::error_handler_result::accept;
  }
};

/// `part`, with mistakes in it reported and passed over.
template <class Part>
auto guarded(const Part& part) {
  return x3::rule<GoesOn>{"part"} = part;
}

/// What is no part of the definition: reported, and passed over up to the next part.
inline auto unknown_part() {
  return Token(
      [](const char*& first, State& state) {
        const char* at = state.skip(first);
        if (at == state.last || is_definition(state, at)) return false;
        const bool is_whole_definition = report_unknown_part(state, at);
        at += token_at(at, state.last).size();
        first = is_whole_definition ? next_definition(state, at) : next_part(state, at);
        return true;
      },
      text::Phrase::a_value);
}

/// Any number of `part`, up to the next definition.
template <class Part>
auto parts(const Part& part) {
  const auto more = Token(
      [](const char*& first, State& state) { return state.skip(first) != state.last && !is_definition(state, first); },
      text::Phrase::a_value);
  return *(more >> (guarded(part) | unknown_part()));
}

}  // namespace nilai::grammar::native

namespace boost::spirit::x3 {

template <class Read>
struct get_info<nilai::grammar::native::Token<Read>> {
  using result_type = std::string;
  std::string operator()(const nilai::grammar::native::Token<Read>& token) const {
    return nilai::grammar::native::wanted_text(token.wanted);
  }
};

template <class Parser>
struct get_info<nilai::grammar::native::Called<Parser>> {
  using result_type = std::string;
  std::string operator()(const nilai::grammar::native::Called<Parser>& parser) const {
    return nilai::grammar::native::wanted_text(parser.wanted);
  }
};

/// What was expected first, where several words make a parser.
template <class Left, class Right>
struct get_info<sequence<Left, Right>> {
  using result_type = std::string;
  std::string operator()(const sequence<Left, Right>& parser) const { return what(parser.left); }
};

template <class Subject, class Action>
struct get_info<action<Subject, Action>> {
  using result_type = std::string;
  std::string operator()(const action<Subject, Action>& parser) const { return what(parser.subject); }
};

template <class Subject>
struct get_info<and_predicate<Subject>> {
  using result_type = std::string;
  std::string operator()(const and_predicate<Subject>& parser) const { return what(parser.subject); }
};

}  // namespace boost::spirit::x3
