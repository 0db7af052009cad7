#include "grammar/native/state.hpp"

#include <algorithm>

#include "grammar/native/characters.hpp"
#include "grammar/syntax/parts.hpp"

namespace nilai::grammar::native {

using syntax::ExpressionId;

State::State(const text::Source& source, syntax::Rulebook& into, text::Diagnostics& found)
    : begin(source.text().data()), last(begin + source.text().size()), end(last), book(into), diagnostics(found) {}

State::State(std::string_view text, const text::SourceMap& places, syntax::Rulebook& into, text::Diagnostics& found)
    : begin(text.data()), last(begin + text.size()), end(last), book(into), diagnostics(found), places_(&places) {}

text::Span State::span(const char* from, const char* to) const {
  const text::Span span{static_cast<std::uint32_t>(from - begin), static_cast<std::uint32_t>(to - begin)};
  return places_ == nullptr ? span : places_->span(span);
}

const char* State::behind(text::Span span) const {
  return places_ == nullptr ? begin + span.end : last;
}

const char* State::skip(const char* at) {
  if (at != skipped_from_ || last != skipped_last_) {
    skipped_from_ = at;
    skipped_last_ = last;
    skipped_to_ = skip_blanks(at, last);
  }
  return skipped_to_;
}

ExpressionId State::add(syntax::Expression expression) {
  std::uint32_t height = 0;
  syntax::visit_parts(expression, [&](ExpressionId id) { height = std::max(height, heights_[id.index - first_id_]); });
  heights_.push_back(height + 1);
  book.expressions.push_back(std::move(expression));
  return {static_cast<std::uint32_t>(book.expressions.size() - 1)};
}

void State::remove_last() {
  heights_.pop_back();
  book.expressions.pop_back();
}

bool State::is_too_high(ExpressionId id) const {
  return heights_[id.index - first_id_] > max_height;
}

void State::reset() {
  open_parentheses.clear();
  depth = 0;
  is_bare_clause = false;
}

}  // namespace nilai::grammar::native
