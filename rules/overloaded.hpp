#pragma once

namespace nilai::rules {

/// A visitor made of one lambda a kind: `std::visit(Overloaded{…}, node)`.
template <class... Visitors>
struct Overloaded : Visitors... {
  using Visitors::operator()...;
};

template <class... Visitors>
Overloaded(Visitors...) -> Overloaded<Visitors...>;

}  // namespace nilai::rules
