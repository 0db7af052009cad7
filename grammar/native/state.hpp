#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/keywords.hpp"
#include "grammar/syntax/rulebook.hpp"
#include "grammar/text/diagnostic.hpp"
#include "grammar/text/source.hpp"
#include "grammar/text/source_map.hpp"

namespace nilai::grammar::native {

class State;

/// The definition that is being read: what may go on after a mistake within it.
struct DefinitionPlace {
  std::optional<Keyword> word;   ///< none: between definitions
  std::vector<Keyword> clauses;  ///< words that open a clause of it
  /// For parts that no keyword opens; may be null.
  bool (*starts_part)(const char* at, const State& state) = nullptr;
};

/// All that the grammars share while one text is read. They hold it by reference; it outlives them.
class State {
 public:
  State(const text::Source& source, syntax::Rulebook& into, text::Diagnostics& found);
  /// Reads a text that was taken out of the source; spans are those of the source.
  State(std::string_view text, const text::SourceMap& places, syntax::Rulebook& into, text::Diagnostics& found);

  const char* begin;      ///< of the text
  const char* last;       ///< where reading ends: of the text, or of the part of it that is read alone
  const char* const end;  ///< of the whole text
  KeywordLanguage language = KeywordLanguage::english;
  syntax::Rulebook& book;
  text::Diagnostics& diagnostics;

  DefinitionPlace place;
  std::map<Keyword, text::Span> clauses_seen;  ///< in this definition
  std::vector<const char*> open_parentheses;   ///< those not closed yet, outermost first
  int depth = 0;                               ///< of expressions within each other
  bool is_bare_clause = false;                 ///< `if missing` is a clause here, not the operator

  /// The stretch [from, to) as it stands in the source.
  [[nodiscard]] text::Span span(const char* from, const char* to) const;
  /// The place behind a stretch of the source; where the text was taken out of it, the end of what is being read.
  [[nodiscard]] const char* behind(text::Span span) const;

  /// The first character at or after `at` that is no blank. Tokens are tried many times at one place, so the last
  /// answer is kept: a long comment is passed once.
  const char* skip(const char* at);

  /// Adds an expression to the book. Requires: its parts are there already.
  syntax::ExpressionId add(syntax::Expression expression);
  template <class Node>
  syntax::ExpressionId add(Node node, text::Span span) {
    return add(syntax::Expression{std::move(node), span, false});
  }

  /// Takes back the expression that was added last.
  void remove_last();

  [[nodiscard]] text::Span span_of(syntax::ExpressionId id) const { return book.at(id).span; }

  /// How many expressions stand in each other, at most. Later stages walk the tree by recursion.
  [[nodiscard]] bool is_too_high(syntax::ExpressionId id) const;
  static constexpr std::uint32_t max_height = 1000;

  /// Forgets what was unfinished: after a mistake.
  void reset();

 private:
  const text::SourceMap* places_ = nullptr;  ///< null: the text is the source's own
  const char* skipped_from_ = nullptr;
  const char* skipped_to_ = nullptr;
  const char* skipped_last_ = nullptr;
  const std::size_t first_id_ = book.expressions.size();  ///< what the book has already is of no concern
  std::vector<std::uint32_t> heights_;                    ///< of each expression from there on
};

/// Puts a value back at the end of its scope.
template <class T>
class Restored {
 public:
  Restored(T& variable, T value) : variable_(variable), before_(variable) { variable = value; }
  ~Restored() { variable_ = before_; }
  Restored(const Restored&) = delete;
  Restored& operator=(const Restored&) = delete;

 private:
  T& variable_;
  T before_;
};

}  // namespace nilai::grammar::native
