#include "engine/gather/accumulators/by_date.hpp"

#include "engine/kernels/content.hpp"

namespace nilai::engine {

void ByDate::take(const TakenRow& row) {
  const std::uint32_t owner = row.owner;
  const bool is_first_row = rows_of_day[owner] == 0;
  if (!is_first_row && row.day == days[owner]) {
    ++rows_of_day[owner];
    if (same_value(values, owner, *row.value, row.row)) return;
    // One that could not be read may be the same or another: nothing is known of that day then.
    if (row.value->presence_at(row.row) == Presence::withheld) copy_value(values, owner, *row.value, row.row);
    differs[owner] = true;
    return;
  }
  const bool is_nearer = is_latest ? row.day > days[owner] : row.day < days[owner];
  if (!is_first_row && !is_nearer) return;
  days[owner] = row.day;
  rows_of_day[owner] = 1;
  differs[owner] = false;
  copy_value(values, owner, *row.value, row.row);
}

void ByDate::write(const AggregatePlan&, Tally& tally, Column& result) const {
  for (std::size_t owner = 0; owner < days.size(); ++owner) {
    const bool is_known = !differs[owner] || values.presence_at(owner) == Presence::withheld;
    if (is_known) copy_value(result, owner, values, owner);
  }
  tally.counted = rows_of_day;
}

}  // namespace nilai::engine
