#include <algorithm>

#include "grammar/text/render.hpp"
#include "rules/resolve/resolve.hpp"
#include "rules/types/checker.hpp"

namespace nilai::rules {

namespace {

using text::Code;
using text::Phrase;
using text::translated;

std::string joined_values(const Choice& choice) {
  std::string text;
  for (const auto& value : choice.values) text += (text.empty() ? "" : ", ") + value.name.text;
  return text;
}

/// Names the values of a choice, and that which is spelt nearly as `word`, which is none of them.
void offer_values(text::Diagnostic& diagnostic, const Choice& choice, const syntax::Name& word) {
  diagnostic.notes.push_back({Phrase::values_are, {joined_values(choice)}});
  std::vector<std::string> values;
  for (const auto& value : choice.values) values.push_back(value.name.text);
  offer_nearest(diagnostic, word, values);
}

}  // namespace

std::string type_words(const Model& model, const Type& type) {
  switch (type.kind) {
    case Kind::number:
      return translated(Phrase::a_number);
    case Kind::flag:
      return translated(Phrase::a_flag);
    case Kind::date:
      return translated(Phrase::a_date);
    case Kind::span:
      return translated(Phrase::a_span);
    case Kind::text:
      return translated(Phrase::a_text);
    case Kind::choice:
      return translated(Phrase::a_choice, model.choices[type.choice].name);
  }
  return {};
}

Type widened(const Type& a, const Type& b) {
  Type type = a.is_literal ? b : a;
  type.is_literal = a.is_literal && b.is_literal;
  type.is_whole = a.is_whole && b.is_whole;
  type.places = a.places && b.places ? std::optional(std::max(*a.places, *b.places)) : std::nullopt;
  type.at_least = a.at_least && b.at_least ? std::optional(std::min(*a.at_least, *b.at_least)) : std::nullopt;
  type.at_most = a.at_most && b.at_most ? std::optional(std::max(*a.at_most, *b.at_most)) : std::nullopt;
  return type;
}

void TypeChecker::check_reason(const syntax::IsReason& test) {
  const Type type = check(test.operand);
  const auto* reference = std::get_if<ColumnReference>(&model_.reference(test.operand));
  const Column* column = reference == nullptr ? nullptr : &model_.column(*reference);
  if (column == nullptr || !column->reasons) {
    if (type.is_poisoned) return;
    auto& diagnostic = diagnostics_.add(Code::no_reasons, model_.at(test.operand).span, {shown(test.operand)});
    if (column != nullptr) diagnostic.labels.push_back({column->span, {Phrase::declared_here, {}}});
    diagnostic.notes.push_back({Phrase::declare_reasons, {}});
    return;
  }
  const Choice& reasons = model_.choices[*column->reasons];
  if (reasons.index_of(test.reason.text)) return;
  offer_values(diagnostics_.add(Code::not_a_value_of, test.reason.span, {test.reason.text, reasons.name}), reasons,
               test.reason);
}

bool TypeChecker::is_bare_word(ExpressionId id) const {
  return std::holds_alternative<syntax::NameUse>(model_.at(id).node) &&
         std::holds_alternative<std::monostate>(model_.reference(id));
}

bool TypeChecker::is_word(ExpressionId id) const {
  return std::holds_alternative<syntax::NameUse>(model_.at(id).node);
}

/// Reads the word at `id` as a value of `choice`, where it is one.
bool TypeChecker::place_word(ExpressionId id, ChoiceIndex choice) {
  const auto value = model_.choices[choice].index_of(std::get<syntax::NameUse>(model_.at(id).node).name);
  if (!value) return false;
  model_.facts.reference[id.index] = ChoiceValueReference{choice, *value};
  model_.facts.type[id.index] = Type::choice_of(choice);
  return true;
}

/// Bare words beside values of a choice are its values; beside nothing else, those of the only choice that has them
/// all.
void TypeChecker::place_words(const std::vector<ExpressionId>& words, const Type* expected) {
  if (words.empty()) return;
  const auto report = [&](ExpressionId id, Code code, std::vector<std::string> arguments) -> text::Diagnostic& {
    model_.facts.type[id.index] = Type::poisoned();
    return diagnostics_.add(code, model_.at(id).span, std::move(arguments));
  };
  if (expected != nullptr && expected->kind == Kind::choice && !expected->is_poisoned) {
    const Choice& choice = model_.choices[expected->choice];
    for (const ExpressionId id : words) {
      if (place_word(id, expected->choice)) continue;
      const syntax::Name name{std::get<syntax::NameUse>(model_.at(id).node).name, model_.at(id).span};
      offer_values(report(id, Code::not_a_value_of, {name.text, choice.name}), choice, name);
    }
    return;
  }
  std::vector<ChoiceIndex> fitting;
  for (ChoiceIndex i = 0; i < model_.choices.size(); ++i) {
    if (model_.choice_of_criteria == i || model_.choice_of_outcomes == i) continue;
    const bool has_all = std::all_of(words.begin(), words.end(), [&](ExpressionId id) {
      return model_.choices[i].index_of(std::get<syntax::NameUse>(model_.at(id).node).name).has_value();
    });
    if (has_all) fitting.push_back(i);
  }
  if (fitting.size() == 1) {
    for (const ExpressionId id : words) place_word(id, fitting.front());
    return;
  }
  std::string names;
  for (const ChoiceIndex i : fitting) names += (names.empty() ? "" : ", ") + model_.choices[i].name;
  for (const ExpressionId id : words) {
    const std::string& word = std::get<syntax::NameUse>(model_.at(id).node).name;
    if (fitting.empty()) {
      report(id, Code::unknown_name, {word});
    } else {
      report(id, Code::value_of_several, {word, names});
    }
  }
}

Type TypeChecker::check_together(const std::vector<ExpressionId>& ids) {
  std::vector<ExpressionId> words;
  Type common;
  ExpressionId first;
  for (const ExpressionId id : ids) {
    if (is_bare_word(id)) {
      words.push_back(id);
      continue;
    }
    const Type type = check(id);
    if (type.is_poisoned) continue;
    if (first.is_none()) {
      common = type;
      first = id;
      continue;
    }
    // A word that names a column or a definition too is a value where a choice that has it is met.
    if (common.kind == Kind::choice && is_word(id) && place_word(id, common.choice)) continue;
    if (type.kind == Kind::choice && is_word(first) && place_word(first, type.choice)) {
      common = type;
    } else if (meet(first, common, id, type)) {
      common = widened(common, type);
    }
  }
  if (!first.is_none() && common.kind == Kind::choice) {
    place_words(words, &common);
    return common;
  }
  if (!first.is_none() && !words.empty()) {
    for (const ExpressionId id : words) {
      diagnostics_.add(Code::unknown_name, model_.at(id).span, {shown(id)});
      model_.facts.type[id.index] = Type::poisoned();
    }
    return common;
  }
  place_words(words, nullptr);
  if (!first.is_none()) return common;
  return words.empty() ? Type::poisoned() : model_.type(words.front());
}

Type TypeChecker::check_expected(ExpressionId id, const Type& expected) {
  if (is_bare_word(id)) {
    place_words({id}, expected.is_poisoned ? nullptr : &expected);
    return model_.type(id);
  }
  if (expected.kind == Kind::choice && is_word(id) && place_word(id, expected.choice)) return model_.type(id);
  return check(id);
}

std::string TypeChecker::shown(ExpressionId id) const {
  return text::shown(source_text(model_, id));
}

}  // namespace nilai::rules
