#include "work.hpp"

#include <algorithm>
#include <array>

namespace jamsosratu {
namespace {

constexpr int least_active_days = 45;  // the rulebook's, so that both sides of it occur

/// Days in the first quarter of those who join, on both sides of the least that the rulebook asks for.
int first_days(const Companion& companion) {
  constexpr std::array cycle{30, least_active_days, 70, least_active_days - 1, 60, 21};
  return cycle[std::size_t(companion.story_number) % cycle.size()];
}

bool is_away(const World& world, const Companion& companion, int quarter_index) {
  return companion.story == Story::on_leave && quarter_index == world.reference_quarter - 1;
}

/// Unreadable in one or two quarters of those whose records were lost; and in the reference quarter of one companion
/// whose case, and one whose small caseload, decides without them.
bool are_days_lost(const World& world, const Companion& companion, int quarter_index) {
  const int reference = world.reference_quarter;
  switch (companion.story) {
    case Story::lost_records:
      return quarter_index == reference || (companion.story_number % 3 == 1 && quarter_index == reference - 1) ||
             (companion.story_number % 3 == 2 && quarter_index == reference + 1);
    case Story::accused:
    case Story::small_caseload:
      return quarter_index == reference && companion.story_number == 0;
    case Story::ordinary:
    case Story::struggling:
    case Story::on_leave:
    case Story::convicted:
    case Story::named:
    case Story::few_productive:
    case Story::newcomer:
    case Story::latecomer:
    case Story::leaver:
      break;
  }
  return false;
}

/// Everyone has a weak quarter now and then; the stories that promise something do not depend on one.
bool may_be_weak(Story story) {
  return story == Story::ordinary || story == Story::named || story == Story::accused;
}

std::string_view draw_finding(Random& random) {
  const int roll = random.below(100);
  return roll < 32 ? "substantiated" : roll < 75 ? "unfounded" : "pending";
}

}  // namespace

Day spread_day(Day from, Day to, int index, int count, Random& random) {
  const int day_count = static_cast<int>((to - from).count()) + 1;
  const int low = index * day_count / count;
  const int high = (index + 1) * day_count / count - 1;
  return from + days(random.between(low, high));
}

std::optional<Work> work_in(const World& world, std::size_t companion_index, int quarter_index) {
  const auto& companion = world.companions[companion_index];
  if (quarter_index < companion.first_quarter || quarter_index > companion.last_quarter) return std::nullopt;
  // Every other one who is on leave has no row at all in that quarter, the others one with too few days.
  if (is_away(world, companion, quarter_index) && companion.story_number % 2 == 0) return std::nullopt;

  auto random = world.stream(Subject::days_worked).fork(companion_index).fork(std::uint64_t(quarter_index));
  const auto quarter = world.quarters[std::size_t(quarter_index)];
  const int day_count = quarter.day_count();

  Work work;
  work.from = quarter.first_day();
  work.active_days = random.chance(40) ? random.between(least_active_days, day_count) : day_count - random.below(13);
  work.reach = companion.reach + random.between(-30, 30);
  if (may_be_weak(companion.story) && random.chance(130)) work.reach = random.between(230, 440);

  const bool joins = companion.story == Story::newcomer || companion.story == Story::latecomer;
  if (joins && quarter_index == companion.first_quarter) {
    work.active_days = first_days(companion);
    work.from = quarter.last_day() - days(work.active_days - 1);
  }
  if (is_away(world, companion, quarter_index)) work.active_days = 20;

  // Whoever was there for a part of the quarter reached a part of the families.
  work.reach = std::clamp(work.reach * std::min(work.active_days + 15, day_count) / day_count, 0, 1000);
  work.active_days_lost = are_days_lost(world, companion, quarter_index);
  return work;
}

std::vector<Complaint> complaints_in(const World& world, std::size_t companion_index, int quarter_index,
                                     const Work& work) {
  const auto& companion = world.companions[companion_index];
  const auto quarter = world.quarters[std::size_t(quarter_index)];
  auto random = world.stream(Subject::grievances).fork(companion_index).fork(std::uint64_t(quarter_index));

  // One quarter in eighty everything goes wrong, so that the scale's lower end is reached.
  const bool is_uproar = companion.story == Story::ordinary && random.chance(12);
  const int occasion_count = is_uproar ? 10 : 4;
  const int likelihood = is_uproar ? 900 : companion.complaints;

  std::vector<Complaint> complaints;
  for (int index = 0; index < occasion_count; ++index) {
    if (!random.chance(likelihood)) continue;
    const auto day = spread_day(work.from, quarter.last_day(), index, occasion_count, random);
    complaints.push_back({day, draw_finding(random)});
  }
  return complaints;
}

std::optional<Case> case_of(const World& world, const Companion& companion) {
  const auto reference = world.quarters[std::size_t(world.reference_quarter)];
  const auto begin = world.quarters.front().first_day();
  const auto end = world.quarters.back().last_day();
  // Dates outside the records would only be noise: the story is cut to the quarters there are.
  const auto within = [&](Day day) { return std::clamp(day, begin, end); };

  const auto reference_end = reference.last_day();
  const auto early = within(reference.first_day() - days(70 + 9 * companion.story_number));
  const auto lately = within(reference_end - days(3 * companion.story_number));
  const auto shortly_after = within(reference_end + days(1 + 11 * companion.story_number));
  switch (companion.story) {
    case Story::accused:
      switch (companion.story_number % 6) {
        case 0:
          return Case{early, "suspect", std::nullopt};
        case 1:
          return Case{early, "defendant", std::nullopt};
        case 2:
          return Case{early, "suspect", shortly_after};
        case 3:
          return Case{early, "defendant", lately};
        case 4:
          return Case{shortly_after, "suspect", std::nullopt};
        default:
          return Case{early, "defendant", reference_end};  // closed on the last day: no longer open after it
      }
    case Story::convicted:
      if (companion.story_number % 2 == 0) return Case{early, "convicted", std::nullopt};
      return Case{early, "convicted", lately};
    case Story::named:
      switch (companion.story_number % 4) {
        case 0:
          return Case{early, "reported", std::nullopt};
        case 1:
          return Case{early, "reported", lately};
        case 2:
          return Case{early, "witness", std::nullopt};
        default:
          return Case{early, "witness", shortly_after};
      }
    case Story::ordinary:
    case Story::struggling:
    case Story::on_leave:
    case Story::few_productive:
    case Story::small_caseload:
    case Story::lost_records:
    case Story::newcomer:
    case Story::latecomer:
    case Story::leaver:
      break;
  }
  return std::nullopt;
}

}  // namespace jamsosratu
