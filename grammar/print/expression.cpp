#include "grammar/print/expression.hpp"

#include <utility>

namespace nilai::grammar {

namespace {

using syntax::ExpressionId;
using syntax::Operator;
using syntax::Rows;

/// Where a long line may be broken, before a chain's next part.
bool may_break(Operator operation) {
  return operation == Operator::either || operation == Operator::both || operation == Operator::if_missing ||
         operation == Operator::add || operation == Operator::subtract;
}

/// Prints one node after another; `operator()` takes each kind.
class Printer {
 public:
  Printer(const syntax::Rulebook& book, KeywordLanguage language) : book_(book), language_(language) {}

  [[nodiscard]] Document document(ExpressionId id) const {
    const syntax::Expression& expression = book_.at(id);
    Document inner = std::visit(*this, expression.node);
    return expression.is_parenthesized ? "(" + Document::aligned(std::move(inner)) + ")" : inner;
  }

  // --- literals and names -----------------------------------------------------------------------------------------

  Document operator()(const syntax::NumberLiteral& node) const { return printed(node); }

  Document operator()(const syntax::DateLiteral& node) const { return printed(node); }
  Document operator()(const syntax::SpanLiteral& node) const { return printed(node, language_); }
  Document operator()(const syntax::TextLiteral& node) const { return quoted(node.text); }
  Document operator()(const syntax::FlagLiteral& node) const { return word(node.is_yes ? Keyword::yes : Keyword::no); }
  Document operator()(const syntax::NameUse& node) const { return printed(node.name, language_); }
  Document operator()(const syntax::FieldUse& node) const {
    return printed(node.table.text, language_) + "." + printed(node.column.text, language_);
  }
  Document operator()(const syntax::ItUse&) const { return word(Keyword::it); }
  Document operator()(const syntax::PhraseUse& node) const { return word(keyword_of(node.phrase)); }

  // --- operators --------------------------------------------------------------------------------------------------

  /// A chain of one operator is broken at all its places or at none.
  Document operator()(const syntax::Binary& node) const {
    std::vector<const syntax::Binary*> chain = {&node};
    while (const syntax::Binary* before = same_operator(*chain.back())) chain.push_back(before);
    Document all = document(chain.back()->left);
    for (auto link = chain.rbegin(); link != chain.rend(); ++link) {
      all += may_break((*link)->operation) ? Document::line() : Document(" ");
      all += printed((*link)->operation, language_) + " " + document((*link)->right);
    }
    return Document::group(Document::aligned(std::move(all)));
  }
  Document operator()(const syntax::Not& node) const { return word(Keyword::negated) + " " + document(node.operand); }
  Document operator()(const syntax::Negate& node) const { return "-" + document(node.operand); }
  Document operator()(const syntax::Power& node) const {
    return document(node.base) + "^" + std::to_string(node.exponent);
  }
  Document operator()(const syntax::InList& node) const {
    std::vector<Document> items;
    for (const ExpressionId item : node.items) {
      items.push_back(document(item) + (items.size() + 1 == node.items.size() ? "" : ","));
    }
    return subject(node.subject, node.is_negated) + word(Keyword::in) + " (" + Document::filled(std::move(items)) + ")";
  }
  Document operator()(const syntax::Between& node) const {
    return subject(node.subject, node.is_negated) + word(Keyword::between) + " " + document(node.low) + " " +
           word(Keyword::both) + " " + document(node.high);
  }
  Document operator()(const syntax::IsMissing& node) const {
    return document(node.operand) + " " + word(node.is_negated ? Keyword::is_not_missing : Keyword::is_missing);
  }
  Document operator()(const syntax::IsReason& node) const {
    return document(node.operand) + " " + word(Keyword::is) + " " + printed(node.reason.text, language_);
  }
  Document operator()(const syntax::BareComparison& node) const {
    return printed_bare(node.operation, language_) + " " + document(node.right);
  }

  // --- cases, scales, calls ---------------------------------------------------------------------------------------

