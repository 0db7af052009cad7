// Values from outside the program.
#include "engine/kernels/kernels.hpp"

namespace nilai::engine::kernels {

Column constant(const Call& call) {
  return Column::constant(std::get<Value>(call.instruction.payload));
}

Column column(const Call& call) {
  return call.loads.column(std::get<ColumnLoad>(call.instruction.payload));
}

Column aggregate(const Call& call) {
  return call.loads.aggregate(std::get<std::uint32_t>(call.instruction.payload));
}

Column period_start(const Call& call) {
  return Column::constant(call.loads.period ? Value::of(call.loads.period->start()) : Value::missing(Kind::date));
}

Column period_end(const Call& call) {
  return Column::constant(call.loads.period ? Value::of(call.loads.period->end()) : Value::missing(Kind::date));
}

Column in_force(const Call& call) {
  const auto& dates = std::get<std::vector<Date>>(call.instruction.payload);
  // Without periods there is no day to ask for: what was laid down last holds.
  const Column* latest = nullptr;
  Date latest_date;
  for (std::size_t i = 0; i < call.size(); ++i) {
    if (call.loads.period && dates[i] > call.loads.period->start()) continue;
    if (latest != nullptr && dates[i] < latest_date) continue;
    latest = &call[i];
    latest_date = dates[i];
  }
  return latest != nullptr ? *latest : Column::constant(Value::missing(call.instruction.kind));
}

}  // namespace nilai::engine::kernels
