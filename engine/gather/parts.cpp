#include "engine/gather/parts.hpp"

#include <algorithm>
#include <utility>

namespace nilai::engine {
namespace {

template <class Element>
bool contains(const std::vector<Element>& elements, const Element& wanted) {
  return std::find(elements.begin(), elements.end(), wanted) != elements.end();
}

/// What each request that reads one table of the joined plan reads of it.
class Readers {
 public:
  Readers(const JoinedPlan& joined, TableIndex table) : table_(joined.plan.tables[table]) {
    for (const JoinedPart& part : joined.parts) {
      const auto place = std::find(part.tables.begin(), part.tables.end(), table);
      if (place == part.tables.end()) continue;
      const auto own = static_cast<std::size_t>(place - part.tables.begin());
      columns_.push_back(&part.columns[own]);
      links_.push_back(&part.links[own]);
    }
  }

  /// Whether each of them would have refused the row too.
  [[nodiscard]] bool agree_on(const Refusal& refusal) const {
    if (refusal.is_value_only) return true;  // the row is kept, for those too who do not ask for the value
    switch (refusal.kind) {
      case RefusalKind::too_few_fields:
      case RefusalKind::too_many_fields:
      case RefusalKind::unclosed_quote:
      case RefusalKind::stray_quote:
      case RefusalKind::wrong_encoding:
      case RefusalKind::not_the_only:
      case RefusalKind::differs_on_date:
        return true;
      case RefusalKind::duplicate_identical:
      case RefusalKind::duplicate_differing:
        return all_read_every_column();
      case RefusalKind::orphan:
        return all_follow_every_link();
      case RefusalKind::not_a_number:
      case RefusalKind::not_whole:
      case RefusalKind::not_a_date:
      case RefusalKind::not_a_flag:
      case RefusalKind::not_a_choice:
      case RefusalKind::not_a_period:
      case RefusalKind::out_of_bounds:
      case RefusalKind::empty:
        break;
    }
    return all_read_alike(refusal.column);
  }

 private:
  [[nodiscard]] bool all_read_every_column() const {
    for (ColumnIndex column = 0; column < table_.columns.size(); ++column) {
      if (!table_.columns[column].is_only_shown && !all_read(column)) return false;
    }
    return true;
  }

  [[nodiscard]] bool all_follow_every_link() const {
    return std::all_of(links_.begin(), links_.end(),
                       [&](const auto* links) { return links->size() == table_.links.size(); });
  }

  /// A blank is refused or not by whether a link needs it, so a column of a link is read alike only where all follow
  /// it.
  [[nodiscard]] bool all_read_alike(const std::string& name) const {
    for (ColumnIndex column = 0; column < table_.columns.size(); ++column) {
      if (table_.columns[column].name != name) continue;
      const bool is_of_a_link = std::any_of(table_.links.begin(), table_.links.end(),
                                            [&](const LinkPlan& link) { return contains(link.own_columns, column); });
      if (is_of_a_link && !all_follow_every_link()) return false;
      if (!all_read(column)) return false;
    }
    return true;
  }

  [[nodiscard]] bool all_read(ColumnIndex column) const {
    return std::all_of(columns_.begin(), columns_.end(),
                       [column](const auto* columns) { return contains(*columns, column); });
  }

  const TablePlan& table_;
  std::vector<const std::vector<ColumnIndex>*> columns_;
  std::vector<const std::vector<LinkIndex>*> links_;
};

/// Takes the results of requests out of the joined one. What is taken for the last time is moved.
class PartTaker {
 public:
  PartTaker(const JoinedPlan& joined, const std::vector<GatherRequest>& requests, GatherResult&& result)
      : joined_(joined), requests_(requests), all_(std::move(result)), loads_(loads_above(joined.plan.judge)) {}

