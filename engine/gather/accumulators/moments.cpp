#include "engine/gather/accumulators/moments.hpp"

#include <optional>

#include "engine/reals/root.hpp"

namespace nilai::engine {
namespace {

constexpr unsigned square = 2;

/// n sum(w (x - m)^2) / ((n - 1) sum(w)), m being the weighted mean. Requires: n is 2 or more, sum(w) above zero.
Number variance_of(const Moments::Sums& sums, std::uint32_t row_count) {
  const std::int64_t n = row_count;
  const Number squares = sums.squares - sums.values * sums.values / sums.weights;
  return squares * n / (sums.weights * (n - 1));
}

std::optional<Number> result_of(AggregateKind kind, const Moments::Sums& sums, std::uint32_t row_count) {
  if (sums.weights.sign() <= 0) return std::nullopt;
  if (kind == AggregateKind::average) return sums.values / sums.weights;
  if (row_count < 2) return std::nullopt;
  const Number variance = variance_of(sums, row_count);
  if (kind == AggregateKind::variance) return variance;
  // Rows that count against the others can make it negative.
  if (variance.sign() < 0) return std::nullopt;
  return rounded_root(variance, square, Grain::places(irrational_places));
}

}  // namespace

void Moments::take(const TakenRow& row) {
  Sums& own = sums[row.owner];
  const Number& value = row.value->number(row.row);
  const Number weight = row.weight != nullptr ? row.weight->number(row.row) : Number(1);
  const Number weighted = weight * value;
  own.weights += weight;
  own.values += weighted;
  own.squares += weighted * value;
}

void Moments::write(const AggregatePlan& plan, Tally& tally, Column& result) const {
  for (std::size_t owner = 0; owner < sums.size(); ++owner) {
    const auto value = result_of(plan.kind, sums[owner], tally.taken[owner]);
    if (value) result.set(owner, Value::of(*value));
  }
}

}  // namespace nilai::engine
