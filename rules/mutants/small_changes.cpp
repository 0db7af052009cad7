#include "rules/mutants/small_changes.hpp"

#include "engine/number.hpp"

namespace nilai::rules {

using engine::Number;
using syntax::Operator;

std::string stepped(const std::string& digits, int direction) {
  const std::size_t point = digits.find('.');
  const int places = point == std::string::npos ? 0 : static_cast<int>(digits.size() - point - 1);
  Number step = direction;
  for (int i = 0; i < places; ++i) step = step / 10;
  return (Number::parse(digits).value_or(Number{}) + step).to_fixed(places);
}

std::vector<Operator> others(Operator operation) {
  switch (operation) {
    case Operator::less:
      return {Operator::at_most, Operator::at_least};
    case Operator::at_most:
      return {Operator::less, Operator::greater};
    case Operator::greater:
      return {Operator::at_least, Operator::at_most};
    case Operator::at_least:
      return {Operator::greater, Operator::less};
    case Operator::equal:
      return {Operator::unequal};
    case Operator::unequal:
      return {Operator::equal};
    case Operator::either:
      return {Operator::both};
    case Operator::both:
      return {Operator::either};
    case Operator::if_missing:
    case Operator::add:
    case Operator::subtract:
    case Operator::multiply:
    case Operator::divide:
      return {};
  }
  return {};
}

}  // namespace nilai::rules
