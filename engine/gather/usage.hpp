#pragma once

#include <span>
#include <vector>

#include "engine/gather/feeds.hpp"
#include "engine/gather/row_loads.hpp"
#include "engine/gather/world.hpp"

namespace nilai::engine {

/// The feeds of one path that several aggregates of a source share.
struct PathFeeds {
  /// Those that count for owners of one stripe.
  struct OfStripe {
    std::size_t stripe = 0;
    std::span<const Feed> feeds;
  };

  std::vector<LinkIndex> path;
  TableIndex owner = 0;
  std::vector<Feed> feeds;        ///< in the order of their owners' stripes
  std::vector<OfStripe> stripes;  ///< those with any
  RowDays span;                   ///< from the first day of any of them to the last; `always` where one of them is

  /// Whether some of the feeds can lie in `range`.
  [[nodiscard]] bool can_lie_in(const DayRange& range) const {
    return !feeds.empty() && (span.is_always() || (span.first <= range.last && span.last >= range.first));
  }
};

/// The feeds of a stretch of rows along every path of an aggregate that it is the source of.
[[nodiscard]] std::vector<PathFeeds> feeds_of(const World& world, const RowStretch& stretch);

/// Those of one path. Requires: it is among them.
[[nodiscard]] const PathFeeds& feeds_on(const std::vector<PathFeeds>& all, const std::vector<LinkIndex>& path);

/// Which rows count for one of the periods evaluated by their own days: in the window of an aggregate that they feed,
/// for a row that counts itself; a subject's row of one of the periods; without dates, any row that feeds nothing.
[[nodiscard]] std::vector<bool> rows_inside(const World& world, const RowStretch& stretch,
                                            const std::vector<PathFeeds>& feeds);

/// Notes that the rows a used row belongs to are used too; any thread may. Requires: `row` is one of the table's.
void use_parents(World& world, TableIndex table, const TableRows& rows, std::size_t row);

}  // namespace nilai::engine
