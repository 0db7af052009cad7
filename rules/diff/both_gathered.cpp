#include <algorithm>

#include "engine/kernels/content.hpp"
#include "rules/diff/mixture.hpp"

namespace nilai::rules {

engine::Gathered both_gathered(const Way& before, const Way& after) {
  engine::Gathered both;
  both.working_days = after.gathered.working_days;
  std::vector<std::uint32_t> rows_before, rows_after;
  const auto& keys = before.gathered.keys;
  const auto& other_keys = after.gathered.keys;
  for (std::uint32_t b = 0, a = 0; b < keys.size() && a < other_keys.size();) {
    if (keys[b] == other_keys[a]) {
      both.keys.push_back(keys[b]);
      rows_before.push_back(b++);
      rows_after.push_back(a++);
    } else {
      ++(keys[b] < other_keys[a] ? b : a);
    }
  }
  for (const engine::GatheredPeriod& old : before.gathered.periods) {
    const auto& periods = after.gathered.periods;
    const auto now =
        std::find_if(periods.begin(), periods.end(), [&](const auto& period) { return period.period == old.period; });
    if (now == periods.end()) continue;
    engine::GatheredPeriod& period = both.periods.emplace_back();
    period.period = old.period;
    for (std::size_t i = 0; i < both.keys.size(); ++i) {
      period.is_evaluated.push_back(old.is_evaluated[rows_before[i]] && now->is_evaluated[rows_after[i]]);
    }
    const auto add = [&](const std::vector<engine::Column>& columns, const std::vector<std::uint32_t>& rows) {
      for (const engine::Column& column : columns) period.columns.push_back(engine::pick(column, rows));
    };
    add(old.columns, rows_before);
    add(now->columns, rows_after);
    add(old.above, rows_before);
    add(now->above, rows_after);
    const auto add_aggregates = [&](const engine::GatheredPeriod& from, const std::vector<std::uint32_t>& rows) {
      for (const engine::GatheredAggregate& one : from.aggregates) {
        auto& aggregate = period.aggregates.emplace_back();
        const bool is_of_the_subject = one.value.size() > 0;
        if (is_of_the_subject) aggregate.value = engine::pick(one.value, rows);
      }
    };
    add_aggregates(old, rows_before);
    add_aggregates(*now, rows_after);
  }
  return both;
}

}  // namespace nilai::rules
