#include "engine/kernels/content.hpp"
#include "engine/kernels/kernels.hpp"

namespace nilai::engine::kernels {

Column add(const Call& call) {
  return each_present(call, [&call](std::size_t row) { return call[0].number(row) + call[1].number(row); });
}

Column subtract(const Call& call) {
  return each_present(call, [&call](std::size_t row) { return call[0].number(row) - call[1].number(row); });
}

Column multiply(const Call& call) {
  return each_present(call, [&call](std::size_t row) { return call[0].number(row) * call[1].number(row); });
}

Column divide(const Call& call) {
  Column result = call.blank_result();
  for (std::size_t row = 0; row < result.size(); ++row) {
    result.presence[row] = call.joint_presence(row);
    if (result.presence[row] != Presence::present) continue;
    if (call[1].number(row).is_zero()) {
      result.presence[row] = Presence::missing;
    } else {
      result.numbers[row] = call[0].number(row) / call[1].number(row);
    }
  }
  return result;
}

Column negate(const Call& call) {
  if (call.instruction.kind == Kind::span) {
    return each_present(call, [&call](std::size_t row) { return -call[0].code(row); });
  }
  return each_present(call, [&call](std::size_t row) { return -call[0].number(row); });
}

Column power(const Call& call) {
  const auto exponent = std::get<std::uint32_t>(call.instruction.payload);
  return each_present(call, [&](std::size_t row) { return call[0].number(row).power(exponent); });
}

Column absolute(const Call& call) {
  return each_present(call, [&call](std::size_t row) { return call[0].number(row).abs(); });
}

Column whole_part(const Call& call) {
  return each_present(call, [&call](std::size_t row) { return call[0].number(row).whole_part(); });
}

Column limited(const Call& call) {
  Column result = call.blank_result();
  for (std::size_t row = 0; row < result.size(); ++row) {
    result.presence[row] = call.joint_presence(row);
    if (result.presence[row] != Presence::present) continue;
    const bool is_below = compare_content(call[0], row, call[1], row) < 0;
    const bool is_above = !is_below && compare_content(call[0], row, call[2], row) > 0;
    copy_value(result, row, is_below ? call[1] : is_above ? call[2] : call[0], row);
  }
  return result;
}

Column round(const Call& call) {
  const auto& spec = std::get<RoundingSpec>(call.instruction.payload);
  return each_present(call, [&](std::size_t row) {
    const Number& number = call[0].number(row);
    return spec.places ? number.rounded(spec.direction, *spec.places)
                       : number.rounded_to_nearest(spec.direction, spec.step);
  });
}

}  // namespace nilai::engine::kernels
