#include "household.hpp"

#include <algorithm>
#include <array>

#include "digits.hpp"

namespace jamsosratu {
namespace {

constexpr int households_per_unreadable = 8'000;
constexpr int visits_per_unreadable = 18'000;
constexpr int months_until_empowered = 6;  // the rulebook's, so that businesses start on both sides of that day

Random stream_of(const World& world, Subject subject, int household) {
  return world.stream(subject).fork(std::uint64_t(household));
}

Quarter draw_quarter(const World& world, Random& random) {
  return world.quarters[std::size_t(random.below(static_cast<int>(world.quarters.size())))];
}

/// A business that began while the records were kept; one in six within a day of the six months before a quarter's end.
Day draw_recent_start(const World& world, Random& random) {
  const auto begin = world.quarters.front().first_day() - days(180);
  const auto end = world.quarters.back().last_day();
  if (random.chance(160)) {
    const auto last_start = months_before(draw_quarter(world, random).last_day(), months_until_empowered);
    return last_start + days(random.below(2));
  }
  return begin + days(random.below(static_cast<int>((end - begin).count()) + 1));
}

/// The day a business closed while the records were kept; one in six on a quarter's last day or the day after.
Day draw_end(const World& world, Random& random) {
  const auto begin = world.quarters.front().first_day();
  const auto end = world.quarters.back().last_day();
  if (random.chance(160)) {
    // One draw a statement: compilers differ in which side of a `+` they evaluate first.
    const auto last_day = draw_quarter(world, random).last_day();
    return std::min(end, last_day + days(random.below(2)));
  }
  return begin + days(random.below(static_cast<int>((end - begin).count()) + 1));
}

}  // namespace

std::string household_id(const World& world, int household) {
  const auto width = std::max<std::size_t>(6, std::to_string(world.options.household_count).size());
  return "K" + padded(household + 1, width);
}

Productive productive_of(const World& world, const Companion& companion, int household) {
  auto random = stream_of(world, Subject::families, household);
  if (random.below(households_per_unreadable) == 0) return Productive::unreadable;
  if (companion.story == Story::few_productive) {
    // A fixed number of them, since the story is about being below 20.
    return household - companion.first_household < 12 + companion.story_number % 8 ? Productive::yes : Productive::no;
  }
  return random.chance(companion.productive) ? Productive::yes : Productive::no;
}

std::vector<Visit> visits_in(const World& world, const Companion& companion, int household, int quarter_index,
                             const Work& work) {
  if (productive_of(world, companion, household) == Productive::unreadable) return {};
  auto random = stream_of(world, Subject::visits, household).fork(std::uint64_t(quarter_index));

  // Monthly visits, more or fewer; the families not reached get none, or found nobody to sign.
  constexpr std::array usual_counts{2, 3, 3, 4, 4, 4, 5, 5};
  const bool is_reached = random.chance(work.reach);
  int count = 0;
  if (is_reached) {
    count = usual_counts[std::size_t(random.below(static_cast<int>(usual_counts.size())))];
  } else if (random.chance(450)) {
    count = random.between(1, 2);
  }

  const auto last_day = world.quarters[std::size_t(quarter_index)].last_day();
  std::vector<Visit> visits;
  for (int index = 0; index < count; ++index) {
    Visit visit;
    visit.visited_on = spread_day(work.from, last_day, index, count, random);
    visit.verified = is_reached && random.chance(companion.diligence);
    visit.at_home = random.chance(*visit.verified ? 720 : 350);
    if (random.below(visits_per_unreadable) == 0) visit.verified.reset();
    visits.push_back(visit);
  }
  return visits;
}

std::vector<Business> businesses_of(const World& world, const Companion& companion, int household) {
  const auto productive = productive_of(world, companion, household);
  if (productive == Productive::unreadable) return {};
  auto random = stream_of(world, Subject::businesses, household);
  const auto begin = world.quarters.front().first_day();

  std::vector<Business> businesses;
  // Some gave up a first business long ago; that alone empowers nobody.
  if (random.chance(60)) {
    const auto started_on = begin - days(random.between(1000, 1800));
    businesses.push_back({started_on, started_on + days(random.between(60, 600))});
  }

  // Families that are not productive hardly ever have one, and the rulebook does not ask.
  const int support = productive == Productive::yes ? companion.support : 30;
  const int roll = random.below(1000);
  if (roll < support) {
    Business established{begin - days(random.between(190, 990)), std::nullopt};
    if (random.chance(120)) established.ended_on = draw_end(world, random);
    businesses.push_back(established);
  } else if (roll < support + support / 5) {
    Business recent{draw_recent_start(world, random), std::nullopt};
    const auto ended_on = draw_end(world, random);
    if (random.chance(100) && ended_on > recent.started_on) recent.ended_on = ended_on;
    businesses.push_back(recent);
  }
  return businesses;
}

}  // namespace jamsosratu
