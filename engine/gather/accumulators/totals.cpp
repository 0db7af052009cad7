#include "engine/gather/accumulators/totals.hpp"

namespace nilai::engine {

void Totals::write(const AggregatePlan& plan, Tally& tally, Column& result) const {
  for (std::size_t owner = 0; owner < sums.size(); ++owner) {
    if (plan.kind == AggregateKind::sum) {
      result.set(owner, Value::of(sums[owner]));
    } else if (tally.taken[owner] != 0) {
      result.set(owner, Value::of(sums[owner] / Number(std::int64_t{tally.taken[owner]})));
    }
  }
}

}  // namespace nilai::engine
