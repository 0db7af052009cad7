// Functions whose results are seldom ratios: rounded where they are worked out.
#include <optional>

#include "engine/kernels/kernels.hpp"
#include "engine/reals/power.hpp"
#include "engine/reals/root.hpp"
#include "engine/reals/wilson.hpp"

namespace nilai::engine::kernels {
namespace {

Grain grain_of(const Call& call) {
  const auto& spec = std::get<RoundingSpec>(call.instruction.payload);
  const Number step = spec.places ? Number(1) / Number(10).power(static_cast<unsigned>(*spec.places)) : spec.step;
  return {spec.direction, step};
}

/// A result worked out row by row, `compute(row)`, where all operands are present. It is empty where there is none.
template <class Compute>
Column where_defined(const Call& call, Compute compute) {
  Column result = call.blank_result();
  for (std::size_t row = 0; row < result.size(); ++row) {
    result.presence[row] = call.joint_presence(row);
    if (result.presence[row] != Presence::present) continue;
    if (const std::optional<Number> number = compute(row)) {
      result.numbers[row] = *number;
    } else {
      result.presence[row] = Presence::missing;
    }
  }
  return result;
}

/// A bound of each row's interval. The level is a parameter at most, the same for all rows: what it means for every
/// interval is worked out once.
template <class Bound>
Column bound_of(const Call& call, Bound bound) {
  std::optional<Number> level;
  std::optional<WilsonInterval> interval;
  return where_defined(call, [&](std::size_t row) -> std::optional<Number> {
    const Number& counted = call[0].number(row);
    const Number& total = call[1].number(row);
    if (total.sign() <= 0 || counted.sign() < 0 || counted > total) return std::nullopt;
    if (level != call[2].number(row)) {
      level = call[2].number(row);
      interval.emplace(*level);
    }
    return bound(*interval, counted, total);
  });
}

}  // namespace

Column root(const Call& call) {
  const Grain grain = grain_of(call);
  return where_defined(call, [&](std::size_t row) -> std::optional<Number> {
    const auto degree = static_cast<unsigned>(*call[1].number(row).to_int64());
    const Number& number = call[0].number(row);
    if (number.sign() < 0 && degree % 2 == 0) return std::nullopt;
    return rounded_root(number, degree, grain);
  });
}

Column real_power(const Call& call) {
  const Grain grain = grain_of(call);
  return where_defined(call,
                       [&](std::size_t row) { return rounded_power(call[0].number(row), call[1].number(row), grain); });
}

Column ln(const Call& call) {
  const Grain grain = grain_of(call);
  return where_defined(call, [&](std::size_t row) { return rounded_logarithm(call[0].number(row), grain); });
}

Column lower_bound(const Call& call) {
  return bound_of(call, [](WilsonInterval& interval, const Number& counted, const Number& total) {
    return interval.lower(counted, total);
  });
}

Column upper_bound(const Call& call) {
  return bound_of(call, [](WilsonInterval& interval, const Number& counted, const Number& total) {
    return interval.upper(counted, total);
  });
}

}  // namespace nilai::engine::kernels
