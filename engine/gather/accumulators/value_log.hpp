#pragma once

#include <cstdint>
#include <vector>

#include "engine/gather/accumulators/taken_row.hpp"

namespace nilai::engine {

/// Every value there is, for what cannot be said with less: `median`, `percentile`, `count_distinct`.
struct ValueLog {
  static constexpr bool takes_unknown = false;

  explicit ValueLog(std::size_t count) : owner_count(count) {}
  void take(const TakenRow& row);
  void write(const AggregatePlan& plan, Tally& tally, Column& result) const;

  std::size_t owner_count;
  std::vector<std::uint32_t> owners;  ///< of each value
  Column values;                      ///< of the kind of the first one
  Number level;                       ///< of a percentile
};

}  // namespace nilai::engine
