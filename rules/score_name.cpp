#include "rules/score_name.hpp"

#include "grammar/wording.hpp"

namespace nilai::rules {

std::string score_name(const Model& model, std::uint32_t score) {
  const bool is_named = model.book->scores[score].name.has_value();
  return is_named ? model.scores[score].name : grammar::spelt("score", model.book->language);
}

}  // namespace nilai::rules
