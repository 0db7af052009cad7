#pragma once

#include "engine/number.hpp"
#include "engine/reals/grain.hpp"

namespace nilai::engine {

/// The greatest whole number whose `degree`-th power is at most `number`.
/// Requires: `number` is not negative; `1 <= degree <= max_exponent`.
[[nodiscard]] Number whole_root(const Number& number, unsigned degree);

/// The `degree`-th root of `number`, correctly rounded: whole numbers alone decide, so it is exact at ties too.
/// Requires: `number` is not negative, or `degree` is odd; `1 <= degree <= max_exponent`.
[[nodiscard]] Number rounded_root(const Number& number, unsigned degree, const Grain& grain);

}  // namespace nilai::engine
