#include "grammar/native/state.hpp"

#include <algorithm>

#include "grammar/native/characters.hpp"

namespace nilai::grammar::native {

namespace {

using syntax::ExpressionId;

/// Calls `visit` with each direct part of an expression; parts left out are passed as `none`.
template <class Visit>
class Parts {
 public:
  explicit Parts(Visit visit) : visit_(visit) {}

  void operator()(const syntax::NumberLiteral&) const {}
  void operator()(const syntax::DateLiteral&) const {}
  void operator()(const syntax::SpanLiteral&) const {}
  void operator()(const syntax::TextLiteral&) const {}
  void operator()(const syntax::FlagLiteral&) const {}
  void operator()(const syntax::NameUse&) const {}
  void operator()(const syntax::FieldUse&) const {}
  void operator()(const syntax::ItUse&) const {}
  void operator()(const syntax::PhraseUse&) const {}
  void operator()(const syntax::Binary& node) const { all(node.left, node.right); }
  void operator()(const syntax::Not& node) const { all(node.operand); }
  void operator()(const syntax::Negate& node) const { all(node.operand); }
  void operator()(const syntax::Power& node) const { all(node.base); }
  void operator()(const syntax::InList& node) const {
    all(node.subject);
    for (const ExpressionId item : node.items) all(item);
  }
  void operator()(const syntax::Between& node) const { all(node.subject, node.low, node.high); }
  void operator()(const syntax::IsMissing& node) const { all(node.operand); }
  void operator()(const syntax::BareComparison& node) const { all(node.right); }
  void operator()(const syntax::Cases& node) const {
    for (const syntax::Case& one : node.cases) all(one.value, one.condition);
  }
  void operator()(const syntax::Scale& node) const {
    for (const syntax::ScalePoint& point : node.points) all(point.points, point.at);
  }
  void operator()(const syntax::RoundedCall& node) const { all(node.operand); }
  void operator()(const syntax::Call& node) const {
    for (const syntax::Argument& argument : node.arguments) {
      all(argument.value, argument.weighted_by);
      if (argument.rows) all(argument.rows->since, argument.rows->where);
    }
  }

 private:
  template <class... Ids>
  void all(Ids... ids) const {
    (visit_(ids), ...);
  }

  Visit visit_;
};

}  // namespace

State::State(const text::Source& source, syntax::Rulebook& into, text::Diagnostics& found)
    : begin(source.text().data()), last(begin + source.text().size()), end(last), book(into), diagnostics(found) {}

text::Span State::span(const char* from, const char* to) const {
  return {static_cast<std::uint32_t>(from - begin), static_cast<std::uint32_t>(to - begin)};
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
  const auto see = [&](ExpressionId id) {
    if (!id.is_none()) height = std::max(height, heights_[id.index]);
  };
  std::visit(Parts{see}, expression.node);
  heights_.push_back(height + 1);
  book.expressions.push_back(std::move(expression));
  return {static_cast<std::uint32_t>(book.expressions.size() - 1)};
}

void State::remove_last() {
  heights_.pop_back();
  book.expressions.pop_back();
}

bool State::is_too_high(ExpressionId id) const {
  return heights_[id.index] > max_height;
}

void State::reset() {
  open_parentheses.clear();
  depth = 0;
  is_bare_clause = false;
}

}  // namespace nilai::grammar::native
