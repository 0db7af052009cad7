#include "rules/explain/shown.hpp"

#include <algorithm>

#include "engine/reals/grain.hpp"
#include "rules/builtins.hpp"

namespace nilai::rules {

namespace {

using text::Language;
using text::Phrase;

constexpr const char* dash = "–";

std::string number_text(const Number& number, std::optional<int> places, int most, Language language) {
  return in_decimals(places ? number.to_fixed(*places) : number.to_at_most(most), language);
}

std::string present_text(const Model& model, const engine::Value& value, const Type& type, std::optional<int> places,
                         int most, Language language) {
  switch (value.kind) {
    case Kind::number:
      return number_text(value.number(), places, most, language);
    case Kind::flag:
      return phrase_in(value.is_yes() ? Phrase::word_yes : Phrase::word_no, {}, language);
    case Kind::date:
      return value.date().to_iso();
    case Kind::span:
      return phrase_in(Phrase::word_months, {std::to_string(value.code())}, language);
    case Kind::text:
      return value.text();
    case Kind::choice:
      break;
  }
  const syntax::ChoiceValue& item = model.choices[type.choice].values[static_cast<std::size_t>(value.code())];
  return label_text(item.label, item.name.text, language);
}

/// The places that a function rounds to: those it states, or those that it always has.
std::optional<int> places_of(const Model& model, const syntax::Call& call) {
  const bool is_irrational = call.function == syntax::Function::standard_deviation ||
                             call.function == syntax::Function::lower_bound ||
                             call.function == syntax::Function::upper_bound;
  return is_irrational ? std::optional(static_cast<int>(engine::irrational_places)) : stated_places(model, call);
}

std::optional<int> places_in(const std::optional<syntax::Rounding>& rounding) {
  if (!rounding || !rounding->places) return std::nullopt;
  return static_cast<int>(*rounding->places);
}

}  // namespace

std::string in_decimals(std::string text, Language language) {
  if (language == Language::id) std::replace(text.begin(), text.end(), '.', ',');
  return text;
}

std::string phrase_in(Phrase phrase, std::vector<std::string> arguments, Language language) {
  return message_text(text::Message{phrase, std::move(arguments)}, language);
}

std::string label_text(const syntax::Label& label, const std::string& name, Language language) {
  const auto& translated = language == Language::id ? label.id : label.en;
  if (translated) return *translated;
  return label.text.empty() ? name : label.text;
}

std::optional<int> places_of(const Model& model, ExpressionId id) {
  if (const auto* call = std::get_if<syntax::RoundedCall>(&model.at(id).node)) return places_in(call->rounding);
  if (const auto* call = std::get_if<syntax::Call>(&model.at(id).node)) return places_of(model, *call);
  if (const auto* measure = std::get_if<MeasureReference>(&model.reference(id))) {
    return places_in(model.measures[measure->index].rounding);
  }
  if (const auto* score = std::get_if<ScoreReference>(&model.reference(id))) {
    return places_in(model.scores[score->index].rounding);
  }
  return std::nullopt;
}

ShownValue shown_value(const Model& model, const engine::Value& value, const Type& type, std::optional<int> places,
                       int most, Language language) {
  ShownValue shown;
  shown.value = value;
  switch (value.presence) {
    case engine::Presence::missing:
      shown.text = dash;
      return shown;
    case engine::Presence::withheld:
      shown.text = phrase_in(Phrase::word_withheld, {}, language);
      return shown;
    case engine::Presence::present:
      break;
  }
  shown.text = present_text(model, value, type, places, most, language);
  if (value.kind == Kind::number && !value.number().terminates()) shown.ratio = value.number().to_ratio_text();
  if (value.kind == Kind::choice) {
    shown.name = model.choices[type.choice].values[static_cast<std::size_t>(value.code())].name.text;
  }
  return shown;
}

}  // namespace nilai::rules
