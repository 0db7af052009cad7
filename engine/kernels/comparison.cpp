#include <compare>

#include "engine/kernels/kernels.hpp"

namespace nilai::engine::kernels {
namespace {

/// A flag: whether the order of a and b is one that `holds` accepts.
template <class Holds>
Column compared(const Call& call, Holds holds) {
  const Column& a = call[0];
  const Column& b = call[1];
  // The kind is looked at once, not in every row: comparisons are most of what conditions on records do.
  switch (a.kind) {
    case Kind::number:
      return each_present(call, [&](std::size_t row) { return holds(a.number(row) <=> b.number(row)); });
    case Kind::text:
      return each_present(call, [&](std::size_t row) { return holds(a.text(row) <=> b.text(row)); });
    case Kind::flag:
    case Kind::date:
    case Kind::span:
    case Kind::choice:
      break;
  }
  return each_present(call, [&](std::size_t row) { return holds(a.code(row) <=> b.code(row)); });
}

}  // namespace

Column equal(const Call& call) {
  return compared(call, [](std::strong_ordering order) { return order == 0; });
}

Column unequal(const Call& call) {
  return compared(call, [](std::strong_ordering order) { return order != 0; });
}

Column less(const Call& call) {
  return compared(call, [](std::strong_ordering order) { return order < 0; });
}

Column at_most(const Call& call) {
  return compared(call, [](std::strong_ordering order) { return order <= 0; });
}

Column greater(const Call& call) {
  return compared(call, [](std::strong_ordering order) { return order > 0; });
}

Column at_least(const Call& call) {
  return compared(call, [](std::strong_ordering order) { return order >= 0; });
}

}  // namespace nilai::engine::kernels
