#include "engine/kernels/content.hpp"
#include "engine/kernels/kernels.hpp"

namespace nilai::engine::kernels {
namespace {

/// The value of the first condition that is yes, into `result`; an unknown condition on the way ends the search.
void choose(const Call& call, std::size_t row, Column& result) {
  const std::size_t pair_count = call.size() / 2;
  for (std::size_t i = 0; i < pair_count; ++i) {
    const Column& condition = call[2 * i];
    if (!condition.is_present(row)) {
      result.presence[row] = condition.presence_at(row);
      return;
    }
    if (condition.is_yes(row)) return copy_value(result, row, call[2 * i + 1], row);
  }
  const bool has_otherwise = call.size() % 2 == 1;
  if (has_otherwise) copy_value(result, row, *call.operands.back(), row);
}

/// Points at `x` on the line through the pairs (a, p). Requires: all present, a in rising order.
Number interpolate(const Call& call, std::size_t row) {
  const std::size_t last = (call.size() - 1) / 2 - 1;
  const auto points = [&](std::size_t i) -> const Number& { return call[1 + 2 * i].number(row); };
  const auto place = [&](std::size_t i) -> const Number& { return call[2 + 2 * i].number(row); };
  const Number& x = call[0].number(row);
  if (x <= place(0)) return points(0);
  for (std::size_t i = 0; i < last; ++i) {
    if (x >= place(i + 1)) continue;
    return points(i) + (points(i + 1) - points(i)) * (x - place(i)) / (place(i + 1) - place(i));
  }
  return points(last);
}

}  // namespace

Column cases(const Call& call) {
  Column result = call.blank_result();
  for (std::size_t row = 0; row < result.size(); ++row) choose(call, row, result);
  return result;
}

Column scale(const Call& call) {
  return each_present(call, [&call](std::size_t row) { return interpolate(call, row); });
}

Column only_when(const Call& call) {
  Column result = call.blank_result();
  for (std::size_t row = 0; row < result.size(); ++row) {
    const Presence condition = call[1].presence_at(row);
    if (condition == Presence::withheld) result.presence[row] = Presence::withheld;
    if (call[1].is_yes(row)) copy_value(result, row, call[0], row);
  }
  return result;
}

}  // namespace nilai::engine::kernels
