#include "engine/scan/choice_matcher.hpp"

#include <algorithm>

#include "engine/scan/cell_text.hpp"

namespace nilai::engine {
namespace {

constexpr std::int32_t ambiguous = -1;

bool is_ascii_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

bool is_passed_over(char c) {
  return static_cast<unsigned char>(c) < 0x80 && !is_ascii_letter_or_digit(c);
}

/// Of a text in small letters: only what tells names apart.
void drop_blanks_and_punctuation(std::string& text) {
  text.erase(std::remove_if(text.begin(), text.end(), is_passed_over), text.end());
}

}  // namespace

ChoiceMatcher::ChoiceMatcher(const ChoicePlan& choice) {
  // All names before all labels: a label that is spelled as another value's name does not take its place.
  std::int32_t index = 0;
  for (const ChoicePlan::Item& item : choice.items) add(item.name, index++);
  index = 0;
  for (const ChoicePlan::Item& item : choice.items) add(item.label, index++);
}

void ChoiceMatcher::add(const std::string& written, std::int32_t index) {
  lower_case(trim(written), key_);
  if (key_.empty()) return;
  as_written_.emplace(key_, index);
  drop_blanks_and_punctuation(key_);
  if (key_.empty()) return;
  const auto [place, is_new] = loosely_.emplace(key_, index);
  if (!is_new && place->second != index) place->second = ambiguous;
}

std::optional<std::int32_t> ChoiceMatcher::find(std::string_view text) {
  lower_case(trim(text), key_);
  if (const auto place = as_written_.find(key_); place != as_written_.end()) return place->second;
  drop_blanks_and_punctuation(key_);
  const auto place = loosely_.find(key_);
  if (place == loosely_.end() || place->second == ambiguous) return std::nullopt;
  return place->second;
}

}  // namespace nilai::engine
