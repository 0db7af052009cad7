#pragma once

#include <optional>
#include <string>

#include "engine/value.hpp"
#include "grammar/text/diagnostic.hpp"
#include "rules/explanation.hpp"

namespace nilai::rules {

/// `text` with the decimal mark of `language`: a point, in Indonesian a comma.
std::string in_decimals(std::string text, text::Language language);

/// The places that the rulebook rounds `id` to: of a rounded measure, score or call; empty where it does not.
std::optional<int> places_of(const Model& model, ExpressionId id);

/// A value as people read it. A number is written with exactly `places` digits after the point, or with at most `most`.
ShownValue shown_value(const Model& model, const engine::Value& value, const Type& type, std::optional<int> places,
                       int most, text::Language language);

/// A phrase of the catalogue in `language`.
std::string phrase_in(text::Phrase phrase, std::vector<std::string> arguments, text::Language language);

}  // namespace nilai::rules