  std::vector<GatherResult> take() {
    std::vector<GatherResult> results(requests_.size());
    for (std::size_t i = 0; i < results.size(); ++i) take_accounts(i, results[i]);
    if (!all_.faults.empty()) return results;
    for (GatherResult& result : results) {
      result.gathered.keys = all_.gathered.keys;
      result.gathered.working_days = all_.gathered.working_days;
    }
    for (GatheredPeriod& period : all_.gathered.periods) take_period(period, results);
    if (results.size() == 1) results.front().kept = std::move(all_.kept);
    return results;
  }

 private:
  /// What is known of tables and rows.
  void take_accounts(std::size_t request, GatherResult& result) const {
    const JoinedPart& part = joined_.parts[request];
    result.last_date = all_.last_date;
    for (TableIndex own = 0; own < part.tables.size(); ++own) {
      const TableIndex table = part.tables[own];
      result.row_counts.push_back(all_.row_counts[table]);
      result.dates.push_back(all_.dates[table]);
      auto& refusals = result.refusals.emplace_back();
      for (const Refusal& refusal : all_.refusals[table]) {
        if (!refusal.is_value_only || refusal.column.empty() || reads(request, own, refusal.column))
          refusals.push_back(refusal);
      }
      for (const TableFault& fault : all_.faults) {
        if (fault.table == table) result.faults.push_back({own, fault.fault});
      }
    }
  }

  [[nodiscard]] bool reads(std::size_t request, TableIndex own, const std::string& name) const {
    const auto& columns = requests_[request].plan.tables[own].columns;
    return std::any_of(columns.begin(), columns.end(), [&](const ColumnPlan& column) { return column.name == name; });
  }

  [[nodiscard]] bool asks_for(std::size_t request, const std::optional<Period>& period) const {
    return !period || contains(requests_[request].periods, *period);
  }

  void take_period(GatheredPeriod& period, std::vector<GatherResult>& results) const {
    std::vector<std::size_t> uses_left(period.aggregates.size());
    for (std::size_t i = 0; i < results.size(); ++i) {
      if (!asks_for(i, period.period)) continue;
      for (const AggregateIndex aggregate : joined_.parts[i].aggregates) ++uses_left[aggregate];
    }
    for (std::size_t i = 0; i < results.size(); ++i) {
      if (!asks_for(i, period.period)) continue;
      GatheredPeriod& taken = results[i].gathered.periods.emplace_back();
      taken.period = period.period;
      taken.is_evaluated = period.is_evaluated;
      take_columns(i, period, taken);
      for (const AggregateIndex aggregate : joined_.parts[i].aggregates) {
        GatheredAggregate& from = period.aggregates[aggregate];
        const bool is_last = --uses_left[aggregate] == 0;
        taken.aggregates.push_back(is_last ? std::move(from) : from);
      }
    }
  }

  void take_columns(std::size_t request, const GatheredPeriod& period, GatheredPeriod& taken) const {
    const Plan& plan = requests_[request].plan;
    const JoinedPart& part = joined_.parts[request];
    for (const ColumnIndex column : part.columns[plan.subject]) taken.columns.push_back(period.columns[column]);
    for (const ColumnLoad& load : loads_above(plan.judge)) {
      taken.above.push_back(period.above[*index_of(loads_, moved_load(plan, plan.subject, load, part))]);
    }
  }

  const JoinedPlan& joined_;
  const std::vector<GatherRequest>& requests_;
  GatherResult all_;
  std::vector<ColumnLoad> loads_;
};

}  // namespace

bool serves_all(const JoinedPlan& joined, const std::vector<GatherRequest>& requests, const GatherResult& result) {
  if (requests.size() == 1) return true;
  for (TableIndex table = 0; table < joined.plan.tables.size(); ++table) {
    const Readers readers(joined, table);
    for (const Refusal& refusal : result.refusals[table]) {
      if (!readers.agree_on(refusal)) return false;
    }
  }
  return true;
}

std::vector<GatherResult> parts_of(const JoinedPlan& joined, const std::vector<GatherRequest>& requests,
                                   GatherResult&& result) {
  return PartTaker(joined, requests, std::move(result)).take();
}

}  // namespace nilai::engine
