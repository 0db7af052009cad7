#include "rules/checks/facts.hpp"

#include <algorithm>

#include "grammar/print/expression.hpp"

namespace nilai::rules {

namespace {

using syntax::Operator;

Operator negated(Operator operation) {
  switch (operation) {
    case Operator::equal:
      return Operator::unequal;
    case Operator::unequal:
      return Operator::equal;
    case Operator::less:
      return Operator::at_least;
    case Operator::at_most:
      return Operator::greater;
    case Operator::greater:
      return Operator::at_most;
    case Operator::at_least:
      return Operator::less;
    case Operator::either:
    case Operator::both:
    case Operator::if_missing:
    case Operator::add:
    case Operator::subtract:
    case Operator::multiply:
    case Operator::divide:
      return operation;
  }
  return operation;
}

void learn_comparison(const Model& model, const syntax::Binary& comparison, bool holds, Facts& facts) {
  const std::string left = canonical(model, comparison.left);
  facts.present.insert(left);
  facts.present.insert(plain(model, comparison.left));
  facts.present.insert(canonical(model, comparison.right));
  const auto bound = constant_value(model, comparison.right);
  if (!bound || bound->kind != Kind::number) return;
  const int sign = bound->number().sign();
  const Operator operation = holds ? comparison.operation : negated(comparison.operation);
  const bool is_above = (operation == Operator::at_least && sign > 0) ||
                        (operation == Operator::greater && sign >= 0) || (operation == Operator::equal && sign > 0);
  const bool is_below = (operation == Operator::at_most && sign < 0) || (operation == Operator::less && sign <= 0) ||
                        (operation == Operator::equal && sign < 0);
  if (is_above) facts.positive.insert(left);
  const bool is_from = operation == Operator::at_least || operation == Operator::equal;
  const Number& number = bound->number();
  if ((is_from && number > 1) || (operation == Operator::greater && number >= 1)) facts.several.insert(left);
  if (is_above || is_below || (operation == Operator::unequal && sign == 0)) facts.nonzero.insert(left);
}

/// Whether what `id` says depends on the score in whose formula it stands.
bool speaks_of_parts(const Model& model, ExpressionId id) {
  const auto* phrase = std::get_if<syntax::PhraseUse>(&model.at(id).node);
  if (phrase != nullptr) {
    return phrase->phrase != syntax::Phrase::period_start && phrase->phrase != syntax::Phrase::period_end;
  }
  if (call_over(*model.book, id, syntax::Rows::Of::criteria) != nullptr) return true;
  const auto parts = children(*model.book, id);
  return std::any_of(parts.begin(), parts.end(), [&](ExpressionId part) { return speaks_of_parts(model, part); });
}

/// `text` where it stands in the formula of that score.
std::string text_within(const Model& model, OfScore score, const std::string& text) {
  return !score || *score == model.main_score ? text : model.scores[*score].name + ": " + text;
}

}  // namespace

std::string assessed_weight_text(const Model& model, OfScore score) {
  return text_within(model, score, "assessed weight");
}

bool is_comparison(Operator operation) {
  return negated(operation) != operation;
}

std::string canonical(const Model& model, ExpressionId id) {
  if (const auto* reference = std::get_if<MeasureReference>(&model.reference(id))) {
    const Measure& measure = model.measures[reference->index];
    if (!measure.rounding && measure.assessed_when.is_none()) return canonical(model, measure.body);
  }
  return plain(model, id);
}

std::string plain(const Model& model, ExpressionId id) {
  const auto* call = std::get_if<syntax::Call>(&model.at(id).node);
  if (call != nullptr && named_score(model, *call)) return assessed_weight_text(model, named_score(model, *call));
  std::string text = grammar::printed(*model.book, id, grammar::KeywordLanguage::english);
  if (model.at(id).is_parenthesized) text = text.substr(1, text.size() - 2);
  return speaks_of_parts(model, id) ? text_within(model, score_spoken_of(model, id), text) : text;
}

void learn(const Model& model, ExpressionId condition, bool holds, Facts& facts) {
  if (condition.is_none()) return;
  const auto& node = model.at(condition).node;
  if (const auto* binary = std::get_if<syntax::Binary>(&node)) {
    const bool splits = binary->operation == (holds ? Operator::both : Operator::either);
    if (splits) {
      learn(model, binary->left, holds, facts);
      learn(model, binary->right, holds, facts);
    } else if (is_comparison(binary->operation)) {
      learn_comparison(model, *binary, holds, facts);
    }
  } else if (const auto* negation = std::get_if<syntax::Not>(&node)) {
    learn(model, negation->operand, !holds, facts);
  } else if (const auto* missing = std::get_if<syntax::IsMissing>(&node)) {
    if (missing->is_negated == holds) {
      facts.present.insert(canonical(model, missing->operand));
      facts.present.insert(plain(model, missing->operand));
    }
  }
}

}  // namespace nilai::rules
