#include "engine/scan/reason_matcher.hpp"

#include <algorithm>

#include "engine/scan/cell_text.hpp"
#include "engine/scan/decimal_text.hpp"

namespace nilai::engine {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

bool has_letter(const std::string& text) {
  return std::any_of(text.begin(), text.end(), is_letter);
}

/// The reasons with only those names and labels that have a letter.
ChoicePlan in_words(ChoicePlan reasons) {
  for (ChoicePlan::Item& item : reasons.items) {
    for (std::string* written : {&item.name, &item.label}) {
      if (!has_letter(*written)) written->clear();
    }
  }
  return reasons;
}

template <class Content>
std::optional<std::int32_t> find_in(const std::vector<std::pair<Content, std::int32_t>>& reasons,
                                    const std::optional<Content>& wanted) {
  if (!wanted) return std::nullopt;
  const auto place =
      std::find_if(reasons.begin(), reasons.end(), [&](const auto& one) { return one.first == *wanted; });
  return place == reasons.end() ? std::nullopt : std::optional(place->second);
}

}  // namespace

ReasonMatcher::ReasonMatcher(const ChoicePlan& reasons, Kind kind, const ValueFormat& format)
    : format_(format), kind_(kind), words_(in_words(reasons)), dates_(DatePattern::parse(format.date_pattern)) {
  for (std::size_t i = 0; i < reasons.items.size(); ++i) {
    add_sign(reasons.items[i].name, static_cast<std::int32_t>(i));
    add_sign(reasons.items[i].label, static_cast<std::int32_t>(i));
  }
}

void ReasonMatcher::add_sign(const std::string& written, std::int32_t index) {
  const std::string_view sign = trim(written);
  if (sign.empty() || has_letter(written)) return;
  signs_.emplace(sign, index);
  // A rulebook writes numbers with a point and dates as ISO does, whatever the data do.
  if (kind_ == Kind::number) {
    if (const auto number = read_decimal(sign, false)) numbers_.emplace_back(*number, index);
  } else if (kind_ == Kind::date) {
    if (const auto day = Date::parse_iso(sign)) days_.emplace_back(*day, index);
  }
}

std::optional<std::int32_t> ReasonMatcher::find(std::string_view text) {
  if (const auto word = words_.find(text)) return word;
  if (signs_.empty()) return std::nullopt;
  if (const auto place = signs_.find(std::string(text)); place != signs_.end()) return place->second;
  if (!numbers_.empty()) return find_in(numbers_, read_decimal(text, format_.decimal_comma));
  if (!days_.empty() && dates_) return find_in(days_, dates_->read(text));
  return std::nullopt;
}

}  // namespace nilai::engine
