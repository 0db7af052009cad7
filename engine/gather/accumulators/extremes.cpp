#include "engine/gather/accumulators/extremes.hpp"

#include "engine/kernels/content.hpp"

namespace nilai::engine {

void Extremes::take(const TakenRow& row) {
  if (best.is_present(row.owner)) {
    const auto order = compare_content(*row.value, row.row, best, row.owner);
    if (is_max ? order <= 0 : order >= 0) return;
  }
  copy_value(best, row.owner, *row.value, row.row);
}

void Extremes::write(const AggregatePlan&, Tally&, Column& result) const {
  result = best;
}

}  // namespace nilai::engine
