#include "grammar/print/expression.hpp"

namespace nilai::grammar {

namespace {

using syntax::ExpressionId;
using syntax::Operator;
using syntax::Rows;

Keyword keyword_of(syntax::Function function) {
  switch (function) {
#define NILAI_FUNCTION(name, takes) \
  case syntax::Function::name:      \
    return Keyword::name;
#include "grammar/syntax/functions.def"
#undef NILAI_FUNCTION
  }
  return Keyword::count;
}

Keyword keyword_of(syntax::Phrase phrase) {
  switch (phrase) {
    case syntax::Phrase::period_start:
      return Keyword::period_start;
    case syntax::Phrase::period_end:
      return Keyword::period_end;
    case syntax::Phrase::assessed_weight:
      return Keyword::assessed_weight;
    case syntax::Phrase::weakest_criterion:
      return Keyword::weakest_criterion;
    case syntax::Phrase::weighted_average_of_criteria:
      return Keyword::weighted_average_of_criteria;
    case syntax::Phrase::sum_of_points:
      return Keyword::sum_of_points;
  }
  return Keyword::period_start;
}

Keyword keyword_of(syntax::TimeUnit unit) {
  switch (unit) {
    case syntax::TimeUnit::day:
      return Keyword::days;
    case syntax::TimeUnit::month:
      return Keyword::months;
    case syntax::TimeUnit::quarter:
      return Keyword::quarters;
    case syntax::TimeUnit::half_year:
      return Keyword::half_years;
    case syntax::TimeUnit::year:
      return Keyword::years;
  }
  return Keyword::days;
}

/// Prints one node after another; `operator()` takes each kind.
class Printer {
 public:
  Printer(const syntax::Rulebook& book, KeywordLanguage language) : book_(book), language_(language) {}

  [[nodiscard]] std::string text(ExpressionId id) const {
    const syntax::Expression& expression = book_.at(id);
    const std::string inner = std::visit(*this, expression.node);
    return expression.is_parenthesized ? "(" + inner + ")" : inner;
  }

  // --- literals and names -----------------------------------------------------------------------------------------

  std::string operator()(const syntax::NumberLiteral& node) const { return node.digits + (node.is_percent ? "%" : ""); }

  std::string operator()(const syntax::DateLiteral& node) const {
    const auto digits = [](int value, std::size_t count) {
      const std::string text = std::to_string(value);
      return std::string(count - text.size(), '0') + text;
    };
    return digits(node.year, 4) + "-" + digits(node.month, 2) + "-" + digits(node.day, 2);
  }

  std::string operator()(const syntax::SpanLiteral& node) const { return counted(node.digits, node.unit); }

  std::string operator()(const syntax::TextLiteral& node) const {
    std::string quoted = "\"";
    for (const char c : node.text) {
      if (c == '"' || c == '\\') quoted += '\\';
      quoted += c == '\n' ? std::string("\\n") : std::string(1, c);
    }
    return quoted + "\"";
  }

  std::string operator()(const syntax::FlagLiteral& node) const {
    return word(node.is_yes ? Keyword::yes : Keyword::no);
  }
  std::string operator()(const syntax::NameUse& node) const { return printed(node.name, language_); }
  std::string operator()(const syntax::FieldUse& node) const {
    return printed(node.table.text, language_) + "." + printed(node.column.text, language_);
  }
  std::string operator()(const syntax::ItUse&) const { return word(Keyword::it); }
  std::string operator()(const syntax::PhraseUse& node) const { return word(keyword_of(node.phrase)); }

  // --- operators --------------------------------------------------------------------------------------------------

