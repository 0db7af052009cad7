#pragma once

#include <optional>
#include <string_view>

#include "engine/number.hpp"

namespace nilai::engine {

/// A number as offices write it: `-1,250.5`, or with `decimal_comma` `-1.250,5`. Empty when it is not so.
///
/// An optional sign; digits, in groups of three or not grouped; optionally the decimal mark and digits. A group of
/// digits that is not three long is no number, so that `1.5` is never read as 15 nor, with `decimal_comma`, as 1.5; nor
/// do groups begin with a zero: `0.500` with `decimal_comma` is some other country's half, not five hundred.
std::optional<Number> read_decimal(std::string_view text, bool decimal_comma);

}  // namespace nilai::engine
