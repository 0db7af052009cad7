#include "engine/gather/accumulators/by_date.hpp"

#include <algorithm>

namespace nilai::engine {

void ByDate::take(const TakenRow& row) {
  const std::uint32_t owner = row.owner;
  const bool is_nearer = is_latest ? row.day > days[owner] : row.day < days[owner];
  if (rows_of_day[owner] == 0 || is_nearer) {
    days[owner] = row.day;
    rows_of_day[owner] = 0;
    has_known[owner] = false;
    has_unknown[owner] = false;
  }
  if (row.day != days[owner]) return;
  ++rows_of_day[owner];
  if (row.value->presence_at(row.row) == Presence::withheld) {
    has_unknown[owner] = true;
  } else if (has_known[owner]) {
    rows.add(row);
  } else {
    rows.restart(row);
    has_known[owner] = true;
  }
}

/// Of days with a row that could be read: what came of earlier ones is not about that day.
std::vector<Clash> ByDate::clashes() const {
  std::vector<Clash> found = rows.clashes();
  found.erase(std::remove_if(found.begin(), found.end(), [&](const Clash& clash) { return !has_known[clash.owner]; }),
              found.end());
  return found;
}

void ByDate::write(const AggregatePlan& plan, Tally& tally, Column& result) const {
  result = rows.values();
  for (const Clash& clash : clashes()) result.set(clash.owner, Value::missing(plan.result));
  for (std::uint32_t owner = 0; owner < has_unknown.size(); ++owner) {
    if (has_unknown[owner]) result.set(owner, Value::withheld(plan.result));
  }
  tally.counted = rows_of_day;
}

}  // namespace nilai::engine
