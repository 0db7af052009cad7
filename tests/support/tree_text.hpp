#pragma once

#include <string>
#include <variant>
#include <vector>

#include "grammar/read_native.hpp"
#include "grammar/text/diagnostic.hpp"

namespace nilai::tests {

/// A rulebook that was read, with all that its tree points into.
struct ReadBook {
  explicit ReadBook(std::string text) : source("book.nilai", std::move(text)) {
    book = grammar::read_native(source, diagnostics);
  }
  ReadBook(const ReadBook&) = delete;
  ReadBook& operator=(const ReadBook&) = delete;

  /// `unknown_clause at 2:3`, in the order of the text.
  [[nodiscard]] std::vector<std::string> mistakes() const {
    std::vector<std::string> all;
    for (const text::Diagnostic& diagnostic : diagnostics.all()) {
      const text::Place place = source.place(diagnostic.span.begin);
      all.push_back(std::string(text::catalogue_entry(diagnostic.code).name) + " at " + std::to_string(place.line) +
                    ":" + std::to_string(place.column));
    }
    return all;
  }

  [[nodiscard]] std::string text_of(syntax::ExpressionId id) const {
    return std::string(source.text(book.at(id).span));
  }

  text::Source source;
  text::Diagnostics diagnostics;
  syntax::Rulebook book;
};

/// An expression as a tree in parentheses: `a + 2 * b` is `(+ a (* 2 b))`.
class TreeText {
 public:
  explicit TreeText(const syntax::Rulebook& book) : book_(book) {}

  [[nodiscard]] std::string of(syntax::ExpressionId id) const {
    return id.is_none() ? "_" : std::visit(*this, book_.at(id).node);
  }

  std::string operator()(const syntax::NumberLiteral& n) const { return n.digits + (n.is_percent ? "%" : ""); }
  std::string operator()(const syntax::DateLiteral& n) const {
    return std::to_string(n.year) + "/" + std::to_string(n.month) + "/" + std::to_string(n.day);
  }
  std::string operator()(const syntax::SpanLiteral& n) const { return n.digits + unit(n.unit); }
  std::string operator()(const syntax::TextLiteral& n) const { return "\"" + n.text + "\""; }
  std::string operator()(const syntax::FlagLiteral& n) const { return n.is_yes ? "yes" : "no"; }
  std::string operator()(const syntax::NameUse& n) const { return n.name; }
  std::string operator()(const syntax::FieldUse& n) const { return n.table.text + "." + n.column.text; }
  std::string operator()(const syntax::ItUse&) const { return "it"; }
  std::string operator()(const syntax::PhraseUse& n) const {
    constexpr const char* words[] = {"period-start",      "period-end",       "assessed-weight",
                                     "weakest-criterion", "weighted-average", "sum-of-points"};
    return words[static_cast<std::size_t>(n.phrase)];
  }
  std::string operator()(const syntax::Binary& n) const { return list(sign(n.operation), {n.left, n.right}); }
  std::string operator()(const syntax::Not& n) const { return list("not", {n.operand}); }
  std::string operator()(const syntax::Negate& n) const { return list("-", {n.operand}); }
  std::string operator()(const syntax::Power& n) const {
    return "(^ " + of(n.base) + " " + std::to_string(n.exponent) + ")";
  }
  std::string operator()(const syntax::InList& n) const {
    return "(" + negated(n.is_negated, "in") + " " + of(n.subject) + " " + list("list", n.items) + ")";
  }
  std::string operator()(const syntax::Between& n) const {
    return list(negated(n.is_negated, "between"), {n.subject, n.low, n.high});
  }
  std::string operator()(const syntax::IsMissing& n) const {
    return list(negated(n.is_negated, "missing"), {n.operand});
  }
  std::string operator()(const syntax::BareComparison& n) const { return list(sign(n.operation), {{}, n.right}); }
  std::string operator()(const syntax::Cases& n) const {
    std::string text = "(cases";
    for (const syntax::Case& one : n.cases) text += " " + of(one.value) + ":" + of(one.condition);
    return text + ")";
  }
  std::string operator()(const syntax::Scale& n) const {
    std::string text = "(scale";
    for (const syntax::ScalePoint& point : n.points) text += " " + of(point.points) + "@" + of(point.at);
    return text + ")";
  }
  std::string operator()(const syntax::RoundedCall& n) const {
    return "(rounded" + rounding(n.rounding) + " " + of(n.operand) + ")";
  }
  std::string operator()(const syntax::Call& n) const {
    constexpr const char* names[] = {
#define NILAI_FUNCTION(name, ...) #name,
#include "grammar/syntax/functions.def"
#undef NILAI_FUNCTION
    };
    std::string text = "(" + std::string(names[static_cast<std::size_t>(n.function)]);
    for (const syntax::Argument& argument : n.arguments) text += " " + argument_text(argument);
    return text + ")";
  }

  static std::string rounding(const syntax::Rounding& rounding) {
    constexpr const char* directions[] = {"", "-up", "-down", "-half-even"};
    const std::string grain = rounding.places ? std::to_string(*rounding.places) : "nearest-" + rounding.nearest.digits;
    return std::string(directions[static_cast<std::size_t>(rounding.direction)]) + " " + grain;
  }

  [[nodiscard]] std::string rows(const syntax::Rows& rows) const {
    std::string text = rows.table.text;
    switch (rows.window) {
      case syntax::Rows::Window::period:
        break;
      case syntax::Rows::Window::ever:
        text += " ever";
        break;
      case syntax::Rows::Window::last:
        text += " last-" + std::to_string(rows.count) + unit(rows.unit);
        break;
      case syntax::Rows::Window::previous:
        text += " previous-" + unit(rows.unit);
        break;
      case syntax::Rows::Window::current:
        text += " this-" + unit(rows.unit);
        break;
      case syntax::Rows::Window::since:
        text += " since " + of(rows.since);
        break;
    }
    if (!rows.where.is_none()) text += " where " + of(rows.where);
    if (rows.by) text += " by " + rows.by->text;
    return text + (rows.skips_missing ? " skipping" : "");
  }

 private:
  static std::string unit(syntax::TimeUnit unit) {
    constexpr const char* letters[] = {"d", "m", "q", "h", "y"};
    return letters[static_cast<std::size_t>(unit)];
  }

  static std::string sign(syntax::Operator operation) {
    constexpr const char* signs[] = {"or", "and", "=", "!=", "<", "<=", ">", ">=", "if-missing", "+", "-", "*", "/"};
    return signs[static_cast<std::size_t>(operation)];
  }

  static std::string negated(bool is_negated, const std::string& word) {
    return (is_negated ? "not-" : "") + word;
  }

  [[nodiscard]] std::string list(const std::string& head, const std::vector<syntax::ExpressionId>& ids) const {
    std::string text = "(" + head;
    for (const syntax::ExpressionId id : ids) text += " " + of(id);
    return text + ")";
  }

  [[nodiscard]] std::string argument_text(const syntax::Argument& argument) const {
    std::string text = argument.is_distinct ? "distinct " : "";
    if (!argument.value.is_none()) text += of(argument.value);
    if (!argument.weighted_by.is_none()) text += " weighted " + of(argument.weighted_by);
    if (argument.rows) text += (argument.value.is_none() ? "[" : " [") + rows(*argument.rows) + "]";
    return text + (argument.skips_missing ? " skipping" : "");
  }

  const syntax::Rulebook& book_;
};

}  // namespace nilai::tests
