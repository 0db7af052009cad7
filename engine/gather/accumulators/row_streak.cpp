#include "engine/gather/accumulators/row_streak.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <tuple>

namespace nilai::engine {
namespace {

/// The streak of one owner; empty where a row that could not be read would tell. Requires: the last day first.
std::optional<std::uint32_t> streak_of(std::span<const RowStreak::Entry> rows) {
  std::uint32_t count = 0;
  while (!rows.empty()) {
    const auto next_day = std::find_if(rows.begin(), rows.end(),
                                       [&](const RowStreak::Entry& row) { return row.day != rows.front().day; });
    const auto of_day = rows.first(static_cast<std::size_t>(next_day - rows.begin()));
    const auto breaks = [](const RowStreak::Entry& row) { return !row.is_yes && !row.is_withheld; };
    if (std::any_of(of_day.begin(), of_day.end(), breaks)) return count;
    const auto is_withheld = [](const RowStreak::Entry& row) { return row.is_withheld; };
    if (std::any_of(of_day.begin(), of_day.end(), is_withheld)) return std::nullopt;
    count += static_cast<std::uint32_t>(of_day.size());
    rows = rows.subspan(of_day.size());
  }
  return count;
}

}  // namespace

void RowStreak::take(const TakenRow& row) {
  const bool is_withheld = row.value->presence_at(row.row) == Presence::withheld;
  entries.push_back({row.owner, row.day, is_withheld, row.value->is_yes(row.row)});
}

void RowStreak::write(const AggregatePlan& plan, Tally& tally, Column& result) const {
  std::vector<Entry> rows = entries;
  std::sort(rows.begin(), rows.end(),
            [](const Entry& a, const Entry& b) { return std::tie(a.owner, b.day) < std::tie(b.owner, a.day); });
  tally.counted.assign(owner_count, 0);
  auto begin = rows.cbegin();
  for (std::uint32_t owner = 0; owner < owner_count; ++owner) {
    const auto end = std::find_if(begin, rows.cend(), [owner](const Entry& row) { return row.owner != owner; });
    const auto streak = streak_of({begin, end});
    result.set(owner, streak ? Value::of(Number(std::int64_t{*streak})) : Value::withheld(plan.result));
    tally.counted[owner] = streak.value_or(0);
    begin = end;
  }
}

}  // namespace nilai::engine
