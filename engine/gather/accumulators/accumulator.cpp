#include "engine/gather/accumulators/accumulator.hpp"

#include <utility>

namespace nilai::engine {

Accumulator::Accumulator(const AggregatePlan& plan, const DayRange& window, std::size_t owners)
    : plan_(plan),
      window_(window),
      skips_missing_(plan.skips_missing || plan.kind == AggregateKind::count_distinct),
      is_missing_(owners),
      is_withheld_(owners),
      content_(content_for(plan, owners)) {
  tally_.taken.resize(owners);
}

Accumulator::Content Accumulator::content_for(const AggregatePlan& plan, std::size_t owners) {
  switch (plan.kind) {
    case AggregateKind::count:
    case AggregateKind::any:
    case AggregateKind::none:
      return RowCount(owners);
    case AggregateKind::all:
    case AggregateKind::share:
      return YesCount(owners);
    case AggregateKind::sum:
    case AggregateKind::average:
      return Totals(owners);
    case AggregateKind::min:
    case AggregateKind::max:
      return Extremes(owners, plan.result, plan.kind == AggregateKind::max);
    case AggregateKind::median:
    case AggregateKind::count_distinct:
      return ValueLog(owners);
    case AggregateKind::latest:
    case AggregateKind::first:
      return ByDate(owners, plan.result, plan.kind == AggregateKind::latest);
    case AggregateKind::streak:
      return RowStreak(owners);
    case AggregateKind::median_gap:
    case AggregateKind::average_gap:
    case AggregateKind::longest_gap:
      return DayLog(owners);
  }
  return RowCount(owners);
}

template <class Kept>
bool Accumulator::takes(const FedRows& rows, const Feed& feed) {
  if (rows.where != nullptr && !rows.where->is_yes(feed.row)) {
    if (rows.where->presence_at(feed.row) == Presence::withheld) is_withheld_[feed.owner] = true;
    return false;
  }
  if (rows.value == nullptr || rows.value->is_present(feed.row)) return true;
  if (rows.value->presence_at(feed.row) == Presence::missing) {
    if (skips_missing_) return false;
    if constexpr (Kept::takes_unknown) return true;
    ++tally_.taken[feed.owner];
    is_missing_[feed.owner] = true;
    return false;
  }
  if constexpr (Kept::takes_unknown) return true;
  is_withheld_[feed.owner] = true;
  return false;
}

template <class Kept>
void Accumulator::fold_into(Kept& kept, const FedRows& rows) {
  for (const Feed& feed : rows.feeds) {
    if (!feed.days.lie_in(window_) || !takes<Kept>(rows, feed)) continue;
    ++tally_.taken[feed.owner];
    kept.take(TakenRow{feed.owner, feed.row, rows.value, feed.days.first,
                       rows.groups != nullptr ? (*rows.groups)[feed.row] : 0});
  }
}

void Accumulator::fold(const FedRows& rows) {
  std::visit([&](auto& kept) { fold_into(kept, rows); }, content_);
}

/// Whether the result stands whatever the rows that could not be read hold.
bool Accumulator::is_settled(const Column& result, std::size_t owner) const {
  switch (plan_.kind) {
    case AggregateKind::any:
      return result.is_yes(owner);
    case AggregateKind::all:
    case AggregateKind::none:
      return !result.is_yes(owner);
    case AggregateKind::count:
    case AggregateKind::count_distinct:
    case AggregateKind::sum:
    case AggregateKind::average:
    case AggregateKind::min:
    case AggregateKind::max:
    case AggregateKind::median:
    case AggregateKind::share:
    case AggregateKind::latest:
    case AggregateKind::first:
    case AggregateKind::streak:
    case AggregateKind::median_gap:
    case AggregateKind::average_gap:
    case AggregateKind::longest_gap:
      break;
  }
  return false;
}

GatheredAggregate Accumulator::finish() {
  GatheredAggregate gathered;
  gathered.value = Column::of(plan_.result, tally_.taken.size());
  std::visit([&](const auto& kept) { kept.write(plan_, tally_, gathered.value); }, content_);
  for (std::size_t owner = 0; owner < tally_.taken.size(); ++owner) {
    if (is_withheld_[owner] && !is_settled(gathered.value, owner)) {
      gathered.value.set(owner, Value::withheld(plan_.result));
    } else if (is_missing_[owner] && plan_.kind != AggregateKind::all) {
      gathered.value.set(owner, Value::missing(plan_.result));
    }
  }
  gathered.taken.assign(tally_.taken.begin(), tally_.taken.end());
  const auto& counted = tally_.counted.empty() ? tally_.taken : tally_.counted;
  gathered.counted.assign(counted.begin(), counted.end());
  return gathered;
}

}  // namespace nilai::engine
