#include "rules/model.hpp"

#include <algorithm>

#include "grammar/print/expression.hpp"
#include "grammar/syntax/parts.hpp"
#include "rules/overloaded.hpp"

namespace nilai::rules {

namespace {

using engine::Value;

Number power_of_ten(std::size_t exponent) {
  Number power = 1;
  for (std::size_t i = 0; i < exponent; ++i) power *= 10;
  return power;
}

std::optional<Value> constant_span(const syntax::SpanLiteral& literal) {
  const auto count = Number::parse(literal.digits);
  if (!count) return std::nullopt;
  if (literal.unit == syntax::TimeUnit::day) return Value::of(*count);
  const auto months = (*count * engine::months_in(period_unit(literal.unit))).to_int64();
  constexpr std::int64_t limit = 120'000;  // ten thousand years: no date lies further
  if (!months || *months > limit) return std::nullopt;
  return Value::months(static_cast<std::int32_t>(*months));
}

}  // namespace

std::optional<std::int32_t> Choice::index_of(const std::string& value) const {
  const auto found = std::find_if(values.begin(), values.end(), [&](const auto& v) { return v.name.text == value; });
  if (found == values.end()) return std::nullopt;
  return static_cast<std::int32_t>(found - values.begin());
}

std::optional<ColumnIndex> Table::find(const std::string& column) const {
  const auto found = std::find_if(columns.begin(), columns.end(), [&](const Column& c) { return c.name == column; });
  if (found == columns.end()) return std::nullopt;
  return static_cast<ColumnIndex>(found - columns.begin());
}

Number number_of(const syntax::NumberLiteral& literal) {
  const Number number = Number::parse(literal.digits).value_or(Number{});
  return literal.is_percent ? number / power_of_ten(2) : number;
}

engine::PeriodUnit period_unit(syntax::TimeUnit unit) {
  switch (unit) {
    case syntax::TimeUnit::day:
      return engine::PeriodUnit::day;
    case syntax::TimeUnit::month:
      return engine::PeriodUnit::month;
    case syntax::TimeUnit::quarter:
      return engine::PeriodUnit::quarter;
    case syntax::TimeUnit::half_year:
      return engine::PeriodUnit::half_year;
    case syntax::TimeUnit::year:
      return engine::PeriodUnit::year;
  }
  return engine::PeriodUnit::quarter;
}

namespace {

/// Whether all that `id` is made of stands where it is written itself.
bool is_whole(const Model& model, ExpressionId id) {
  const Span span = model.at(id).span;
  std::vector<ExpressionId> parts = children(*model.book, id);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const Span part = model.at(parts[i]).span;
    if (part.begin < span.begin || part.end > span.end) return false;
    for (const ExpressionId child : children(*model.book, parts[i])) parts.push_back(child);
  }
  return true;
}

/// Whether `id` is a call over rows within a formula, with values in it for some of the formula's inputs. (What is in
/// parentheses that the text does not show stands for the use of a formula: that is shown as it is used.)
bool has_values_for_inputs(const Model& model, ExpressionId id) {
  const syntax::Expression& expression = model.at(id);
  const auto* call = std::get_if<syntax::Call>(&expression.node);
  if (call == nullptr || rows_of(*call) == nullptr) return false;
  const bool is_use = expression.is_parenthesized && model.source->text(expression.span).front() != '(';
  return !is_use && !is_whole(model, id);
}

/// On one line: comments left out, blanks and line ends as one blank, what stands in several scalars parted by commas.
std::string on_one_line(std::string_view text) {
  std::string line;
  bool is_comment = false, is_text = false, is_escaped = false;
  for (const char c : text) {
    if (c == '"' && !is_escaped) is_text = !is_text;
    is_escaped = is_text && c == '\\' && !is_escaped;
    if (c == '#' && !is_text) is_comment = true;
    if (c == '\n' || c == '\0') is_comment = false;
    if (is_comment) continue;
    const bool is_blank = c == ' ' || c == '\t' || c == '\r' || c == '\n';
    if (c == '\0') {
      if (!line.empty() && line.back() == ' ') line.pop_back();
      line += ", ";
    } else if (!is_blank || is_text) {
      line += c;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  if (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

/// What the author wrote there: in YAML the characters of the scalars, several of them with a NUL between two.
std::string_view written_text(const Model& model, Span span) {
  const std::uint32_t file_begin = model.source->file_at(span.begin).begin;
  for (const syntax::Scalars& scalars : model.book->scalars) {
    if (scalars.begin != file_begin) continue;
    const Span found = scalars.places->text_at({span.begin - file_begin, span.end - file_begin});
    std::string_view text = std::string_view(*scalars.characters).substr(found.begin, found.end - found.begin);
    while (!text.empty() && text.back() == '\0') text.remove_suffix(1);
    return text;
  }
  return model.source->text(span);
}

}  // namespace

std::string source_text(const Model& model, ExpressionId id) {
  if (has_values_for_inputs(model, id)) {
    return grammar::printed(model.named ? *model.named : *model.book, id, model.book->language);
  }
  return on_one_line(written_text(model, model.at(id).span));
}

std::string source_text(const Model& model, Span span) {
  const std::string_view text = written_text(model, span);
  // A whole definition of YAML stands in the file as it is: its keys are part of it.
  return on_one_line(text.find('\0') == std::string_view::npos ? text : model.source->text(span));
}

const syntax::Rows* rows_of(const syntax::Call& call) {
  for (const syntax::Argument& argument : call.arguments) {
    if (argument.rows) return &*argument.rows;
  }
  return nullptr;
}

const syntax::Call* call_over(const syntax::Rulebook& book, ExpressionId id, syntax::Rows::Of of) {
  const auto* call = std::get_if<syntax::Call>(&book.at(id).node);
  const syntax::Rows* rows = call != nullptr ? rows_of(*call) : nullptr;
  return rows != nullptr && rows->of == of ? call : nullptr;
}

bool is_look_back(const syntax::Rulebook& book, ExpressionId id) {
  const auto* call = std::get_if<syntax::Call>(&book.at(id).node);
  if (call == nullptr) return false;
  if (call->function == syntax::Function::previous || call->function == syntax::Function::change) return true;
  const syntax::Rows* rows = rows_of(*call);
  return rows == nullptr ? call->function == syntax::Function::streak : rows->of == syntax::Rows::Of::periods;
}

std::string code_text(const syntax::Decision& decision) {
  return decision.code ? decision.code->text : "";
}

std::vector<ExpressionId> children(const syntax::Rulebook& book, ExpressionId id) {
  std::vector<ExpressionId> found;
  syntax::visit_parts(book.at(id), [&](ExpressionId part) { found.push_back(part); });
  return found;
}

std::optional<Value> worked_out(const Value& a, const Value& b, syntax::Operator operation) {
  const bool adds = operation == syntax::Operator::add;
  if (a.kind == Kind::span && b.kind == Kind::span && (adds || operation == syntax::Operator::subtract)) {
    return Value::months(adds ? a.code() + b.code() : a.code() - b.code());
  }
  if (a.kind != Kind::number || b.kind != Kind::number) return std::nullopt;
  switch (operation) {
    case syntax::Operator::add:
      return Value::of(a.number() + b.number());
    case syntax::Operator::subtract:
      return Value::of(a.number() - b.number());
    case syntax::Operator::multiply:
      return Value::of(a.number() * b.number());
    case syntax::Operator::divide:
      return b.number().is_zero() ? std::nullopt : std::optional(Value::of(a.number() / b.number()));
    case syntax::Operator::either:
    case syntax::Operator::both:
    case syntax::Operator::equal:
    case syntax::Operator::unequal:
    case syntax::Operator::less:
    case syntax::Operator::at_most:
    case syntax::Operator::greater:
    case syntax::Operator::at_least:
    case syntax::Operator::if_missing:
      return std::nullopt;
  }
  return std::nullopt;
}

std::optional<Value> constant_value(const Model& model, ExpressionId id) {
  if (id.is_none()) return std::nullopt;
  const auto none = [](const auto&) -> std::optional<Value> { return std::nullopt; };
  return std::visit(Overloaded{
                        none,
                        [](const syntax::NumberLiteral& n) -> std::optional<Value> { return Value::of(number_of(n)); },
                        [](const syntax::TextLiteral& n) -> std::optional<Value> { return Value::of(n.text); },
                        [](const syntax::FlagLiteral& n) -> std::optional<Value> { return Value::flag(n.is_yes); },
                        [](const syntax::DateLiteral& n) -> std::optional<Value> {
                          const auto date = engine::Date::from_ymd(n.year, n.month, n.day);
                          return date ? std::optional(Value::of(*date)) : std::nullopt;
                        },
                        [](const syntax::SpanLiteral& n) { return constant_span(n); },
                        [&](const syntax::Negate& n) -> std::optional<Value> {
                          const auto value = constant_value(model, n.operand);
                          if (!value || value->kind != Kind::number) return std::nullopt;
                          return Value::of(-value->number());
                        },
                        [&](const syntax::Binary& n) -> std::optional<Value> {
                          const auto left = constant_value(model, n.left);
                          const auto right = left ? constant_value(model, n.right) : std::nullopt;
                          return right ? worked_out(*left, *right, n.operation) : std::nullopt;
                        },
                        [&](const syntax::NameUse&) -> std::optional<Value> {
                          const auto* choice = std::get_if<ChoiceValueReference>(&model.reference(id));
                          return choice ? std::optional(Value::choice(choice->value)) : std::nullopt;
                        },
                    },
                    model.at(id).node);
}

}  // namespace nilai::rules
