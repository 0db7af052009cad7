#include "engine/kernels/content.hpp"
#include "engine/kernels/kernels.hpp"

namespace nilai::engine::kernels {
namespace {

bool passes_over_missing(const Call& call) {
  const auto* payload = std::get_if<bool>(&call.instruction.payload);
  return payload != nullptr && *payload;
}

std::int64_t present_count(const Call& call, std::size_t row) {
  return std::count_if(call.operands.begin(), call.operands.end(),
                       [row](const Column* operand) { return operand->is_present(row); });
}

/// What the list's presence alone says of its result: present where there is something to work out.
Presence list_presence(const Call& call, std::size_t row) {
  const Presence joint = call.joint_presence(row);
  if (joint != Presence::missing || !passes_over_missing(call)) return joint;
  return present_count(call, row) == 0 ? Presence::missing : Presence::present;
}

Number sum_of_present(const Call& call, std::size_t row) {
  Number sum;
  for (const Column* operand : call.operands) {
    if (operand->is_present(row)) sum += operand->number(row);
  }
  return sum;
}

/// The present operand that comes first by `is_before(order of a candidate and the best so far)`.
template <class IsBefore>
Column extreme(const Call& call, IsBefore is_before) {
  Column result = call.blank_result();
  for (std::size_t row = 0; row < result.size(); ++row) {
    result.presence[row] = list_presence(call, row);
    if (result.presence[row] != Presence::present) continue;
    const Column* best = nullptr;
    for (const Column* operand : call.operands) {
      if (!operand->is_present(row)) continue;
      if (best == nullptr || is_before(compare_content(*operand, row, *best, row))) best = operand;
    }
    copy_value(result, row, *best, row);
  }
  return result;
}

}  // namespace

Column list_sum(const Call& call) {
  Column result = call.blank_result();
  for (std::size_t row = 0; row < result.size(); ++row) {
    const Presence joint = call.joint_presence(row);
    const bool is_summed = joint == Presence::present || (joint == Presence::missing && passes_over_missing(call));
    result.presence[row] = is_summed ? Presence::present : joint;
    if (is_summed) result.numbers[row] = sum_of_present(call, row);
  }
  return result;
}

Column list_average(const Call& call) {
  Column result = call.blank_result();
  for (std::size_t row = 0; row < result.size(); ++row) {
    result.presence[row] = list_presence(call, row);
    if (result.presence[row] != Presence::present) continue;
    result.numbers[row] = sum_of_present(call, row) / Number(present_count(call, row));
  }
  return result;
}

Column list_weighted_average(const Call& call) {
  Column result = call.blank_result();
  for (std::size_t row = 0; row < result.size(); ++row) {
    const Presence joint = call.joint_presence(row);
    result.presence[row] = joint == Presence::missing && passes_over_missing(call) ? Presence::present : joint;
    if (result.presence[row] != Presence::present) continue;
    Number sum, weights;
    for (std::size_t i = 0; i + 1 < call.size(); i += 2) {
      if (!call[i].is_present(row) || !call[i + 1].is_present(row)) continue;
      sum += call[i].number(row) * call[i + 1].number(row);
      weights += call[i + 1].number(row);
    }
    if (weights.sign() > 0) {
      result.numbers[row] = sum / weights;
    } else {
      result.presence[row] = Presence::missing;
    }
  }
  return result;
}

Column list_min(const Call& call) {
  return extreme(call, [](std::strong_ordering order) { return order < 0; });
}

Column list_max(const Call& call) {
  return extreme(call, [](std::strong_ordering order) { return order > 0; });
}

Column list_count(const Call& call) {
  Column result = call.blank_result();
  for (std::size_t row = 0; row < result.size(); ++row) {
    const bool is_withheld = call.joint_presence(row) == Presence::withheld;
    result.presence[row] = is_withheld ? Presence::withheld : Presence::present;
    if (!is_withheld) result.numbers[row] = present_count(call, row);
  }
  return result;
}

}  // namespace nilai::engine::kernels
