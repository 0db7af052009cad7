#pragma once

#include <compare>
#include <cstdint>
#include <vector>

#include "engine/column.hpp"
#include "engine/plan.hpp"

namespace nilai::engine {

/// Where a row stands in the files of its table.
struct RowOrigin {
  std::uint32_t file = 0;
  std::uint64_t row = 0;  ///< the record's number in its file

  friend auto operator<=>(const RowOrigin&, const RowOrigin&) = default;
};

/// A row that an aggregate takes.
struct TakenRow {
  std::uint32_t owner = 0;         ///< place of the row that it counts for
  std::uint32_t row = 0;           ///< of `value`
  const Column* value = nullptr;   ///< null for aggregates without one
  const Column* weight = nullptr;  ///< null: every row weighs 1
  const Column* level = nullptr;   ///< of a percentile
  std::int32_t day = 0;            ///< its date, or the first of its days
  RowOrigin origin;
  std::uint32_t group = 0;  ///< number of what the row agrees in with others (`by`)
};

/// How many rows of each owner were looked at, and how many of them made the value.
struct Tally {
  std::vector<std::uint32_t> taken;
  std::vector<std::uint32_t> counted;  ///< empty: all of those taken
};

}  // namespace nilai::engine
