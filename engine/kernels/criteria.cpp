#include "engine/gather/accumulators/accumulator.hpp"
#include "engine/gather/windows.hpp"
#include "engine/kernels/kernels.hpp"

namespace nilai::engine::kernels {

Column criteria(const Call& call) {
  const auto& spec = std::get<CriteriaSpec>(call.instruction.payload);
  AggregatePlan plan;
  plan.kind = spec.statistic;
  plan.result = call.instruction.kind;
  plan.skips_missing = spec.skips_missing;
  plan.weight = Slot{};  // of the columns fed below
  Column result = call.blank_result();
  const auto row_count = static_cast<std::uint32_t>(result.size());
  Accumulator accumulator(plan, {}, row_count);
  std::vector<Feed> feeds;
  for (std::uint32_t row = 0; row < row_count; ++row) feeds.push_back({row, row, {}});
  const bool has_level = spec.statistic == AggregateKind::percentile;
  const Column* level = has_level ? &call[0] : nullptr;
  for (std::size_t i = has_level ? 1 : 0; i + 2 < call.size(); i += 3) {
    accumulator.fold(
        {.feeds = feeds, .where = &call[i], .value = &call[i + 1], .weight = &call[i + 2], .level = level});
  }
  const bool is_constant = result.is_constant;
  result = accumulator.finish().value;
  result.is_constant = is_constant;
  return result;
}

}  // namespace nilai::engine::kernels
