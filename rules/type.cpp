#include "rules/type.hpp"

namespace nilai::rules {

namespace {

Unit combined(const Unit& a, const Unit& b, int sign) {
  Unit result = a;
  for (const auto& [name, power] : b) {
    const int sum = result[name] + sign * power;
    if (sum == 0) {
      result.erase(name);
    } else {
      result[name] = sum;
    }
  }
  return result;
}

std::string factor_text(const std::string& name, int power) {
  return power == 1 ? name : name + "^" + std::to_string(power);
}

}  // namespace

Unit multiplied(const Unit& a, const Unit& b) {
  return combined(a, b, 1);
}
Unit divided(const Unit& a, const Unit& b) {
  return combined(a, b, -1);
}

std::string unit_text(const Unit& unit) {
  std::string above, below;
  for (const auto& [name, power] : unit) {
    if (power > 0) above += (above.empty() ? "" : " * ") + factor_text(name, power);
    if (power < 0) below += " / " + factor_text(name, -power);
  }
  return (above.empty() ? "1" : above) + below;
}

Type Type::poisoned() {
  Type type;
  type.is_poisoned = true;
  return type;
}

Type Type::of(Kind kind) {
  Type type;
  type.kind = kind;
  return type;
}

Type Type::choice_of(ChoiceIndex choice) {
  Type type = of(Kind::choice);
  type.choice = choice;
  return type;
}

Type Type::count() {
  Type type;
  type.is_whole = true;
  type.at_least = 0;
  return type;
}

Type Type::share() {
  Type type;
  type.at_least = 0;
  type.at_most = 1;
  return type;
}

Type Type::days() {
  Type type;
  type.unit = {{day_unit, 1}};
  type.is_whole = true;
  return type;
}

}  // namespace nilai::rules
