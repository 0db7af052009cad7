#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "calendar.hpp"
#include "options.hpp"
#include "random.hpp"

namespace jamsosratu {

/// What sets a companion apart. Most are `ordinary`; the others are there so that every rule of the rulebook meets
/// someone.
enum class Story {
  ordinary,
  struggling,  ///< a low score in every quarter
  on_leave,    ///< a low score too, but away in the quarter before the reference quarter: no row, or few active days
  accused,     ///< a case at `suspect` or `defendant`: open, or closed before or after the reference quarter
  convicted,   ///< a case at `convicted`
  named,       ///< a case at `reported` or `witness`, of which nothing follows
  few_productive,  ///< an area of the old: fewer than 20 productive families
  small_caseload,  ///< fewer than 30 families, or fewer than 50
  lost_records,    ///< active days that nobody can read any more
  newcomer,        ///< joins in the reference quarter or shortly before
  latecomer,       ///< joins after the reference quarter
  leaver,          ///< leaves before the reference quarter
};

/// A companion of the programme, as they are over all quarters. Chances are in a thousand, quarters counted from the
/// first.
struct Companion {
  std::string id;
  std::string name;
  std::string_view district;
  std::string_view gender;

  Story story = Story::ordinary;
  int story_number = 0;  ///< which of those with this story, from 0

  int first_quarter = 0;
  int last_quarter = 0;

  int household_count = 0;
  int first_household = 0;  ///< counted over all companions, from 0

  int reach = 0;       ///< that a family is visited in a quarter
  int diligence = 0;   ///< that a visit is verified
  int support = 0;     ///< that a productive family runs a business
  int complaints = 0;  ///< that one of four occasions to complain is taken
  int productive = 0;  ///< that a family is a productive one
};

/// The whole programme. What happens in it is drawn when it is written, each thing from a stream of its own.
struct World {
  Options options;
  std::vector<Quarter> quarters;
  int reference_quarter = 0;  ///< the quarter that the stories are told around
  std::vector<Companion> companions;

  [[nodiscard]] Random stream(std::uint64_t subject) const { return Random(options.seed).fork(subject); }
};

/// The subjects that chance is drawn for. A subject's number is part of what a seed means: never reuse one.
enum Subject : std::uint64_t { casting = 1, traits, caseloads, days_worked, families, visits, businesses, grievances };

/// The programme for these options; the same options give the same programme.
World build_world(const Options& options);

}  // namespace jamsosratu
