#include "engine/gather/accumulators/only_row.hpp"

namespace nilai::engine {

void OnlyRow::take(const TakenRow& row) {
  if (has_row[row.owner]) {
    rows.add(row);
  } else {
    rows.restart(row);
    has_row[row.owner] = true;
  }
}

void OnlyRow::write(const AggregatePlan& plan, Tally&, Column& result) const {
  result = rows.values();
  for (const Clash& clash : rows.clashes()) result.set(clash.owner, Value::withheld(plan.result));
}

}  // namespace nilai::engine
