#pragma once

#include <cstdint>
#include <vector>

#include "engine/gather/windows.hpp"
#include "engine/gather/world.hpp"

namespace nilai::engine {

/// A row that counts for a row above it, and the days it speaks of there.
struct Feed {
  std::uint32_t row = 0;    ///< within the rows asked for
  std::uint32_t owner = 0;  ///< its place
  RowDays days;             ///< its own; a row without any has those of the first row above it that has
};

/// The rows [begin, end) of `rows` with every row of the path's end that they belong to.
///
/// Requires: `rows` are of table `source`, with links resolved; the path leads through no row of the subject.
[[nodiscard]] std::vector<Feed> feeds_along(const World& world, TableIndex source, const TableRows& rows,
                                            std::size_t begin, std::size_t end, const std::vector<LinkIndex>& path);

}  // namespace nilai::engine