  std::string operator()(const syntax::Binary& node) const {
    return text(node.left) + " " + sign(node.operation) + " " + text(node.right);
  }
  std::string operator()(const syntax::Not& node) const { return word(Keyword::negated) + " " + text(node.operand); }
  std::string operator()(const syntax::Negate& node) const { return "-" + text(node.operand); }
  std::string operator()(const syntax::Power& node) const {
    return text(node.base) + "^" + std::to_string(node.exponent);
  }
  std::string operator()(const syntax::InList& node) const {
    std::string items;
    for (const ExpressionId item : node.items) items += (items.empty() ? "" : ", ") + text(item);
    return subject(node.subject, node.is_negated) + word(Keyword::in) + " (" + items + ")";
  }
  std::string operator()(const syntax::Between& node) const {
    return subject(node.subject, node.is_negated) + word(Keyword::between) + " " + text(node.low) + " " +
           word(Keyword::both) + " " + text(node.high);
  }
  std::string operator()(const syntax::IsMissing& node) const {
    return text(node.operand) + " " + word(node.is_negated ? Keyword::is_not_missing : Keyword::is_missing);
  }
  std::string operator()(const syntax::IsReason& node) const {
    return text(node.operand) + " " + word(Keyword::is) + " " + printed(node.reason.text, language_);
  }
  std::string operator()(const syntax::BareComparison& node) const {
    return bare(node.operation) + " " + text(node.right);
  }

  // --- cases, scales, calls ---------------------------------------------------------------------------------------

  std::string operator()(const syntax::Cases& node) const {
    std::string all;
    for (const syntax::Case& one : node.cases) {
      const std::string guard =
          one.condition.is_none() ? word(Keyword::otherwise) : word(Keyword::when) + " " + text(one.condition);
      all += (all.empty() ? "" : ", ") + text(one.value) + " " + guard;
    }
    return all;
  }
  std::string operator()(const syntax::Scale& node) const {
    std::string all;
    for (const syntax::ScalePoint& point : node.points) {
      all += (all.empty() ? "" : ", ") + text(point.points) + " " + word(Keyword::at) + " " + text(point.at);
    }
    return all;
  }
  std::string operator()(const syntax::RoundedCall& node) const {
    return word(Keyword::rounded) + direction(node.rounding.direction) + " (" + text(node.operand) + " " +
           grain(node.rounding) + ")";
  }
  std::string operator()(const syntax::Call& node) const {
    return word(keyword_of(node.function)) + arguments(node.arguments);
  }
  std::string operator()(const syntax::NamedCall& node) const {
    return printed(node.callee.text, language_) + arguments(node.arguments);
  }

  [[nodiscard]] std::string rows(const Rows& rows) const {
    std::string all = source(rows) + window(rows);
    if (!rows.where.is_none()) all += " " + word(Keyword::where) + " " + text(rows.where);
    if (rows.by) all += " " + word(Keyword::by) + " " + printed(rows.by->text, language_);
    if (rows.skips_missing) all += " " + word(Keyword::skipping_missing);
    return all;
  }

 private:
  [[nodiscard]] std::string word(Keyword keyword) const { return std::string(written(keyword, language_)); }

  /// A unit's first spelling is its plural, its second its singular.
  [[nodiscard]] std::string unit(syntax::TimeUnit unit, bool is_one) const {
    const std::string_view all = spellings(keyword_of(unit), language_);
    const std::size_t bar = all.find('|');
    return std::string(is_one && bar != std::string_view::npos ? all.substr(bar + 1) : all.substr(0, bar));
  }

  [[nodiscard]] std::string counted(const std::string& digits, syntax::TimeUnit of) const {
    return digits + " " + unit(of, digits == "1");
  }

  [[nodiscard]] std::string subject(ExpressionId id, bool is_negated) const {
    return (id.is_none() ? "" : text(id) + " ") + (is_negated ? word(Keyword::negated) + " " : "");
  }

