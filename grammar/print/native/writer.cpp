#include "grammar/print/native/writer.hpp"

#include <algorithm>

namespace nilai::grammar::print {

namespace {

constexpr std::size_t indent = 2;

/// An opening and what it says, which begins at `column`.
std::string clause_text(const std::string& opening, const Document& value, std::size_t column) {
  const std::string said = value.laid_out(column, line_limit);
  const std::string opened = std::string(indent, ' ') + opening;
  return said.empty() ? opened : padded(opened, column) + said;
}

}  // namespace

void Clauses::add(std::uint32_t anchor, std::string opening, Document value) {
  clauses_.push_back({anchor, std::move(opening), std::move(value)});
}

void Clauses::write_aligned(std::vector<Line>& lines) const {
  std::size_t widest = 0;
  for (const Clause& clause : clauses_) widest = std::max(widest, text::width(clause.opening));
  const std::size_t column = indent + widest + 2;
  for (const Clause& clause : clauses_) {
    lines.push_back({clause_text(clause.opening, clause.value, column), clause.anchor});
  }
}

void Clauses::write_plain(std::vector<Line>& lines) const {
  std::size_t column = indent;
  for (const Clause& clause : clauses_) {
    if (!clause.opening.empty()) column = indent + text::width(clause.opening) + 1;
    lines.push_back({clause_text(clause.opening, clause.value, column), clause.anchor});
  }
}

std::string Writer::opened(Keyword keyword, const syntax::Name& name, const syntax::Label& label) const {
  return word(keyword) + " " + this->name(name) + label_text(label);
}

void Writer::add_basis(Clauses& clauses, const syntax::Text& basis) const {
  if (basis.is_there()) clauses.add(basis.span.begin, word(Keyword::basis), quoted(basis.text));
}

std::string padded(std::string text, std::size_t width) {
  const std::size_t taken = text::width(text);
  if (taken < width) text.append(width - taken, ' ');
  return text;
}

}  // namespace nilai::grammar::print
