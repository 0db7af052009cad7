#pragma once

#include <cstdint>
#include <vector>

#include "engine/gather/accumulators/taken_row.hpp"
#include "engine/gather/windows.hpp"

namespace nilai::engine {

/// The days of each owner, a bit each, for the gaps between them: as `DayLog`, where rows fall into no groups and the
/// window is short.
struct DayMasks {
  static constexpr bool takes_unknown = false;

  /// Whether so many bits an owner are worth it.
  static bool fits(const DayRange& window);

  /// Requires: the window fits.
  DayMasks(std::size_t owners, const DayRange& days);
  void take(const TakenRow& row);
  void write(const AggregatePlan& plan, Tally& tally, Column& result) const;

  DayRange window;
  std::size_t words_per_owner;
  std::vector<std::uint64_t> words;
};

}  // namespace nilai::engine
