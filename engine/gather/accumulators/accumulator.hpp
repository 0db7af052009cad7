#pragma once

#include <cstdint>
#include <span>
#include <variant>
#include <vector>

#include "engine/gather/accumulators/by_date.hpp"
#include "engine/gather/accumulators/day_log.hpp"
#include "engine/gather/accumulators/day_masks.hpp"
#include "engine/gather/accumulators/extremes.hpp"
#include "engine/gather/accumulators/moments.hpp"
#include "engine/gather/accumulators/only_row.hpp"
#include "engine/gather/accumulators/row_streak.hpp"
#include "engine/gather/accumulators/tallies.hpp"
#include "engine/gather/accumulators/totals.hpp"
#include "engine/gather/accumulators/value_log.hpp"
#include "engine/gather/feeds.hpp"
#include "engine/gather/gathered.hpp"

namespace nilai::engine {

/// Some rows of an aggregate's source, with what the aggregate reads of them.
struct FedRows {
  std::span<const Feed> feeds;
  const Column* where = nullptr;  ///< null: every row is taken
  const Column* value = nullptr;
  const Column* weight = nullptr;
  const Column* level = nullptr;
  const std::vector<std::uint32_t>* groups = nullptr;  ///< per row; null: all of one group
  std::span<const std::uint32_t> files = {};           ///< per row: the file it stands in; empty: not told
  std::span<const std::uint64_t> numbers = {};         ///< likewise, its number there
};

/// One aggregate in one period, for owners of neighbouring places. The order in which rows come does not matter.
///
/// A row is taken where its days lie in the window and `where` is yes. A value that could not be read, or a `where`
/// that rests on one, withholds the result unless other rows settle it (a yes of `any`). A missing value leaves the
/// result missing, unless the aggregate skips those.
class Accumulator {
 public:
  /// For `owners` places from `first_owner` on.
  Accumulator(const AggregatePlan& plan, const DayRange& window, std::size_t owners, std::size_t first_owner = 0);

  /// Requires: the feeds are for owners of these places.
  void fold(const FedRows& rows);

  /// Owners, counted from the first, with two rows where one is wanted; what that makes of their results, `finish`
  /// says.
  [[nodiscard]] std::vector<Clash> clashes() const;

  /// The result for every owner. Nothing can be folded in afterwards.
  [[nodiscard]] GatheredAggregate finish();

 private:
  using Content = std::variant<RowCount, YesCount, Totals, Moments, Extremes, ValueLog, ByDate, OnlyRow, RowStreak,
                               DayMasks, DayLog>;

  static Content content_for(const AggregatePlan& plan, const DayRange& window, std::size_t owners);

  template <class Kept>
  void fold_into(Kept& kept, const FedRows& rows);

  template <class Kept>
  [[nodiscard]] bool takes(const FedRows& rows, std::uint32_t row, std::size_t owner);

  [[nodiscard]] bool is_settled(const Column& result, std::size_t owner) const;

  const AggregatePlan& plan_;
  DayRange window_;
  std::size_t first_owner_;
  bool skips_missing_;
  Tally tally_;
  std::vector<bool> is_missing_;   // per owner: a value is missing
  std::vector<bool> is_withheld_;  // per owner: a value or a condition could not be read
  Content content_;
};

}  // namespace nilai::engine
