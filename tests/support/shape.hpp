#pragma once

#include <string>
#include <vector>

#include "grammar/syntax/rulebook.hpp"

namespace nilai::tests {

/// An expression with a parenthesis around every part: `(+ 1 (* 2 3))`.
class Shape {
 public:
  explicit Shape(const syntax::Rulebook& book) : book_(book) {}

  std::string operator()(syntax::ExpressionId id) const {
    return id.is_none() ? "_" : std::visit(*this, book_.at(id).node);
  }

  std::string operator()(const syntax::NumberLiteral& n) const { return n.digits + (n.is_percent ? "%" : ""); }
  std::string operator()(const syntax::DateLiteral& n) const {
    return std::to_string(n.year) + "/" + std::to_string(n.month) + "/" + std::to_string(n.day);
  }
  std::string operator()(const syntax::SpanLiteral& n) const {
    constexpr const char* units[] = {"day", "month", "quarter", "half_year", "year"};
    return n.digits + " " + units[static_cast<int>(n.unit)];
  }
  std::string operator()(const syntax::TextLiteral& n) const { return "'" + n.text + "'"; }
  std::string operator()(const syntax::FlagLiteral& n) const { return n.is_yes ? "yes" : "no"; }
  std::string operator()(const syntax::NameUse& n) const { return n.name; }
  std::string operator()(const syntax::FieldUse& n) const { return n.table.text + "." + n.column.text; }
  std::string operator()(const syntax::ItUse&) const { return "it"; }
  std::string operator()(const syntax::PhraseUse& n) const {
    constexpr const char* words[] = {"period_start",      "period_end",       "assessed_weight",
                                     "weakest_criterion", "weighted_average", "sum_of_points"};
    return words[static_cast<int>(n.phrase)];
  }
  std::string operator()(const syntax::Binary& n) const { return list(sign(n.operation), {n.left, n.right}); }
  std::string operator()(const syntax::Not& n) const { return list("not", {n.operand}); }
  std::string operator()(const syntax::Negate& n) const { return list("neg", {n.operand}); }
  std::string operator()(const syntax::Power& n) const {
    return "(^ " + (*this)(n.base) + " " + std::to_string(n.exponent) + ")";
  }
  std::string operator()(const syntax::InList& n) const {
    std::string text = std::string(n.is_negated ? "(not_in " : "(in ") + (*this)(n.subject);
    for (const auto item : n.items) text += " " + (*this)(item);
    return text + ")";
  }
  std::string operator()(const syntax::Between& n) const {
    return list(n.is_negated ? "not_between" : "between", {n.subject, n.low, n.high});
  }
  std::string operator()(const syntax::IsMissing& n) const {
    return list(n.is_negated ? "is_not_missing" : "is_missing", {n.operand});
  }
  std::string operator()(const syntax::IsReason& n) const {
    return "(is_reason " + (*this)(n.operand) + " " + n.reason.text + ")";
  }
  std::string operator()(const syntax::BareComparison& n) const { return list(sign(n.operation), {{}, n.right}); }
  std::string operator()(const syntax::Cases& n) const {
    std::string text = "(cases";
    for (const auto& one : n.cases) text += " " + (*this)(one.value) + ":" + (*this)(one.condition);
    return text + ")";
  }
  std::string operator()(const syntax::Scale& n) const {
    std::string text = "(scale";
    for (const auto& point : n.points) text += " " + (*this)(point.points) + "@" + (*this)(point.at);
    return text + ")";
  }
  std::string operator()(const syntax::RoundedCall& n) const {
    return "(rounded" + rounding(n.rounding) + " " + (*this)(n.operand) + ")";
  }
  std::string operator()(const syntax::Call& n) const { return call(function(n.function), n.arguments); }
  std::string operator()(const syntax::NamedCall& n) const { return call(n.callee.text + "()", n.arguments); }

  [[nodiscard]] std::string call(const std::string& callee, const std::vector<syntax::Argument>& arguments) const {
    std::string text = "(" + callee;
    for (const auto& argument : arguments) {
      text += " ";
      if (argument.is_distinct) text += "distinct ";
      text += (*this)(argument.value);
      if (!argument.weighted_by.is_none()) text += " weighted " + (*this)(argument.weighted_by);
      if (argument.skips_missing) text += " skipping";
      if (argument.rows) text += " of " + rows(*argument.rows);
    }
    return text + ")";
  }

  static std::string rounding(const syntax::Rounding& rounding) {
    constexpr const char* directions[] = {"", " up", " down", " half_even"};
    return directions[static_cast<int>(rounding.direction)] +
           (rounding.places ? " " + std::to_string(*rounding.places) : " ~" + rounding.nearest.digits);
  }

  [[nodiscard]] std::string rows(const syntax::Rows& rows) const {
    constexpr const char* windows[] = {"", " ever", " last", " previous", " this", " since"};
    constexpr const char* sources[] = {"", "among ", "criteria", "past"};
    std::string text = "[" + (sources[static_cast<int>(rows.of)] + rows.table.text);
    for (const auto& column : rows.in_same) text += " same " + column.text;
    if (rows.smallest_group > 0) text += " at_least " + std::to_string(rows.smallest_group);
    text += windows[static_cast<int>(rows.window)];
    if (rows.window == syntax::Rows::Window::last) text += " " + std::to_string(rows.count);
    if (rows.window >= syntax::Rows::Window::last && rows.window != syntax::Rows::Window::since) {
      text += " u" + std::to_string(static_cast<int>(rows.unit));
    }
    if (!rows.since.is_none()) text += " " + (*this)(rows.since);
    if (!rows.where.is_none()) text += " where " + (*this)(rows.where);
    if (rows.by) text += " by " + rows.by->text;
    if (rows.skips_missing) text += " skipping";
    return text + "]";
  }

 private:
  static const char* sign(syntax::Operator operation) {
    constexpr const char* signs[] = {"or", "and", "=", "!=", "<", "<=", ">", ">=", "if_missing", "+", "-", "*", "/"};
    return signs[static_cast<int>(operation)];
  }
  static const char* function(syntax::Function function) {
    constexpr const char* names[] = {
#define NILAI_FUNCTION(name, ...) #name,
#include "grammar/syntax/functions.def"
#undef NILAI_FUNCTION
    };
    return names[static_cast<int>(function)];
  }
  [[nodiscard]] std::string list(const std::string& head, const std::vector<syntax::ExpressionId>& parts) const {
    std::string text = "(" + head;
    for (const auto part : parts) text += " " + (*this)(part);
    return text + ")";
  }

  const syntax::Rulebook& book_;
};

}  // namespace nilai::tests
