// Logic of four values: yes, no, missing (the rules know that there is nothing) and withheld (the data could not be
// read). What settles a question settles it, whatever stands on the other side.
#include "engine/kernels/content.hpp"
#include "engine/kernels/kernels.hpp"

namespace nilai::engine::kernels {
namespace {

/// `settling` where a or b is that; else withheld or missing where either is; else the opposite.
Column settled_by(const Call& call, bool settling) {
  const Column& a = call[0];
  const Column& b = call[1];
  const auto settles = [settling](const Column& side, std::size_t row) {
    return side.is_present(row) && (side.code(row) != 0) == settling;
  };
  Column result = call.blank_result();
  for (std::size_t row = 0; row < result.size(); ++row) {
    const bool is_settled = settles(a, row) || settles(b, row);
    result.presence[row] = is_settled ? Presence::present : call.joint_presence(row);
    if (result.presence[row] == Presence::present) result.codes[row] = is_settled == settling ? 1 : 0;
  }
  return result;
}

}  // namespace

Column either(const Call& call) {
  return settled_by(call, true);
}

Column both(const Call& call) {
  return settled_by(call, false);
}

Column invert(const Call& call) {
  return each_present(call, [&call](std::size_t row) { return call[0].code(row) == 0; });
}

Column is_missing(const Call& call) {
  Column result = call.blank_result();
  for (std::size_t row = 0; row < result.size(); ++row) {
    const Presence presence = call[0].presence_at(row);
    result.presence[row] = presence == Presence::withheld ? Presence::withheld : Presence::present;
    if (presence == Presence::missing) result.codes[row] = 1;
  }
  return result;
}

Column if_missing(const Call& call) {
  Column result = call.blank_result();
  for (std::size_t row = 0; row < result.size(); ++row) {
    const bool is_replaced = call[0].presence_at(row) == Presence::missing;
    copy_value(result, row, call[is_replaced ? 1 : 0], row);
  }
  return result;
}

}  // namespace nilai::engine::kernels