  Document operator()(const syntax::Cases& node) const {
    return listed(node.cases, [&](const syntax::Case& one) { return document(one); });
  }
  Document operator()(const syntax::Scale& node) const {
    // Only what was written out has a subject. Such a text is never read; it tells one scale from another.
    const Document of = node.subject.is_none() ? Document() : "(" + document(node.subject) + "): ";
    return of + listed(node.points, [&](const syntax::ScalePoint& point) {
             return document(point.points) + " " + word(Keyword::at) + " " + document(point.at);
           });
  }
  Document operator()(const syntax::RoundedCall& node) const {
    return rounded(node.rounding.direction) + " (" +
           Document::group(
               Document::aligned(document(node.operand) + Document::line() + printed_grain(node.rounding, language_))) +
           ")";
  }
  Document operator()(const syntax::Call& node) const {
    return word(keyword_of(node.function)) + arguments(node.arguments);
  }
  Document operator()(const syntax::NamedCall& node) const {
    return printed_callee(node.callee.text, language_) + arguments(node.arguments);
  }

  [[nodiscard]] Document document(const syntax::Case& one) const { return document(one.value) + " " + guard(one); }

  [[nodiscard]] Document guard(const syntax::Case& one) const {
    return one.condition.is_none() ? word(Keyword::otherwise) : word(Keyword::when) + " " + document(one.condition);
  }

  [[nodiscard]] Document document(const Rows& rows) const {
    Document all = source(rows) + window(rows);
    if (!rows.where.is_none()) all += Document::line() + word(Keyword::where) + " " + document(rows.where);
    if (rows.by) all += Document::line() + word(Keyword::by) + " " + printed(rows.by->text, language_);
    if (rows.skips_missing) all += Document::line() + word(Keyword::skipping_missing);
    return Document::group(Document::aligned(std::move(all)));
  }

  /// `in last 4 quarters`, with a blank before it; empty for the period evaluated.
  [[nodiscard]] Document window(const Rows& rows) const {
    const std::string in = " " + word(Keyword::in) + " ";
    const bool is_english = language_ == KeywordLanguage::english;
    const auto joined = [&](Keyword keyword, const std::string& of) {
      return in + (is_english ? word(keyword) + " " + of : of + " " + word(keyword));
    };
    switch (rows.window) {
      case Rows::Window::period:
        return "";
      case Rows::Window::ever:
        return " " + word(Keyword::ever);
      case Rows::Window::last:
        return joined(Keyword::last, printed(syntax::SpanLiteral{std::to_string(rows.count), rows.unit}, language_));
      case Rows::Window::previous:
        return joined(Keyword::previous, printed(rows.unit, language_));
      case Rows::Window::current:
        return joined(Keyword::current, printed(rows.unit, language_));
      case Rows::Window::since:
        return " " + word(Keyword::since) + " " + document(rows.since);
    }
    return "";
  }

 private:
  [[nodiscard]] std::string word(Keyword keyword) const { return grammar::word(keyword, language_); }

  [[nodiscard]] std::string rounded(syntax::RoundingDirection direction) const {
    const std::string way = printed(direction, language_);
    return word(Keyword::rounded) + (way.empty() ? "" : " " + way);
  }

  [[nodiscard]] Document subject(ExpressionId id, bool is_negated) const {
    const Document before = id.is_none() ? Document() : document(id) + " ";
    return before + (is_negated ? word(Keyword::negated) + " " : "");
  }

  /// The operation on the left of a chain: of the same operator (`+` and `-` are one chain), and not in parentheses.
  [[nodiscard]] const syntax::Binary* same_operator(const syntax::Binary& node) const {
    const auto is_sum = [](Operator operation) {
      return operation == Operator::add || operation == Operator::subtract;
    };
    const syntax::Expression& left = book_.at(node.left);
    const auto* before = std::get_if<syntax::Binary>(&left.node);
    if (before == nullptr || left.is_parenthesized) return nullptr;
    const bool is_same = before->operation == node.operation || (is_sum(before->operation) && is_sum(node.operation));
    return is_same ? before : nullptr;
  }

