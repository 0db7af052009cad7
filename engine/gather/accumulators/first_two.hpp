#pragma once

#include <map>
#include <vector>

#include "engine/gather/accumulators/taken_row.hpp"

namespace nilai::engine {

/// A row, and what the aggregate reads of it.
struct SeenRow {
  RowOrigin origin;
  Value value;
};

/// Two rows of one owner, of which one was wanted.
struct Clash {
  std::uint32_t owner = 0;
  SeenRow first, second;
};

/// For each owner the row that stands first in the files, and the first that may not stand beside it: the same two,
/// whatever order the rows come in.
class FirstTwo {
 public:
  /// `equal_rows_agree`: rows of one value are as good as one; else no row may stand beside another.
  FirstTwo(std::size_t owners, Kind kind, bool equal_rows_agree)
      : origins_(owners), values_(Column::of(kind, owners)), equal_rows_agree_(equal_rows_agree) {}

  /// Nothing that was seen of the row's owner counts any longer but this row.
  void restart(const TakenRow& row);

  /// Another row. Requires: its owner has one.
  void add(const TakenRow& row);

  [[nodiscard]] const Column& values() const { return values_; }  ///< of the first row of each owner
  [[nodiscard]] std::vector<Clash> clashes() const;

 private:
  std::vector<RowOrigin> origins_;
  Column values_;
  std::map<std::uint32_t, SeenRow> seconds_;
  bool equal_rows_agree_;
};

}  // namespace nilai::engine
