#pragma once

#include <cstdint>
#include <vector>

#include "engine/gather/accumulators/taken_row.hpp"

namespace nilai::engine {

/// Every day with what held on it, for how long it has held without a break: `streak`.
///
/// Rows of one day come in no order, so a day on which one does not hold adds none of them. A missing one breaks too.
struct RowStreak {
  static constexpr bool takes_unknown = true;

  struct Entry {
    std::uint32_t owner = 0;
    std::int32_t day = 0;
    bool is_withheld = false;
    bool is_yes = false;
  };

  explicit RowStreak(std::size_t owners) : owner_count(owners) {}
  void take(const TakenRow& row);
  void write(const AggregatePlan& plan, Tally& tally, Column& result) const;

  std::size_t owner_count;
  std::vector<Entry> entries;
};

}  // namespace nilai::engine
