#include "rules/expand/rows.hpp"

#include <utility>

#include "grammar/print/expression.hpp"

namespace nilai::rules {

namespace {

using syntax::Operator;
using syntax::Span;

/// Names that can only be values of choices: they need no row to be read.
std::set<std::string> words_of(const syntax::Rulebook& book) {
  std::set<std::string> words;
  const auto add_values = [&](const syntax::ChoiceValues& values) {
    for (const syntax::ChoiceValue& value : values.values) words.insert(value.name.text);
  };
  for (const syntax::Choice& choice : book.choices) add_values(choice.values);
  for (const syntax::Table& table : book.tables) {
    for (const syntax::Column& column : table.columns) add_values(column.type.values);
  }
  const auto remove = [&](const auto& definitions) {
    for (const auto& one : definitions) words.erase(one.name.text);
  };
  for (const syntax::Table& table : book.tables) remove(table.columns), remove(table.key);
  remove(book.measures), remove(book.parameters);
  for (const syntax::Score& score : book.scores) words.erase(score.name ? score.name->text : "score");
  return words;
}

bool is_literal(const syntax::Expression& expression) {
  return std::holds_alternative<syntax::NumberLiteral>(expression.node) ||
         std::holds_alternative<syntax::TextLiteral>(expression.node) ||
         std::holds_alternative<syntax::FlagLiteral>(expression.node) ||
         std::holds_alternative<syntax::DateLiteral>(expression.node);
}

}  // namespace

RowsWriter::RowsWriter(syntax::Rulebook& book, Copier& copier) : book_(book), copier_(copier), words_(words_of(book)) {}

ExpressionId RowsWriter::write(const syntax::Parameter& parameter, const std::vector<ExpressionId>& values) {
  ExpressionId earliest = rows(parameter.rows.front(), values);
  if (parameter.rows.size() == 1) return earliest;
  // The latest date that has come decides; the checks see to it that the first one has.
  syntax::Cases by_date;
  for (std::size_t i = parameter.rows.size() - 1; i > 0; --i) {
    const syntax::ParameterRows& block = parameter.rows[i];
    const ExpressionId start = copier_.add({syntax::PhraseUse{syntax::Phrase::period_start}, block.span, false});
    const ExpressionId date = copier_.add({*block.from, block.span, false});
    const ExpressionId has_come = joined(Operator::at_least, start, date, block.span);
    by_date.cases.push_back({rows(block, values), has_come, block.span});
  }
  by_date.cases.push_back({earliest, {}, parameter.rows.front().span});
  return copier_.add({std::move(by_date), parameter.span, true});
}

/// The rows of one date: cases on all keys but the last.
ExpressionId RowsWriter::rows(const syntax::ParameterRows& rows, const std::vector<ExpressionId>& values) {
  syntax::Cases cases;
  cases.may_end_missing = true;
  for (const syntax::ParameterRow& row : rows.rows) {
    const Guard found = guard(row, values);
    if (found.is_never) continue;
    const ExpressionId value = body(row.body, values.back());
    if (found.condition.is_none() && cases.cases.empty()) return value;
    cases.cases.push_back({value, found.condition, row.span});
    if (!found.condition.is_none()) continue;
    cases.may_end_missing = false;
    break;
  }
  if (cases.cases.empty()) {
    const ExpressionId never = copier_.add({syntax::FlagLiteral{false}, rows.span, false});
    cases.cases.push_back({body(rows.rows.front().body, values.back()), never, rows.span});
  }
  return copier_.add({std::move(cases), rows.span, true});
}

ExpressionId RowsWriter::body(ExpressionId id, ExpressionId subject) {
  const Substitution substitution{{}, subject};
  const auto* found = std::get_if<syntax::Cases>(&book_.at(id).node);
  if (found == nullptr) return copier_.copy(id, substitution);
  syntax::Cases cases = *found;
  cases.may_end_missing = !cases.cases.back().condition.is_none();
  for (syntax::Case& one : cases.cases) {
    one.value = copier_.copy(one.value, substitution);
    one.condition = copier_.copy_condition(one.condition, substitution);
  }
  return copier_.add({std::move(cases), book_.at(id).span, !subject.is_none()});
}

RowsWriter::Guard RowsWriter::guard(const syntax::ParameterRow& row, const std::vector<ExpressionId>& values) {
  Guard all;
  for (std::size_t i = 0; i < row.keys.size(); ++i) {
    const Guard one = guard_on(row.keys[i], values[i]);
    if (one.is_never) return one;
    if (one.condition.is_none()) continue;
    all.condition =
        all.condition.is_none() ? one.condition : joined(Operator::both, all.condition, one.condition, row.span);
  }
  return all;
}

/// The key is one of its values; none: any.
RowsWriter::Guard RowsWriter::guard_on(const std::vector<ExpressionId>& key, ExpressionId value) {
  Guard any;
  any.is_never = !key.empty();
  for (const ExpressionId wanted : key) {
    const std::optional<bool> is_equal = are_equal(value, wanted);
    if (is_equal == true) return {};
    if (is_equal == false) continue;
    const Span span = book_.at(wanted).span;
    const ExpressionId equal = joined(Operator::equal, copier_.copy(value, {}), copier_.copy(wanted, {}), span);
    any.condition = any.is_never ? equal : joined(Operator::either, any.condition, equal, span);
    any.is_never = false;
  }
  return any;
}

ExpressionId RowsWriter::joined(Operator operation, ExpressionId left, ExpressionId right, Span span) {
  return copier_.add({syntax::Binary{operation, left, right, span}, span, false});
}

bool RowsWriter::is_fixed(ExpressionId id) const {
  const syntax::Expression& expression = book_.at(id);
  const auto* use = std::get_if<syntax::NameUse>(&expression.node);
  return is_literal(expression) || (use != nullptr && words_.count(use->name) != 0);
}

std::optional<bool> RowsWriter::are_equal(ExpressionId a, ExpressionId b) const {
  if (!is_fixed(a) || !is_fixed(b)) return std::nullopt;
  const auto text = [&](ExpressionId id) { return grammar::printed(book_, id, grammar::KeywordLanguage::english); };
  const bool is_same_text = text(a) == text(b);
  // `1` and `1.0` are one number: what is written otherwise may still be equal.
  const bool are_numbers = std::holds_alternative<syntax::NumberLiteral>(book_.at(a).node);
  return is_same_text || !are_numbers ? std::optional(is_same_text) : std::nullopt;
}

}  // namespace nilai::rules
