#include "engine/gather/accumulators/value_log.hpp"

#include <algorithm>
#include <numeric>
#include <span>

#include "engine/kernels/content.hpp"

namespace nilai::engine {
namespace {

/// Indices of the values, by owner and then from the least to the greatest.
std::vector<std::uint32_t> in_order(const ValueLog& log) {
  std::vector<std::uint32_t> order(log.owners.size());
  std::iota(order.begin(), order.end(), std::uint32_t{0});
  std::sort(order.begin(), order.end(), [&log](std::uint32_t a, std::uint32_t b) {
    if (log.owners[a] != log.owners[b]) return log.owners[a] < log.owners[b];
    return compare_content(log.values, a, log.values, b) < 0;
  });
  return order;
}

/// The middle value, or the mean of the two in the middle. Requires: numbers in order, at least one.
Value median_of(const Column& values, std::span<const std::uint32_t> order) {
  const std::size_t middle = order.size() / 2;
  const Number& upper = values.number(order[middle]);
  if (order.size() % 2 == 1) return Value::of(upper);
  return Value::of((values.number(order[middle - 1]) + upper) / Number(2));
}

/// The least value that has at least the part `level` of all at or below it. Requires: at least one.
Value percentile_of(const Column& values, std::span<const std::uint32_t> order, const Number& level) {
  const Number rank = (level * static_cast<std::int64_t>(order.size())).rounded(RoundingDirection::up, 0);
  const auto place = static_cast<std::size_t>(std::max<std::int64_t>(*rank.to_int64(), 1) - 1);
  return values.value(order[place]);
}

Value distinct_count_of(const Column& values, std::span<const std::uint32_t> order) {
  std::int64_t count = 0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const bool is_new = i == 0 || compare_content(values, order[i - 1], values, order[i]) != 0;
    count += is_new ? 1 : 0;
  }
  return Value::of(Number(count));
}

}  // namespace

void ValueLog::take(const TakenRow& row) {
  if (owners.empty()) values = Column::of(row.value->kind, 0);
  owners.push_back(row.owner);
  if (row.level != nullptr) level = row.level->number(row.row);
  values.push(row.value->value(row.row));
}

void ValueLog::write(const AggregatePlan& plan, Tally&, Column& result) const {
  const std::vector<std::uint32_t> order = in_order(*this);
  auto begin = order.begin();
  for (std::uint32_t owner = 0; owner < owner_count; ++owner) {
    const auto end = std::find_if(begin, order.end(), [&](std::uint32_t i) { return owners[i] != owner; });
    const std::span<const std::uint32_t> own(begin, end);
    if (plan.kind == AggregateKind::count_distinct) {
      result.set(owner, distinct_count_of(values, own));
    } else if (!own.empty()) {
      const bool is_median = plan.kind == AggregateKind::median;
      result.set(owner, is_median ? median_of(values, own) : percentile_of(values, own, level));
    }
    begin = end;
  }
}

}  // namespace nilai::engine