  [[nodiscard]] std::string sign(Operator operation) const {
    switch (operation) {
      case Operator::either:
        return word(Keyword::either);
      case Operator::both:
        return word(Keyword::both);
      case Operator::equal:
        return "=";
      case Operator::unequal:
        return "!=";
      case Operator::less:
        return "<";
      case Operator::at_most:
        return "<=";
      case Operator::greater:
        return ">";
      case Operator::at_least:
        return ">=";
      case Operator::if_missing:
        return word(Keyword::if_missing);
      case Operator::add:
        return "+";
      case Operator::subtract:
        return "-";
      case Operator::multiply:
        return "*";
      case Operator::divide:
        return "/";
    }
    return "=";
  }

  /// How a comparison is written whose subject is left out.
  [[nodiscard]] std::string bare(Operator operation) const {
    if (operation == Operator::at_least) return word(Keyword::at_least);
    if (operation == Operator::at_most) return word(Keyword::at_most);
    if (operation == Operator::greater) return word(Keyword::above);
    if (operation == Operator::less) return word(Keyword::below);
    return word(Keyword::equal_to);
  }

  [[nodiscard]] std::string direction(syntax::RoundingDirection direction) const {
    switch (direction) {
      case syntax::RoundingDirection::plain:
        return "";
      case syntax::RoundingDirection::up:
        return " " + word(Keyword::up);
      case syntax::RoundingDirection::down:
        return " " + word(Keyword::down);
      case syntax::RoundingDirection::half_even:
        return " " + word(Keyword::half_even);
    }
    return "";
  }

  [[nodiscard]] std::string grain(const syntax::Rounding& rounding) const {
    if (!rounding.places) return word(Keyword::to_nearest) + " " + (*this)(rounding.nearest);
    return word(Keyword::to) + " " + std::to_string(*rounding.places) + " " + word(Keyword::places);
  }

  [[nodiscard]] std::string argument(const syntax::Argument& argument) const {
    std::string all = argument.is_distinct ? word(Keyword::distinct) + " " : "";
    if (!argument.value.is_none()) all += text(argument.value);
    if (!argument.weighted_by.is_none()) all += " " + word(Keyword::weighted_by) + " " + text(argument.weighted_by);
    if (argument.rows) {
      const bool is_of = !argument.value.is_none() &&
                         (argument.rows->of == Rows::Of::table || argument.rows->of == Rows::Of::criteria);
      all += (is_of ? " " + word(Keyword::of) + " " : "") + rows(*argument.rows);
    }
    if (argument.skips_missing) all += " " + word(Keyword::skipping_missing);
    return all;
  }

  [[nodiscard]] std::string arguments(const std::vector<syntax::Argument>& arguments) const {
    std::string all;
    for (const syntax::Argument& one : arguments) all += (all.empty() ? "" : ", ") + argument(one);
    return "(" + all + ")";
  }

  /// Where the rows come from, without what narrows them.
  [[nodiscard]] std::string source(const Rows& rows) const {
    switch (rows.of) {
      case Rows::Of::table:
        return printed(rows.table.text, language_);
      case Rows::Of::peers:
        return " " + word(Keyword::among) + " " + printed(rows.table.text, language_) + group(rows);
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

  [[nodiscard]] std::string window(const Rows& rows) const {
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
        return joined(Keyword::last, counted(std::to_string(rows.count), rows.unit));
      case Rows::Window::previous:
        return joined(Keyword::previous, unit(rows.unit, true));
      case Rows::Window::current:
        return joined(Keyword::current, unit(rows.unit, true));
      case Rows::Window::since:
        return " " + word(Keyword::since) + " " + text(rows.since);
    }
    return "";
  }

  const syntax::Rulebook& book_;
  KeywordLanguage language_;
};

}  // namespace

std::string printed(const syntax::Rulebook& book, ExpressionId id, KeywordLanguage language) {
  return Printer(book, language).text(id);
}

std::string printed(const syntax::Rulebook& book, const Rows& rows, KeywordLanguage language) {
  return Printer(book, language).rows(rows);
}

std::string printed(const std::string& name, KeywordLanguage language) {
  return is_reserved(name, language) ? "`" + name + "`" : name;
}

}  // namespace nilai::grammar
