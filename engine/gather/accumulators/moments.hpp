#pragma once

#include <vector>

#include "engine/gather/accumulators/taken_row.hpp"

namespace nilai::engine {

/// Exact sums of weights, of values and of their squares: a weighted `average`, `variance`, `standard_deviation`.
/// Missing unless the weights add up to something above zero.
struct Moments {
  static constexpr bool takes_unknown = false;

  struct Sums {
    Number weights, values, squares;  ///< of w, w x, w x^2
  };

  explicit Moments(std::size_t owners) : sums(owners) {}
  void take(const TakenRow& row);
  void write(const AggregatePlan& plan, Tally& tally, Column& result) const;

  std::vector<Sums> sums;
};

}  // namespace nilai::engine
