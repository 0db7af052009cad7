#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "engine/gather/gather.hpp"
#include "engine/plan.hpp"

namespace nilai::tests {

/// A companion in one line, for RapidCheck to make up and to shrink. Shares are in per cent.
struct MadeUpCompanion {
  int household_count = 0;
  int productive_share = 0;
  int visited_share = 0;
  int empowered_share = 0;
  int proven_complaint_count = 0;  ///< a quarter
  int active_days = 0;             ///< negative: the cell cannot be read
  int case_stage = 0;              ///< index among the stages; negative: no case
  bool is_case_closed = false;
  int missed_quarter = 0;  ///< 1..3: no row in that quarter of 2017
};

/// The records of a small world: the lines of every table of the Jamsosratu rulebook, the header line first.
using World = std::map<std::string, std::vector<std::string>>;

/// Records of the first three quarters of 2017. Which households are visited follows from `seed`.
World make_world(const std::vector<MadeUpCompanion>& companions, std::uint32_t seed);

/// How the files of a world are laid out.
struct Layout {
  std::size_t file_count = 1;  ///< of each table
  bool is_shuffled = false;
  std::uint32_t seed = 0;  ///< of the order
};

/// The files that feed every table of `plan`.
engine::TableInputs inputs_of(const World& world, const engine::Plan& plan, const Layout& layout = {});

}  // namespace nilai::tests
