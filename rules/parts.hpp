#pragma once

#include <optional>
#include <vector>

#include "rules/model.hpp"

namespace nilai::rules {

/// A score by its place in the model; none: the criteria of a rulebook without a score.
using OfScore = std::optional<std::uint32_t>;

/// The parts of a score: its criteria, then the scores that are parts of it, each in the order of the text.
std::vector<Definition> parts_of(const Model& model, OfScore score);

/// The same, and the parts of those, all the way down.
std::vector<Definition> all_parts_of(const Model& model, OfScore score);

/// The weight that a part states; none where it states none.
ExpressionId weight_of(const Model& model, const Definition& part);

/// The score whose parts `weighted average of criteria` and its like speak of at `id`: the one whose formula `id`
/// stands in, else the main one.
OfScore score_spoken_of(const Model& model, ExpressionId id);

/// The score named in `assessed weight(NAME)`; none where `call` is another, or names none.
OfScore named_score(const Model& model, const syntax::Call& call);

/// The criterion named in `points(NAME)`, `value(NAME)`, `weight(NAME)`; none where `call` is another, or names none.
std::optional<std::uint32_t> named_criterion(const Model& model, const syntax::Call& call);

/// The criteria that `criteria` means at `id`: in a score's formula those among its parts, elsewhere all.
std::vector<std::uint32_t> criteria_at(const Model& model, ExpressionId id);

}  // namespace nilai::rules