  /// `a, b, c`
  template <class Parts, class Print>
  [[nodiscard]] Document listed(const Parts& parts, Print print) const {
    Document all;
    bool is_first = true;
    for (const auto& part : parts) {
      if (!std::exchange(is_first, false)) all += "," + Document::line();
      all += print(part);
    }
    return Document::group(Document::aligned(std::move(all)));
  }

  [[nodiscard]] Document argument(const syntax::Argument& argument) const {
    Document all = argument.is_distinct ? word(Keyword::distinct) + " " : "";
    if (!argument.value.is_none()) all += document(argument.value);
    if (!argument.weighted_by.is_none()) {
      all += Document::line() + word(Keyword::weighted_by) + " " + document(argument.weighted_by);
    }
    if (argument.rows) all += rows_of(argument, *argument.rows);
    if (argument.skips_missing) all += Document::line() + word(Keyword::skipping_missing);
    return Document::group(Document::aligned(std::move(all)));
  }

  /// The rows of an argument, behind its value where it has one.
  [[nodiscard]] Document rows_of(const syntax::Argument& argument, const Rows& rows) const {
    if (argument.value.is_none()) return document(rows);
    switch (rows.of) {
      case Rows::Of::table:
      case Rows::Of::criteria:
        return Document::line() + word(Keyword::of) + " " + document(rows);
      case Rows::Of::peers:
        return Document::line() + document(rows);
      case Rows::Of::periods:
        return document(rows);
    }
    return {};
  }

  [[nodiscard]] Document arguments(const std::vector<syntax::Argument>& arguments) const {
    return "(" + listed(arguments, [&](const syntax::Argument& one) { return argument(one); }) + ")";
  }

  /// Where the rows come from, without what narrows them.
  [[nodiscard]] std::string source(const Rows& rows) const {
    switch (rows.of) {
      case Rows::Of::table:
        return printed(rows.table.text, language_);
      case Rows::Of::peers:
        return word(Keyword::among) + " " + printed(rows.table.text, language_) + group(rows);
      case Rows::Of::criteria:
        return word(Keyword::criteria);
      case Rows::Of::periods:
        return "";
    }
    return "";
  }

  [[nodiscard]] std::string group(const Rows& rows) const {
    std::string all;
    for (const syntax::Name& column : rows.in_same) {
      all += " " + word(all.empty() ? Keyword::in_same : Keyword::both) + " " + printed(column.text, language_);
    }
    if (rows.smallest_group > 0) all += " " + word(Keyword::with_at_least) + " " + std::to_string(rows.smallest_group);
    return all;
  }

  const syntax::Rulebook& book_;
  KeywordLanguage language_;
};

}  // namespace

Document document(const syntax::Rulebook& book, ExpressionId id, KeywordLanguage language) {
  return Printer(book, language).document(id);
}

Document guard_document(const syntax::Rulebook& book, const syntax::Case& one, KeywordLanguage language) {
  return Printer(book, language).guard(one);
}

std::string printed(const syntax::Rulebook& book, ExpressionId id, KeywordLanguage language) {
  return document(book, id, language).flat();
}

std::string printed(const syntax::Rulebook& book, const Rows& rows, KeywordLanguage language) {
  return Printer(book, language).document(rows).flat();
}

namespace {

template <class Escape>
std::string joined(const syntax::Rulebook& book, const syntax::ReasonText& reason, KeywordLanguage language,
                   Escape escape) {
  std::string all;
  for (const syntax::ReasonText::Piece& piece : reason.pieces) {
    const auto* id = std::get_if<ExpressionId>(&piece);
    all += id != nullptr ? "{" + printed(book, *id, language) + "}" : escape(std::get<std::string>(piece));
  }
  return all;
}

}  // namespace

std::string reason_text(const syntax::Rulebook& book, const syntax::ReasonText& reason, KeywordLanguage language) {
  return joined(book, reason, language, [](const std::string& piece) { return escaped(piece, "\"\\{}\n"); });
}

std::string reason_prose(const syntax::Rulebook& book, const syntax::ReasonText& reason, KeywordLanguage language) {
  return joined(book, reason, language, [](const std::string& piece) { return escaped(piece, "\\{}"); });
}

}  // namespace nilai::grammar
