#include "world.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "digits.hpp"

namespace jamsosratu {
namespace {

struct Share {
  Story story;
  int per_thousand;
};

// Of the companions with a row in the reference quarter; all others are ordinary.
constexpr std::array shares_present{
    Share{Story::struggling, 14},     Share{Story::on_leave, 9},     Share{Story::accused, 17},
    Share{Story::convicted, 6},       Share{Story::named, 23},       Share{Story::few_productive, 9},
    Share{Story::small_caseload, 23}, Share{Story::lost_records, 9}, Share{Story::newcomer, 17},
};

// On top of those: companions who are there only before or after.
constexpr Share share_leaving{Story::leaver, 12};
constexpr Share share_coming{Story::latecomer, 20};

struct District {
  std::string_view name;
  int per_thousand;
};

constexpr std::array districts{
    District{"kab_pandeglang", 190}, District{"kab_lebak", 210},
    District{"kab_tangerang", 180},  District{"kab_serang", 170},
    District{"kota_tangerang", 90},  District{"kota_cilegon", 50},
    District{"kota_serang", 60},     District{"kota_tangerang_selatan", 50},
};

int part_of(int count, const Share& share) {
  return static_cast<int>((static_cast<std::int64_t>(count) * share.per_thousand + 500) / 1000);
}

/// Who has which story, in random order.
std::vector<Story> cast_stories(const World& world) {
  const int present_count = world.options.companion_count;
  std::vector<Story> stories;
  for (const auto& share : shares_present)
    stories.insert(stories.end(), std::size_t(part_of(present_count, share)), share.story);
  stories.resize(std::size_t(present_count), Story::ordinary);

  const bool has_before = world.reference_quarter > 0;
  const bool has_after = world.reference_quarter + 1 < world.options.quarter_count;
  if (has_before) stories.insert(stories.end(), std::size_t(part_of(present_count, share_leaving)), Story::leaver);
  if (has_after) stories.insert(stories.end(), std::size_t(part_of(present_count, share_coming)), Story::latecomer);

  // Fisher-Yates by hand: std::shuffle may differ between standard libraries.
  auto random = world.stream(Subject::casting);
  for (int index = static_cast<int>(stories.size()) - 1; index > 0; --index) {
    std::swap(stories[std::size_t(index)], stories[std::size_t(random.below(index + 1))]);
  }
  return stories;
}

std::string_view draw_district(Random& random) {
  int left = random.below(1000);
  for (const auto& district : districts) {
    if (left < district.per_thousand) return district.name;
    left -= district.per_thousand;
  }
  return districts.back().name;
}

void set_presence(Companion& companion, const World& world, Random random) {
  const int reference = world.reference_quarter;
  const int last = world.options.quarter_count - 1;
  companion.first_quarter = 0;
  companion.last_quarter = last;
  switch (companion.story) {
    case Story::newcomer:
      // Two of three in the reference quarter itself: these have few days in it.
      companion.first_quarter = companion.story_number % 3 == 2 ? std::max(0, reference - 1) : reference;
      break;
    case Story::latecomer:
      companion.first_quarter = reference + 1 + companion.story_number % (last - reference);
      break;
    case Story::leaver:
      companion.last_quarter = companion.story_number % reference;
      break;
    case Story::ordinary:
      if (random.chance(12)) companion.last_quarter = random.between(reference, last);
      break;
    case Story::struggling:
    case Story::on_leave:
    case Story::accused:
    case Story::convicted:
    case Story::named:
    case Story::few_productive:
    case Story::small_caseload:
    case Story::lost_records:
      break;
  }
}

/// How a companion works. Most do well; a fifth reach fewer families, a fifth help few of them to a business.
void draw_traits(Companion& companion, Random random) {
  const int worker = random.below(100);
  companion.reach = worker < 70   ? random.between(830, 960)
                    : worker < 90 ? random.between(740, 840)
                                  : random.between(620, 740);
  const int helper = random.below(100);
  companion.support = helper < 22   ? random.between(390, 500)
                      : helper < 82 ? random.between(240, 360)
                      : helper < 98 ? random.between(90, 200)
                                    : random.between(0, 40);
  companion.diligence = random.between(750, 950);
  companion.complaints = random.between(150, 450);
  companion.productive = random.between(550, 650);
}

/// What the story changes in how the companion works.
void bend_traits(Companion& companion, Random random) {
  switch (companion.story) {
    case Story::struggling:
    case Story::on_leave:
      companion.reach = random.between(380, 480);
      companion.support = companion.story_number % 3 == 2 ? random.between(0, 30) : random.between(70, 150);
      companion.complaints = 600;
      break;
    case Story::lost_records:
      // Good work in every quarter, so that only the unreadable one is in doubt.
      companion.reach = random.between(880, 960);
      companion.support = random.between(300, 360);
      companion.complaints = 100;
      break;
    case Story::small_caseload:
      companion.productive = 800;
      break;
    case Story::ordinary:
    case Story::accused:
    case Story::convicted:
    case Story::named:
    case Story::few_productive:
    case Story::newcomer:
    case Story::latecomer:
    case Story::leaver:
      break;
  }
}

/// How many families a companion would have in a programme of the usual size: 139 on average.
int usual_caseload(const Companion& companion, Random random) {
  constexpr std::array small_caseloads{9, 24, 38, 45};
  switch (companion.story) {
    case Story::small_caseload:
      return small_caseloads[std::size_t(companion.story_number) % small_caseloads.size()];
    case Story::newcomer:
      return random.between(52, 90);
    case Story::latecomer:
      return random.between(8, 60);
    case Story::leaver:
      return random.between(8, 40);  // the others were handed over
    case Story::ordinary:
    case Story::struggling:
    case Story::on_leave:
    case Story::accused:
    case Story::convicted:
    case Story::named:
    case Story::few_productive:
    case Story::lost_records:
      break;
  }
  return 66 + random.below(78) + random.below(78);
}

/// Shares out exactly the households asked for, in proportion to the usual caseloads.
void share_out_households(World& world) {
  const auto random = world.stream(Subject::caseloads);
  std::vector<std::int64_t> usual;
  std::int64_t usual_total = 0;
  for (std::size_t index = 0; index < world.companions.size(); ++index) {
    usual.push_back(usual_caseload(world.companions[index], random.fork(index)));
    usual_total += usual.back();
  }
  std::int64_t usual_so_far = 0;
  for (std::size_t index = 0; index < world.companions.size(); ++index) {
    // Rounding the running total, not each part: the parts then add up.
    const auto first = usual_so_far * world.options.household_count / usual_total;
    usual_so_far += usual[index];
    const auto end = usual_so_far * world.options.household_count / usual_total;
    world.companions[index].first_household = static_cast<int>(first);
    world.companions[index].household_count = static_cast<int>(end - first);
  }
}

}  // namespace

World build_world(const Options& options) {
  World world;
  world.options = options;
  for (int count = 0; count < options.quarter_count; ++count)
    world.quarters.push_back(options.first_quarter.plus(count));
  world.reference_quarter = std::min(2, options.quarter_count - 1);

  const auto stories = cast_stories(world);
  const auto id_width = std::max<std::size_t>(4, std::to_string(stories.size()).size());
  std::map<Story, int> told_count;
  for (std::size_t index = 0; index < stories.size(); ++index) {
    auto random = world.stream(Subject::traits).fork(index);
    const auto number = padded(static_cast<std::int64_t>(index) + 1, id_width);
    Companion companion;
    companion.id = "P" + number;
    companion.name = "Pendamping " + number;
    companion.district = draw_district(random);
    companion.gender = random.chance(580) ? "female" : "male";
    companion.story = stories[index];
    companion.story_number = told_count[companion.story]++;
    set_presence(companion, world, random.fork(1));
    draw_traits(companion, random.fork(2));
    bend_traits(companion, random.fork(3));
    world.companions.push_back(std::move(companion));
  }
  share_out_households(world);
  return world;
}

}  // namespace jamsosratu
