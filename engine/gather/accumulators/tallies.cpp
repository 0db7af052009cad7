#include "engine/gather/accumulators/tallies.hpp"

namespace nilai::engine {
namespace {

Value count_value(Kind kind, std::uint32_t count, bool yes_where_none) {
  if (kind == Kind::flag) return Value::flag((count == 0) == yes_where_none);
  return Value::of(Number(std::int64_t{count}));
}

}  // namespace

void RowCount::write(const AggregatePlan& plan, Tally& tally, Column& result) const {
  const bool yes_where_none = plan.kind == AggregateKind::none;
  for (std::size_t owner = 0; owner < tally.taken.size(); ++owner) {
    result.set(owner, count_value(plan.result, tally.taken[owner], yes_where_none));
  }
}

void YesCount::write(const AggregatePlan& plan, Tally& tally, Column& result) const {
  for (std::size_t owner = 0; owner < yes.size(); ++owner) {
    const std::uint32_t taken = tally.taken[owner];
    if (plan.kind == AggregateKind::all) {
      result.set(owner, Value::flag(yes[owner] == taken));
    } else if (taken != 0) {
      result.set(owner, Value::of(Number::ratio(yes[owner], taken)));
    }
  }
  tally.counted = yes;
}

}  // namespace nilai::engine
