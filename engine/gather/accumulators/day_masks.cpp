#include "engine/gather/accumulators/day_masks.hpp"

#include <bit>
#include <span>

#include "engine/gather/accumulators/gaps.hpp"

namespace nilai::engine {
namespace {

constexpr std::size_t bits_per_word = 64;
constexpr std::size_t most_words = 3;  // half a year

std::size_t words_for(const DayRange& window) {
  const std::int64_t days = std::int64_t{window.last} - window.first + 1;
  return (static_cast<std::size_t>(days) + bits_per_word - 1) / bits_per_word;
}

}  // namespace

bool DayMasks::fits(const DayRange& window) {
  return words_for(window) <= most_words;
}

DayMasks::DayMasks(std::size_t owners, const DayRange& days)
    : window(days), words_per_owner(words_for(days)), words(owners * words_per_owner) {}

void DayMasks::take(const TakenRow& row) {
  const auto day = static_cast<std::size_t>(row.day - window.first);
  words[row.owner * words_per_owner + day / bits_per_word] |= std::uint64_t{1} << day % bits_per_word;
}

void DayMasks::write(const AggregatePlan& plan, Tally& tally, Column& result) const {
  Gaps gaps(plan.kind, window);
  std::vector<std::uint64_t> days;
  for (std::size_t owner = 0; owner < tally.taken.size(); ++owner) {
    days.clear();
    auto first_day = window.first;
    for (std::uint64_t word : std::span(words).subspan(owner * words_per_owner, words_per_owner)) {
      for (; word != 0; word &= word - 1) days.push_back(group_and_day(0, first_day + std::countr_zero(word)));
      first_day += static_cast<std::int32_t>(bits_per_word);
    }
    result.set(owner, gaps.over(days));
  }
}

}  // namespace nilai::engine
