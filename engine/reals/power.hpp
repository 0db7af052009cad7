#pragma once

#include <optional>

#include "engine/number.hpp"
#include "engine/reals/grain.hpp"

namespace nilai::engine {

/// `base` to the power `exponent`, correctly rounded. A power that is a ratio is found to be one, so that ties are
/// ties; every other is worked out more and more closely until its neighbours on the grain are told apart.
///
/// Empty where it is not defined (a negative base with an exponent that is not whole, zero with a negative one), and
/// where the exponent is beyond ±max_exponent. Zero to the power 0 is 1.
[[nodiscard]] std::optional<Number> rounded_power(const Number& base, const Number& exponent, const Grain& grain);

/// The natural logarithm of `number`, likewise. Empty unless `number` is above zero.
[[nodiscard]] std::optional<Number> rounded_logarithm(const Number& number, const Grain& grain);

}  // namespace nilai::engine
