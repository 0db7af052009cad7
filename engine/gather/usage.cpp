#include "engine/gather/usage.hpp"

#include <algorithm>
#include <atomic>
#include <numeric>
#include <utility>

#include "engine/gather/rows/placement.hpp"
#include "engine/gather/stripes.hpp"

namespace nilai::engine {
namespace {

bool is_in_a_period(const World& world, const RowDays& days) {
  if (days.is_always()) return true;
  return std::any_of(world.periods.begin(), world.periods.end(),
                     [&](const auto& period) { return !period || days == RowDays::of(*period); });
}

RowDays span_of(const std::vector<Feed>& feeds) {
  RowDays span = RowDays::never();
  bool is_empty = true;
  for (const Feed& feed : feeds) {
    if (feed.days.is_always()) return RowDays::always();
    if (feed.days == RowDays::never()) continue;
    span.first = is_empty ? feed.days.first : std::min(span.first, feed.days.first);
    span.last = is_empty ? feed.days.last : std::max(span.last, feed.days.last);
    is_empty = false;
  }
  return span;
}

/// Puts the feeds in the order of their owners' stripes.
void order_by_stripe(const Stripes& stripes, PathFeeds& path) {
  std::vector<std::size_t> ends(stripes.count() + 1);
  for (const Feed& feed : path.feeds) ++ends[stripes.of(feed.owner) + 1];
  std::partial_sum(ends.begin(), ends.end(), ends.begin());
  std::vector<Feed> ordered(path.feeds.size());
  std::vector<std::size_t> next(ends.begin(), ends.end() - 1);
  for (const Feed& feed : path.feeds) ordered[next[stripes.of(feed.owner)]++] = feed;
  path.feeds = std::move(ordered);
  for (std::size_t stripe = 0; stripe < stripes.count(); ++stripe) {
    const std::size_t count = ends[stripe + 1] - ends[stripe];
    if (count > 0) path.stripes.push_back({stripe, std::span(path.feeds).subspan(ends[stripe], count)});
  }
}

/// Whether the feed lies in one of the windows, and what it counts for is inside too.
bool is_inside(const World& world, const AggregatePlan& aggregate, const std::vector<DayRange>& windows,
               const Feed& feed) {
  if (!world.is_subject(aggregate.owner) && world.tables[aggregate.owner].is_inside[feed.owner] == 0) return false;
  return std::any_of(windows.begin(), windows.end(), [&](const DayRange& days) { return feed.days.lie_in(days); });
}

}  // namespace

std::vector<PathFeeds> feeds_of(const World& world, const RowStretch& stretch) {
  std::vector<PathFeeds> all;
  for (const AggregatePlan& aggregate : world.plan.aggregates) {
    if (aggregate.source != stretch.table) continue;
    const bool is_known =
        std::any_of(all.begin(), all.end(), [&](const PathFeeds& one) { return one.path == aggregate.path; });
    if (is_known) continue;
    PathFeeds feeds;
    feeds.path = aggregate.path;
    feeds.owner = aggregate.owner;
    feeds.feeds = feeds_along(world, stretch.table, stretch.rows, stretch.begin, stretch.end, aggregate.path);
    feeds.span = span_of(feeds.feeds);
    order_by_stripe(Stripes(world.place_count(aggregate.owner)), feeds);
    all.push_back(std::move(feeds));
  }
  return all;
}

const PathFeeds& feeds_on(const std::vector<PathFeeds>& all, const std::vector<LinkIndex>& path) {
  return *std::find_if(all.begin(), all.end(), [&](const PathFeeds& one) { return one.path == path; });
}

std::vector<bool> rows_inside(const World& world, const RowStretch& stretch, const std::vector<PathFeeds>& feeds) {
  std::vector<bool> inside(stretch.size());
  if (world.is_subject(stretch.table)) {
    for (std::size_t i = 0; i < inside.size(); ++i) {
      inside[i] = is_in_a_period(world, stretch.rows.days_of(stretch.begin + i));
    }
    return inside;
  }
  if (feeds.empty()) {
    inside.assign(stretch.size(), !has_days(world.plan.tables[stretch.table]));
    return inside;
  }
  for (AggregateIndex a = 0; a < world.plan.aggregates.size(); ++a) {
    const AggregatePlan& aggregate = world.plan.aggregates[a];
    if (aggregate.source != stretch.table) continue;
    for (const Feed& feed : feeds_on(feeds, aggregate.path).feeds) {
      if (!inside[feed.row] && is_inside(world, aggregate, world.windows[a], feed)) inside[feed.row] = true;
    }
  }
  return inside;
}

void use_parents(World& world, TableIndex table, const TableRows& rows, std::size_t row) {
  const auto& links = world.plan.tables[table].links;
  for (LinkIndex link = 0; link < links.size(); ++link) {
    if (world.is_subject(links[link].parent)) continue;
    auto& has_used_child = world.tables[links[link].parent].has_used_child;
    for (const std::uint32_t place : rows.parents[link].of(row)) {
      const std::atomic_ref<std::uint8_t> is_used(has_used_child[place]);
      if (is_used.load(std::memory_order_relaxed) == 0) is_used.store(1, std::memory_order_relaxed);
    }
  }
}

}  // namespace nilai::engine
