#include "engine/gather/feeds.hpp"

#include "engine/gather/rows/placement.hpp"

namespace nilai::engine {
namespace {

/// Goes up from one row, and notes each row of the path's end that it comes to.
class Climb {
 public:
  Climb(const World& world, const std::vector<LinkIndex>& path, std::vector<Feed>& feeds)
      : world_(world), path_(path), feeds_(feeds) {}

  void from(TableIndex table, const TableRows& rows, std::size_t row, std::size_t step, const Feed& feed) {
    const TableIndex parent = world_.plan.tables[table].links[path_[step]].parent;
    for (const std::uint32_t place : rows.parents[path_[step]].of(row)) {
      Feed above = feed;
      above.owner = place;
      if (step + 1 == path_.size()) {
        feeds_.push_back(above);
        continue;
      }
      const TableRows& parents = world_.tables[parent].rows;
      if (above.days.is_always()) above.days = parents.days_of(place);
      from(parent, parents, place, step + 1, above);
    }
  }

 private:
  const World& world_;
  const std::vector<LinkIndex>& path_;
  std::vector<Feed>& feeds_;
};

}  // namespace

std::vector<Feed> feeds_along(const World& world, TableIndex source, const TableRows& rows, std::size_t begin,
                              std::size_t end, const std::vector<LinkIndex>& path) {
  std::vector<Feed> feeds;
  feeds.reserve(end - begin);
  Climb climb(world, path, feeds);
  for (std::size_t row = begin; row < end; ++row) {
    climb.from(source, rows, row, 0, {static_cast<std::uint32_t>(row - begin), no_row, rows.days_of(row)});
  }
  return feeds;
}

}  // namespace nilai::engine
