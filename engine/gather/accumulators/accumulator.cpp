#include "engine/gather/accumulators/accumulator.hpp"

#include <algorithm>
#include <utility>

namespace nilai::engine {
namespace {

/// Withheld where anything that is read of the row is, else missing where anything is.
Presence presence_of(const FedRows& rows, std::uint32_t row) {
  Presence presence = Presence::present;
  for (const Column* column : {rows.value, rows.weight, rows.level}) {
    if (column != nullptr) presence = std::max(presence, column->presence_at(row));
  }
  return presence;
}

}  // namespace

Accumulator::Accumulator(const AggregatePlan& plan, const DayRange& window, std::size_t owners, std::size_t first_owner)
    : plan_(plan),
      window_(window),
      first_owner_(first_owner),
      skips_missing_(plan.skips_missing || plan.kind == AggregateKind::count_distinct),
      is_missing_(owners),
      is_withheld_(owners),
      content_(content_for(plan, window, owners)) {
  tally_.taken.resize(owners);
}

Accumulator::Content Accumulator::content_for(const AggregatePlan& plan, const DayRange& window, std::size_t owners) {
  switch (plan.kind) {
    case AggregateKind::count:
    case AggregateKind::any:
    case AggregateKind::none:
      return RowCount(owners);
    case AggregateKind::all:
    case AggregateKind::share:
      return YesCount(owners);
    case AggregateKind::sum:
      return Totals(owners);
    case AggregateKind::average:
      if (!plan.weight) return Totals(owners);
      return Moments(owners);
    case AggregateKind::variance:
    case AggregateKind::standard_deviation:
      return Moments(owners);
    case AggregateKind::min:
    case AggregateKind::max:
      return Extremes(owners, plan.result, plan.kind == AggregateKind::max);
    case AggregateKind::median:
    case AggregateKind::percentile:
    case AggregateKind::count_distinct:
      return ValueLog(owners);
    case AggregateKind::latest:
    case AggregateKind::first:
      return ByDate(owners, plan.result, plan.kind == AggregateKind::latest);
    case AggregateKind::streak:
      return RowStreak(owners);
    case AggregateKind::only:
      return OnlyRow(owners, plan.result);
    case AggregateKind::median_gap:
    case AggregateKind::average_gap:
    case AggregateKind::longest_gap:
    case AggregateKind::longest_gap_with_ends:
      if (plan.by.empty() && DayMasks::fits(window)) return DayMasks(owners, window);
      return DayLog(owners, window);
  }
  return RowCount(owners);
}

template <class Kept>
bool Accumulator::takes(const FedRows& rows, std::uint32_t row, std::size_t owner) {
  if (rows.where != nullptr && !rows.where->is_yes(row)) {
    if (rows.where->presence_at(row) == Presence::withheld) is_withheld_[owner] = true;
    return false;
  }
  const Presence presence = presence_of(rows, row);
  if (presence == Presence::present) return true;
  if (presence == Presence::missing) {
    if (skips_missing_) return false;
    if constexpr (Kept::takes_unknown) return true;
    ++tally_.taken[owner];
    is_missing_[owner] = true;
    return false;
  }
  if constexpr (Kept::takes_unknown) return true;
  is_withheld_[owner] = true;
  return false;
}

template <class Kept>
void Accumulator::fold_into(Kept& kept, const FedRows& rows) {
  for (const Feed& feed : rows.feeds) {
    const auto owner = static_cast<std::uint32_t>(feed.owner - first_owner_);
    if (!feed.days.lie_in(window_) || !takes<Kept>(rows, feed.row, owner)) continue;
    ++tally_.taken[owner];
    const RowOrigin origin =
        rows.numbers.empty() ? RowOrigin{} : RowOrigin{rows.files[feed.row], rows.numbers[feed.row]};
    kept.take(TakenRow{owner, feed.row, rows.value, rows.weight, rows.level, feed.days.first, origin,
                       rows.groups != nullptr ? (*rows.groups)[feed.row] : 0});
  }
}

void Accumulator::fold(const FedRows& rows) {
  std::visit([&](auto& kept) { fold_into(kept, rows); }, content_);
}

std::vector<Clash> Accumulator::clashes() const {
  if (const auto* only = std::get_if<OnlyRow>(&content_)) return only->rows.clashes();
  if (const auto* by_date = std::get_if<ByDate>(&content_)) return by_date->clashes();
  return {};
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
    case AggregateKind::percentile:
    case AggregateKind::variance:
    case AggregateKind::standard_deviation:
    case AggregateKind::share:
    case AggregateKind::latest:
    case AggregateKind::first:
    case AggregateKind::streak:
    case AggregateKind::only:
    case AggregateKind::median_gap:
    case AggregateKind::average_gap:
    case AggregateKind::longest_gap:
    case AggregateKind::longest_gap_with_ends:
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
